import Corpus

/// The analyses and cards that came, went, or say something else, and where all records stand now.
struct RecordGrowth {
  let articles: Places
  let analyses: Places
  let entityCards: Places
  let eventCards: Places
  /// The analyses that came, went, or say something else, with where they stood before.
  let changed: [(now: Int?, before: Int?)]
  /// Those analyses and cards as they are, and as they were.
  let now: Records
  let before: Records

  /// Some records of one corpus.
  struct Records {
    fileprivate(set) var analyses: [Analysis] = []
    fileprivate(set) var entityCards: [EntityCard] = []
    fileprivate(set) var eventCards: [EventCard] = []

    /// The ids that they declare, some of them several times.
    var entities: [String] {
      analyses.flatMap { $0.entities.map(\.id) } + entityCards.map(\.entity.id)
    }
    var events: [String] {
      analyses.flatMap { $0.events.map(\.id) } + eventCards.map(\.event.id)
    }

    fileprivate var hasJoiningCards: Bool {
      !entityCards.allSatisfy(\.sameAs.isEmpty)
        || !eventCards.allSatisfy { card in
          card.sameAs.isEmpty && !card.event.relations.contains { $0.type == .sameAs }
        }
    }
  }

  /// - Parameter change: how `next` differs from `old`.
  init(from old: Corpus, to next: Corpus, _ change: CorpusChange.Growth) {
    articles = Places(old.articles.count, gone: change.goneArticles, new: change.newArticles)
    analyses = Places(old.analyses.count, gone: change.goneAnalyses, new: change.newAnalyses)
    entityCards = Places(
      old.entityCards.count, gone: change.goneEntityCards, new: change.newEntityCards)
    eventCards = Places(
      old.eventCards.count, gone: change.goneEventCards, new: change.newEventCards)
    let there = (change.analyses + change.newAnalyses).sorted()
    changed =
      there.map { [analyses] in (now: $0, before: analyses.before($0)) }
      + change.goneAnalyses.map { (now: nil, before: $0) }
    now = Records(
      analyses: there.map { next.analyses[$0] },
      entityCards: (change.entityCards + change.newEntityCards).map { next.entityCards[$0] },
      eventCards: (change.eventCards + change.newEventCards).map { next.eventCards[$0] })
    before = Records(
      analyses: changed.compactMap { $0.before.map { old.analyses[$0] } },
      entityCards: (change.entityCards.compactMap(entityCards.before) + change.goneEntityCards)
        .map { old.entityCards[$0] },
      eventCards: (change.eventCards.compactMap(eventCards.before) + change.goneEventCards)
        .map { old.eventCards[$0] })
  }

  /// Whether the same things are one as before: no card joins any, and each analysis joins what it
  /// joined.
  func joinsAsBefore(_ old: Corpus, _ next: Corpus) -> Bool {
    !now.hasJoiningCards && !before.hasJoiningCards
      && changed.allSatisfy { now, before in
        (now.map { next.analyses[$0].joined } ?? [])
          == (before.map { old.analyses[$0].joined } ?? [])
      }
  }
}
