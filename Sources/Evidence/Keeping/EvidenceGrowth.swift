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
    let articles = Places(
      old.articles.count, gone: change.goneArticles, new: change.newArticles)
    let analyses = Places(
      old.analyses.count, gone: change.goneAnalyses, new: change.newAnalyses)
    let changed = (change.analyses + change.newAnalyses).sorted()
    let pairs =
      changed.map { (now: Optional($0), before: analyses.before($0)) }
      + change.goneAnalyses.map { (now: nil, before: Optional($0)) }
    let entityCards = Places(
      old.entityCards.count, gone: change.goneEntityCards, new: change.newEntityCards)
    let eventCards = Places(
      old.eventCards.count, gone: change.goneEventCards, new: change.newEventCards)
    let (entityCardsNow, eventCardsNow) = (
      (change.entityCards + change.newEntityCards).map { next.entityCards[$0] },
      (change.eventCards + change.newEventCards).map { next.eventCards[$0] }
    )
    let (entityCardsBefore, eventCardsBefore) = (
      (change.entityCards.compactMap(entityCards.before) + change.goneEntityCards)
        .map { old.entityCards[$0] },
      (change.eventCards.compactMap(eventCards.before) + change.goneEventCards)
        .map { old.eventCards[$0] }
    )
    cardedEntities = (entityCardsNow + entityCardsBefore).map(\.entity.id)
    cardedEvents = (eventCardsNow + eventCardsBefore).map(\.event.id)
    guard Set(cardedEntities).count + Set(cardedEvents).count <= Self.limit,
      (entityCardsNow + entityCardsBefore).allSatisfy(Self.joinsNothing),
      (eventCardsNow + eventCardsBefore).allSatisfy(Self.joinsNothing),
      pairs.allSatisfy({ now, before in
        (now.map { next.analyses[$0].joined } ?? [])
          == (before.map { old.analyses[$0].joined } ?? [])
      }),
      change.articles.allSatisfy({ index in
        articles.before(index).map { old.articles[$0].linked == next.articles[index].linked }
          ?? false
      })
    else { return nil }

    var counts: [Int: Int] = [:]
    for article in change.newArticles { counts[article] = 0 }
    articleIndex = articles.spread(
      evidence.articleIndex, change.newArticles.map { next.articles[$0].id })
    for (now, before) in pairs {
      let id = now.map { next.analyses[$0].article } ?? before.map { old.analyses[$0].article }
      guard let id, let article = articleIndex[id], counts[article, default: 0] == 0
      else { continue }
      counts[article] = next.analyses(of: id).reduce(0) {
        $0 + next.analyses[$1].attributions.count
      }
    }
    guard counts.count + change.goneArticles.count <= Self.limit else { return nil }
    self.articles = counts.keys.sorted()
    self.analyses = pairs

    let records = changed.map { next.analyses[$0] }
    let declaredEntities = Set(
      records.flatMap { $0.entities.map(\.id) } + entityCardsNow.map(\.entity.id))
    let declaredEvents = Set(
      records.flatMap { $0.events.map(\.id) } + eventCardsNow.map(\.event.id))
    newEntities = declaredEntities.filter { evidence.entityIndex[$0] == nil }.sorted()
    newEvents = declaredEvents.filter { evidence.eventIndex[$0] == nil }.sorted()
    // Of an article that several analyses are of, all count: one may go on making a claim.
    let claimed = Set(
      counts.keys.flatMap { article in
        next.analyses(of: next.articles[article].id).flatMap {
          next.analyses[$0].attributions.compactMap(\.claim)
        }
      })
    newClaims = claimed.filter { evidence.claimIndex[$0] == nil }.sorted()
    // What something is about is an entity before it is an event.
    guard newEntities.allSatisfy({ evidence.eventIndex[$0] == nil }) else { return nil }

    let touched = (counts.keys.compactMap(articles.before) + change.goneArticles)
      .map { evidence.articles[$0].attributions }
    let before = Set(pairs.compactMap(\.before))
    let recordsBefore = before.map { old.analyses[$0] }
    let goneEntities = Self.indices(
      recordsBefore.flatMap { $0.entities.map(\.id) } + entityCardsBefore.map(\.entity.id),
      in: evidence.entityIndex
    ).filter { index in
      let entity = evidence.entities[index]
      return !declaredEntities.contains(entity.id)
        && entity.card.flatMap(entityCards.now) == nil
        && entity.type.analyses.allSatisfy(before.contains)
    }
    let goneEvents = Self.indices(
      recordsBefore.flatMap { $0.events.map(\.id) } + eventCardsBefore.map(\.event.id),
      in: evidence.eventIndex
    ).filter { index in
      let event = evidence.events[index]
      return !declaredEvents.contains(event.id)
        && event.card.flatMap(eventCards.now) == nil
        && event.reports.allSatisfy { before.contains($0.analysis) }
    }
    guard evidence.canLose(entities: Set(goneEntities), events: Set(goneEvents)) else { return nil }
    let goneClaims = Set(touched.flatMap { evidence.attributions[$0].compactMap(\.claim) })
      .filter { index in
        !claimed.contains(evidence.claims[index].id)
          && evidence.claims[index].attributions.allSatisfy { attribution in
            touched.contains { $0.contains(attribution) }
          }
      }.sorted()

    let layout = Self.layout(evidence, articles, counts)
    attributions = layout.ranges
    moves = Moves(
      articles: articles, analyses: analyses, entityCards: entityCards, eventCards: eventCards,
      entities: Places(of: newEntities, gone: goneEntities, among: evidence.entities.count) {
        evidence.entities[$0].id
      },
      events: Places(of: newEvents, gone: goneEvents, among: evidence.events.count) {
        evidence.events[$0].id
      },
      claims: Places(of: newClaims, gone: goneClaims, among: evidence.claims.count) {
        evidence.claims[$0].id
      },
      attributions: layout.places)
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

  private static func joinsNothing(_ card: EntityCard) -> Bool { card.sameAs.isEmpty }

  private static func joinsNothing(_ card: EventCard) -> Bool {
    card.sameAs.isEmpty && !card.event.relations.contains { $0.type == .sameAs }
  }

  /// The things that some ids are of, each once, ascending.
  private static func indices(_ ids: [String], in index: [String: Int]) -> [Int] {
    Set(ids.compactMap { index[$0] }).sorted()
  }

  /// The touched articles that were there, those that went among them, as indices into what was there.
  var articlesBefore: [Int] { articles.compactMap(moves.articles.before) + moves.articles.gone }
}

extension Evidence {
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
