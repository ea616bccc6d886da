import ByteCoding
import Diagnostics

/// A corpus without errors to which records come, or some of whose articles, analyses and cards are bound
/// to others otherwise than before, as far as that can neither be at fault nor mend what was: so nothing
/// that is checked across records has to be checked again.
///
/// Nothing may go that was declared in one place only, since others may refer to it; what is new must
/// have an id that nothing else has, in whatever case; and what else is said of what is there, its type
/// and what it is a part of, must be what others say already.
struct CorpusGrowth {
  let corpus: Corpus
  let change: CorpusChange
  /// The ids that nothing had before.
  let fresh: [Declaration]
  /// What is declared now.
  private(set) var declared: DeclaredThings

  /// Of more records that are bound otherwise, everything is read again: each is looked for among all.
  private static let limit = 16

  /// - Parameters:
  ///   - declared: what `corpus` declares, where that is known.
  ///   - findings: all that was found across its records.
  ///   - drafts: the ids of articles that are left out.
  /// - Returns: `nil` where everything has to be checked.
  init?(
    _ corpus: Corpus, _ differences: RecordDifferences, declared: DeclaredThings? = nil,
    findings: [Diagnostic], drafts: [String]
  ) {
    let rebound = differences.rebound
    let grown = (differences.added + rebound.map(\.new)).map(\.held)
    guard rebound.count <= Self.limit, rebound.allSatisfy(\.new.held.isOfThings),
      grown.allSatisfy(\.isPlain),
      differences.changes.allSatisfy({ !$0.new.held.diagnostics.hasErrors }),
      grown.allSatisfy(\.items.isEmpty) || !findings.contains(where: \.isOfItems)
    else { return nil }
    self.declared = declared ?? DeclaredThings(corpus)
    var ground = GrowthGround(corpus, self.declared, drafts: drafts)
    for change in rebound {
      guard let analyses = corpus.analyses(of: change), let cards = corpus.cards(of: change)
      else { return nil }
      ground.takeOut(analyses)
      ground.takeOut(cards.entities, cards.events)
      for analysis in analyses { self.declared.remove(analysis) }
      for card in cards.entities { self.declared.remove(card.entity) }
      for card in cards.events { self.declared.remove(card.event) }
    }
    for held in grown { ground.put(held) }
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

    var update = CorpusUpdate(corpus)
    for change in differences.changes where !update.put(change.new.held) { return nil }
    for held in added { update.add(held) }
    update.add(briefs)
    (self.corpus, change) = update.grown()
    fresh = ground.fresh
    for held in grown { self.declared.add(held) }
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
  /// - Returns: `nil` where it does not hold the same articles and analyses as before, or no longer has
  ///   an attribution that it had.
  fileprivate func analyses(of change: RecordChange) -> [Analysis]? {
    let held = change.new.held
    let old = analyses.indices.filter { change.held(analyses[$0].origin) }.map { analyses[$0] }
    let ids = articles.indices.filter { change.held(articles[$0].origin) }
    guard
      ids.map({ TextKey(articles[$0].id) }) == held.articles.map({ TextKey($0.value.id) }),
      // Old addresses would have to be held against all others.
      ids.allSatisfy({ articles[$0].aliases.isEmpty }),
      old.count == held.analyses.count,
      zip(old, held.analyses).allSatisfy({ old, new in
        TextKey(old.article) == TextKey(new.article) && old.origin == new.origin
          && Set(old.attributions.map { TextKey($0.id) }).isSubset(
            of: new.attributions.map { TextKey($0.id) })
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
    let entities = entityCards.filter { change.held($0.entity.origin) }
    let events = eventCards.filter { change.held($0.event.origin) }
    guard
      entities.map({ TextKey($0.entity.id) })
        == held.entityCards.map({ TextKey($0.value.entity.id) }),
      events.map({ TextKey($0.event.id) }) == held.eventCards.map({ TextKey($0.value.event.id) }),
      entities.allSatisfy(\.sameAs.isEmpty), events.allSatisfy(\.sameAs.isEmpty)
    else { return nil }
    return (entities, events)
  }
}

extension RecordChange {
  /// Whether what comes from somewhere was part of the record.
  fileprivate func held(_ origin: Origin) -> Bool {
    origin.file == path && (!isLine || origin.line == Int(old.place.line))
  }
}
