import ByteCoding
import Diagnostics

/// A corpus without errors to which records come, from which some go, or some of whose articles, analyses
/// and cards are bound to others otherwise than before, as far as that can neither be at fault nor mend what
/// was: so nothing that is checked across records has to be checked again.
///
/// Nothing may refer to what is declared nowhere any more; what is new must have an id that nothing else
/// has, in whatever case; and what else is said of what is there, its type and what it is a part of, must
/// be what others say already.
struct CorpusGrowth {
  let corpus: Corpus
  let change: CorpusChange
  /// The ids that nothing had before.
  let fresh: [Declaration]
  /// The ids that nothing has any more.
  private(set) var gone = GoneIDs()
  /// What is declared now.
  let declared: DeclaredThings

  /// Of more records that are bound otherwise, or went, everything is read again: each is looked for among
  /// all.
  private static let limit = 16

  /// - Parameters:
  ///   - declared: what `corpus` declares, where that is known.
  ///   - findings: all that was found across its records.
  ///   - drafts: the ids of articles that are left out.
  ///   - menu: the addresses that the site's menu leads to.
  ///   - jobs: how many workers may look through it, at least 1.
  /// - Returns: `nil` where everything has to be checked.
  init?(
    _ corpus: Corpus, _ differences: RecordDifferences, declared: DeclaredThings? = nil,
    findings: [Diagnostic], drafts: [String], menu: [WrittenAddress], jobs: Int
  ) {
    let rebound = differences.rebound
    let grown = (differences.added + rebound.map(\.new)).map(\.held)
    guard rebound.count + differences.gone.count <= Self.limit,
      let gone = RecordsOfCorpus(at: differences.gone, of: corpus),
      rebound.allSatisfy(\.new.held.isOfThings),
      grown.allSatisfy(\.isPlain),
      differences.changes.allSatisfy({ !$0.new.held.diagnostics.hasErrors }),
      grown.allSatisfy(\.items.isEmpty) || !findings.contains(where: \.isOfItems)
    else { return nil }
    var known = declared ?? DeclaredThings(corpus)
    var ground = GrowthGround(corpus, known, drafts: drafts)
    func takeOut(_ analyses: [Analysis], _ entities: [EntityCard], _ events: [EventCard]) {
      ground.takeOut(analyses)
      ground.takeOut(entities, events)
      for analysis in analyses { known.remove(analysis) }
      for card in entities { known.remove(card.entity) }
      for card in events { known.remove(card.event) }
    }
    for change in rebound {
      guard let analyses = corpus.analyses(of: change), let cards = corpus.cards(of: change)
      else { return nil }
      takeOut(analyses, cards.entities, cards.events)
      self.gone.insert(attributionsOf: analyses, less: change.new.held.analyses)
    }
    guard corpus.canLose(gone) else { return nil }
    let goneAnalyses = gone.analyses.map { corpus.analyses[$0] }
    takeOut(
      goneAnalyses, gone.entityCards.map { corpus.entityCards[$0] },
      gone.eventCards.map { corpus.eventCards[$0] })
    self.gone.insert(attributionsOf: goneAnalyses, less: [])
    for article in gone.articles { self.gone.insert(corpus.articles[article].id, .article) }
    for held in grown { ground.put(held) }
    ground.add(to: &self.gone)
    let added = differences.added.map(\.held)
    let ids = added.flatMap(\.articles).map(\.value.id)
    let articles = Set(ids.map { TextKey($0) })
    guard ground.isSound, ground.areNew(ids),
      ground.areFirst(
        added.flatMap(\.entityCards).map(\.value), added.flatMap(\.eventCards).map(\.value)),
      ground.areNew(added.flatMap(\.pages).map(\.value)),
      grown.allSatisfy({ ground.areKnown($0.references, with: articles) }),
      let briefs = ground.briefs(added.flatMap(\.briefs).map(\.value), with: articles)
    else { return nil }

    var update = CorpusUpdate(corpus, moving: differences.moved)
    for change in differences.changes where !update.put(change.new.held) { return nil }
    for held in added { update.add(held) }
    update.add(briefs)
    update.remove(gone)
    (self.corpus, change) = update.grown()
    fresh = ground.fresh
    known.remove(self.gone)
    for held in grown { known.add(held) }
    self.declared = known
    let pages = gone.pages.map { corpus.pages[$0].id }
    guard self.gone.areNone || !self.corpus.refers(to: self.gone, jobs: jobs),
      menu.allSatisfy({ address in
        !address.text.split(separator: "/").contains { part in
          self.gone.contains(part) || pages.contains { $0.utf8.elementsEqual(part.utf8) }
        }
      })
    else { return nil }
  }
}

extension Gathered {
  /// Whether all of it could be read, and it has no part in what is checked for all records only: in
  /// drafts, old addresses, and ids that are joined.
  fileprivate var isPlain: Bool {
    isWhole && !diagnostics.hasErrors && draftArticles.isEmpty && aliases.isEmpty
      && pages.allSatisfy(\.value.aliases.isEmpty)
      && entityCards.allSatisfy(\.value.sameAs.isEmpty)
      && eventCards.allSatisfy(\.value.sameAs.isEmpty)
  }

  /// Whether it is of nothing but articles, analyses and cards.
  fileprivate var isOfThings: Bool { briefs.isEmpty && pages.isEmpty }
}

extension DeclaredThings {
  fileprivate mutating func add(_ held: Gathered) {
    for analysis in held.analyses { add(analysis) }
    for card in held.entityCards { add(card.value.entity) }
    for card in held.eventCards { add(card.value.event) }
  }
}

extension Diagnostic {
  /// Whether it is of who is which item of Wikidata: another place of the same may be its first then.
  fileprivate var isOfItems: Bool { id.hasPrefix("entity/wikidata-") }
}

extension Corpus {
  /// The analyses of a record that is bound otherwise than before, as they were.
  ///
  /// - Returns: `nil` where it does not hold the same articles and analyses as before.
  fileprivate func analyses(of change: RecordChange) -> [Analysis]? {
    let held = change.new.held
    let spot = change.spot
    let old = analyses.indices.filter { spot.holds(analyses[$0].origin) }.map { analyses[$0] }
    let ids = articles.indices.filter { spot.holds(articles[$0].origin) }
    guard
      ids.map({ TextKey(articles[$0].id) }) == held.articles.map({ TextKey($0.value.id) }),
      // Old addresses would have to be held against all others.
      ids.allSatisfy({ articles[$0].aliases.isEmpty }),
      old.count == held.analyses.count,
      zip(old, held.analyses).allSatisfy({ old, new in
        TextKey(old.article) == TextKey(new.article) && old.origin == new.origin
      })
    else { return nil }
    return old
  }

  /// The same of cards.
  ///
  /// - Returns: `nil` where they are of other things than before, or join ids.
  fileprivate func cards(
    of change: RecordChange
  ) -> (entities: [EntityCard], events: [EventCard])? {
    let held = change.new.held
    let entities = entityCards.filter { change.spot.holds($0.entity.origin) }
    let events = eventCards.filter { change.spot.holds($0.event.origin) }
    guard
      entities.map({ TextKey($0.entity.id) })
        == held.entityCards.map({ TextKey($0.value.entity.id) }),
      events.map({ TextKey($0.event.id) }) == held.eventCards.map({ TextKey($0.value.event.id) }),
      entities.allSatisfy(\.sameAs.isEmpty), events.allSatisfy(\.sameAs.isEmpty)
    else { return nil }
    return (entities, events)
  }
}

extension Corpus {
  /// Whether some records have no old addresses, which are held against all others, and join no ids.
  fileprivate func canLose(_ gone: RecordsOfCorpus) -> Bool {
    gone.articles.allSatisfy { articles[$0].aliases.isEmpty }
      && gone.pages.allSatisfy { pages[$0].aliases.isEmpty }
      && gone.entityCards.allSatisfy { entityCards[$0].sameAs.isEmpty }
      && gone.eventCards.allSatisfy { eventCards[$0].sameAs.isEmpty }
  }
}

extension GoneIDs {
  /// Adds those attributions of some analyses that others do not have.
  fileprivate mutating func insert(attributionsOf analyses: [Analysis], less others: [Analysis]) {
    let left = Set(
      others.flatMap { analysis in
        analysis.attributions.map { TextKey("\(analysis.article)/\($0.id)") }
      })
    for analysis in analyses {
      for attribution in analysis.attributions {
        let id = "\(analysis.article)/\(attribution.id)"
        if !left.contains(TextKey(id)) { insert(id, .attribution) }
      }
    }
  }
}
