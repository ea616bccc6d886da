import Corpus

/// What comes to evidence, and goes from it, with records that came, went, or say something else: which
/// things are new, which are no more, and where all others stand then.
struct EvidenceGrowth {
  let moves: Moves
  /// The articles of which something else is said, as indices into `Corpus.articles` as they are now;
  /// ascending, those that came among them.
  let articles: [Int]
  /// The analyses that came, went, or say something else, with where they stood before.
  let analyses: [(now: Int?, before: Int?)]
  /// What the cards are of that came, went, or say something else.
  let cardedEntities: [String]
  let cardedEvents: [String]
  /// The range of attributions of each article, as it is now.
  let attributions: [Range<Int>]
  /// The numbers of all articles by their ids, as they are now.
  let articleIndex: [String: Int]
  /// The ids of what came, each sorted.
  let newEntities: [String]
  let newEvents: [String]
  let newClaims: [String]

  /// How many articles' attributions are put in their places one after the other: each of them goes
  /// through the lists that it is in.
  private static let limit = 64

  /// - Parameters:
  ///   - evidence: of the corpus before.
  ///   - next: the corpus as it is now.
  ///   - change: what came, and what else is said.
  /// - Returns: `nil` where that is too much, or decides what is one thing.
  init?(_ evidence: Evidence, _ next: Corpus, _ change: CorpusChange.Growth) {
    let old = evidence.corpus
    let records = RecordGrowth(from: old, to: next, change)
    analyses = records.changed
    cardedEntities = (records.now.entityCards + records.before.entityCards).map(\.entity.id)
    cardedEvents = (records.now.eventCards + records.before.eventCards).map(\.event.id)
    guard Set(cardedEntities).count + Set(cardedEvents).count <= Self.limit,
      records.joinsAsBefore(old, next),
      change.articles.allSatisfy({ index in
        records.articles.before(index)
          .map { old.articles[$0].linked == next.articles[index].linked } ?? false
      })
    else { return nil }

    articleIndex = records.articles.spread(
      evidence.articleIndex, change.newArticles.map { next.articles[$0].id })
    let counts = Self.attributionCounts(old, next, records, articleIndex)
    guard counts.count + change.goneArticles.count <= Self.limit else { return nil }
    articles = counts.keys.sorted()
    let layout = Self.layout(evidence, records.articles, counts)
    attributions = layout.ranges

    let declared = (entities: Set(records.now.entities), events: Set(records.now.events))
    // Of an article that several analyses are of, all count: one may go on making a claim.
    let claimed = Set(
      counts.keys.flatMap { article in
        next.analyses(of: next.articles[article].id).flatMap {
          next.analyses[$0].attributions.compactMap(\.claim)
        }
      })
    newEntities = declared.entities.filter { evidence.entityIndex[$0] == nil }.sorted()
    newEvents = declared.events.filter { evidence.eventIndex[$0] == nil }.sorted()
    newClaims = claimed.filter { evidence.claimIndex[$0] == nil }.sorted()
    // What something is about is an entity before it is an event.
    guard newEntities.allSatisfy({ evidence.eventIndex[$0] == nil }) else { return nil }

    let goneEntities = evidence.entities(in: records, less: declared.entities)
    let goneEvents = evidence.events(in: records, less: declared.events)
    guard evidence.canLose(entities: Set(goneEntities), events: Set(goneEvents)) else { return nil }
    let touched = articles.compactMap(records.articles.before) + change.goneArticles
    moves = Moves(
      articles: records.articles, analyses: records.analyses, entityCards: records.entityCards,
      eventCards: records.eventCards,
      entities: Places(of: newEntities, gone: goneEntities, among: evidence.entities.count) {
        evidence.entities[$0].id
      },
      events: Places(of: newEvents, gone: goneEvents, among: evidence.events.count) {
        evidence.events[$0].id
      },
      claims: Places(
        of: newClaims, gone: evidence.claims(onlyIn: touched, less: claimed),
        among: evidence.claims.count
      ) { evidence.claims[$0].id },
      attributions: layout.places)
  }

  /// How many attributions each article has that came, or of which something else is said.
  ///
  /// - Parameter articles: the numbers of all articles by their ids.
  private static func attributionCounts(
    _ old: Corpus, _ next: Corpus, _ records: RecordGrowth, _ articles: [String: Int]
  ) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for article in records.articles.new { counts[article] = 0 }
    for (now, before) in records.changed {
      let id = now.map { next.analyses[$0].article } ?? before.map { old.analyses[$0].article }
      guard let id, let article = articles[id], counts[article, default: 0] == 0
      else { continue }
      counts[article] = next.analyses(of: id).reduce(0) {
        $0 + next.analyses[$1].attributions.count
      }
    }
    return counts
  }

  /// Where the attributions of each article stand, and where each is that stood somewhere before; where
  /// those of touched articles are is of no use.
  ///
  /// - Parameter counts: how many the touched articles have now.
  private static func layout(
    _ evidence: Evidence, _ articles: Places, _ counts: [Int: Int]
  ) -> (ranges: [Range<Int>], places: Places) {
    var moved = Array(repeating: -1, count: evidence.attributions.count)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(articles.count)
    var start = 0
    for article in 0..<articles.count {
      let before = articles.before(article).map { evidence.articles[$0].attributions } ?? 0..<0
      for (offset, index) in before.enumerated() { moved[index] = start + offset }
      let end = start + (counts[article] ?? before.count)
      ranges.append(start..<end)
      start = end
    }
    return (ranges, Places(moved, count: start))
  }

  /// The touched articles that were there, those that went among them, as indices into what was there.
  var articlesBefore: [Int] { articles.compactMap(moves.articles.before) + moves.articles.gone }
}

extension Evidence {
  /// The entities that nothing declares any more once records change, ascending.
  ///
  /// - Parameter declared: what they declare now.
  fileprivate func entities(in records: RecordGrowth, less declared: Set<String>) -> [Int] {
    let before = Set(records.changed.compactMap(\.before))
    return Set(records.before.entities.compactMap { entityIndex[$0] }).filter { index in
      !declared.contains(entities[index].id)
        && entities[index].card.flatMap(records.entityCards.now) == nil
        && entities[index].type.analyses.allSatisfy(before.contains)
    }.sorted()
  }

  /// The events, likewise.
  fileprivate func events(in records: RecordGrowth, less declared: Set<String>) -> [Int] {
    let before = Set(records.changed.compactMap(\.before))
    return Set(records.before.events.compactMap { eventIndex[$0] }).filter { index in
      !declared.contains(events[index].id)
        && events[index].card.flatMap(records.eventCards.now) == nil
        && events[index].reports.allSatisfy { before.contains($0.analysis) }
    }.sorted()
  }

  /// The claims that are made in some articles and nowhere else, ascending.
  ///
  /// - Parameter claimed: the ids of those that are still made there.
  fileprivate func claims(onlyIn articles: [Int], less claimed: Set<String>) -> [Int] {
    let ranges = articles.map { self.articles[$0].attributions }
    return Set(ranges.flatMap { attributions[$0].compactMap(\.claim) }).filter { index in
      !claimed.contains(claims[index].id)
        && claims[index].attributions.allSatisfy { attribution in
          ranges.contains { $0.contains(attribution) }
        }
    }.sorted()
  }

  /// Whether some things can go without what stays belonging to something else.
  fileprivate func canLose(entities gone: Set<Int>, events goneEvents: Set<Int>) -> Bool {
    // What something is about is an event once it is no entity.
    gone.allSatisfy { eventIndex[entities[$0].id] == nil }
      && (gone.isEmpty
        || entities.indices.allSatisfy { index in
          gone.isDisjoint(with: entities[index].memberOf) || gone.contains(index)
        })
      && (goneEvents.isEmpty
        || events.indices.allSatisfy { index in
          events[index].partOf.best.map(goneEvents.contains) != true || goneEvents.contains(index)
        })
  }
}

extension Corpus {
  /// The analyses of one article, which stand together in the order of the articles' ids, bytewise.
  fileprivate func analyses(of article: String) -> Range<Int> {
    let start = analyses.indices.partitioningIndex {
      !analyses[$0].article.utf8.lexicographicallyPrecedes(article.utf8)
    }
    var end = start
    while end < analyses.count, analyses[end].article == article { end += 1 }
    return start..<end
  }
}
