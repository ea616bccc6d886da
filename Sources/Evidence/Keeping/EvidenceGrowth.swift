import Corpus

/// What comes to evidence with records that came, or say something else: which things are new, and where
/// all others stand once these are in their places.
struct EvidenceGrowth {
  let moves: Moves
  /// The articles of which something else is said, as indices into `Corpus.articles` as they are now;
  /// ascending, those that came among them.
  let articles: [Int]
  /// The analyses that came or say something else, ascending, with where they stood before.
  let analyses: [(now: Int, before: Int?)]
  /// The cards that came or say something else.
  let entityCards: [Int]
  let eventCards: [Int]
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
    let articles = Places(old.articles.count, new: change.newArticles)
    let analyses = Places(old.analyses.count, new: change.newAnalyses)
    let changed = (change.analyses + change.newAnalyses).sorted()
    let pairs = changed.map { (now: $0, before: analyses.before($0)) }
    let entityCards = Places(old.entityCards.count, new: change.newEntityCards)
    let eventCards = Places(old.eventCards.count, new: change.newEventCards)
    self.entityCards = (change.entityCards + change.newEntityCards).sorted()
    self.eventCards = (change.eventCards + change.newEventCards).sorted()
    guard self.entityCards.count + self.eventCards.count <= Self.limit,
      self.entityCards.allSatisfy({ index in
        Self.joinsNothing(next.entityCards[index])
          && entityCards.before(index).map { Self.joinsNothing(old.entityCards[$0]) } ?? true
      }),
      self.eventCards.allSatisfy({ index in
        Self.joinsNothing(next.eventCards[index])
          && eventCards.before(index).map { Self.joinsNothing(old.eventCards[$0]) } ?? true
      }),
      pairs.allSatisfy({ now, before in
        next.analyses[now].joined == (before.map { old.analyses[$0].joined } ?? [])
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
    for number in changed {
      let id = next.analyses[number].article
      guard let article = articleIndex[id], counts[article, default: 0] == 0 else { continue }
      counts[article] = next.analyses(of: id, around: number).reduce(0) {
        $0 + next.analyses[$1].attributions.count
      }
    }
    guard counts.count <= Self.limit else { return nil }
    self.articles = counts.keys.sorted()
    self.analyses = pairs

    let records = changed.map { next.analyses[$0] }
    newEntities = Self.sorted(
      records.flatMap { $0.entities.map(\.id) }
        + change.newEntityCards.map { next.entityCards[$0].entity.id }, evidence.entityIndex)
    newEvents = Self.sorted(
      records.flatMap { $0.events.map(\.id) }
        + change.newEventCards.map { next.eventCards[$0].event.id }, evidence.eventIndex)
    newClaims = Self.sorted(
      records.flatMap { $0.attributions.compactMap(\.claim) }, evidence.claimIndex)
    // What something is about is an entity before it is an event.
    guard newEntities.allSatisfy({ evidence.eventIndex[$0] == nil }) else { return nil }

    let layout = Self.layout(evidence, articles, counts)
    attributions = layout.ranges
    moves = Moves(
      articles: articles, analyses: analyses, entityCards: entityCards, eventCards: eventCards,
      entities: Places(of: newEntities, among: evidence.entities.count) {
        evidence.entities[$0].id
      },
      events: Places(of: newEvents, among: evidence.events.count) { evidence.events[$0].id },
      claims: Places(of: newClaims, among: evidence.claims.count) { evidence.claims[$0].id },
      attributions: layout.places)
  }

  /// Where the attributions of each article stand, and where each is that stood somewhere before; where
  /// those of touched articles are is of no use.
  ///
  /// - Parameter counts: how many the touched articles have now.
  private static func layout(
    _ evidence: Evidence, _ articles: Places, _ counts: [Int: Int]
  ) -> (ranges: [Range<Int>], places: Places) {
    var moved: [Int] = []
    moved.reserveCapacity(evidence.attributions.count)
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(articles.count)
    var start = 0
    for article in 0..<articles.count {
      let before = articles.before(article).map { evidence.articles[$0].attributions } ?? 0..<0
      for offset in 0..<before.count { moved.append(start + offset) }
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

  /// Those that nothing has yet, each once.
  private static func sorted(_ ids: [String], _ index: [String: Int]) -> [String] {
    Set(ids.filter { index[$0] == nil }).sorted()
  }

  /// The touched articles that were there, as indices into what was there.
  var articlesBefore: [Int] { articles.compactMap { moves.articles.before($0) } }
}

extension Corpus {
  /// The analyses of one article, which stand together.
  fileprivate func analyses(of article: String, around number: Int) -> Range<Int> {
    var (start, end) = (number, number + 1)
    while start > 0, analyses[start - 1].article == article { start -= 1 }
    while end < analyses.count, analyses[end].article == article { end += 1 }
    return start..<end
  }
}
