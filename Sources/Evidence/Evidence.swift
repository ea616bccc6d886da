import Corpus

/// What the corpus says: entities, events and claims merged across articles, chains resolved, all of
/// it in a fixed order. Everything refers to everything else by index.
package struct Evidence: Sendable {
  package internal(set) var corpus: Corpus
  /// Sorted by id.
  package internal(set) var entities: [Entity]
  /// Sorted by id.
  package internal(set) var events: [Event]
  /// Sorted by id.
  package internal(set) var claims: [Claim] = []
  /// In the order of the corpus: by article, analysis, and place in it.
  package internal(set) var attributions: [Attribution] = []
  package internal(set) var broken = BrokenChains()
  /// One for each of `Corpus.articles`.
  package internal(set) var articles: [ArticleEvidence]
  /// For each of `Corpus.analyses` the article that it is of, an index into `Corpus.articles`; it is
  /// there, as was checked when the content was read.
  package internal(set) var articleOfAnalysis: [Int]
  /// Indices into `Corpus.articles`, newest first; undated ones last.
  package internal(set) var newest: [Int] = []
  /// Indices into `events`: those with a date, in time order.
  package internal(set) var dated: [Int] = []
  /// Indices into `events`, by id.
  package internal(set) var undated: [Int] = []

  /// Sorted by slug.
  package internal(set) var tags: [Tag] = []

  /// For each entity the body that answers for it, an index into `entities`.
  package internal(set) var bodies: [Int] = []

  package internal(set) var entityIndex: [String: Int]
  package internal(set) var eventIndex: [String: Int]
  package internal(set) var articleIndex: [String: Int]
  package internal(set) var claimIndex: [String: Int] = [:]
  /// By what is the same of tags.
  package internal(set) var tagIndex: [String: Int] = [:]

  /// - Parameter workers: how many threads may work on it; at least 1.
  package init(_ corpus: Corpus, workers: Int = 1) {
    let entityIdentity = Identity(
      joined: corpus.entityCards.lazy.map { ($0.entity.id, $0.sameAs) }
    ) { note in
      for number in corpus.analyses.indices {
        for position in corpus.analyses[number].entities.indices {
          note(corpus.analyses[number].entities[position].id)
        }
      }
      for card in corpus.entityCards { note(card.entity.id) }
    }
    let eventIdentity = Identity(joined: Self.joinedEvents(corpus)) { note in
      for number in corpus.analyses.indices {
        for position in corpus.analyses[number].events.indices {
          note(corpus.analyses[number].events[position].id)
        }
      }
      for card in corpus.eventCards { note(card.event.id) }
    }
    self.corpus = corpus
    entityIndex = entityIdentity.index
    eventIndex = eventIdentity.index
    articleIndex = Dictionary(
      corpus.articles.indices.lazy.map { (corpus.articles[$0].id, $0) },
      uniquingKeysWith: { first, _ in first })
    entities = entityIdentity.ids.map { Entity(id: $0) }
    events = eventIdentity.ids.map { Event(id: $0) }
    articles = Array(repeating: ArticleEvidence(), count: corpus.articles.count)
    articleOfAnalysis = Array(repeating: 0, count: corpus.analyses.count)
    for (index, ids) in entityIdentity.otherIDs { entities[index].otherIDs = ids }
    for (index, ids) in eventIdentity.otherIDs { events[index].otherIDs = ids }

    placeAnalyses()
    placePublishers()
    mergeEntities(workers: workers)
    mergeEvents(workers: workers)
    link(workers: workers)
  }

  /// Puts together all that is more than what is declared of each thing.
  ///
  /// - Parameter same: the articles of which that is known.
  mutating func link(_ same: LinkedArticles? = nil, workers: Int) {
    findBodies()
    resolveAttributions(same, workers: workers)
    gatherClaims(workers: workers)
    orderEvents()
    gatherArticles(same, workers: workers)
    gatherTags()
  }

  // Inlinable, as are the parts of records: what is not, has all of the evidence counted at each call.
  @inlinable package func entity(id: String) -> Int? { entityIndex[id] }
  @inlinable package func event(id: String) -> Int? { eventIndex[id] }
  @inlinable package func claim(id: String) -> Int? { claimIndex[id] }
  @inlinable package func article(id: String) -> Int? { articleIndex[id] }

  @inlinable package func record(_ attribution: Attribution) -> AttributionRecord {
    corpus.analyses[attribution.analysis].attributions[attribution.record]
  }

  @inlinable package func article(_ attribution: Attribution) -> Article {
    corpus.articles[attribution.article]
  }

  /// Cards join events by `sameAs`, and so do relations of that type.
  private static func joinedEvents(_ corpus: Corpus) -> [(id: String, same: [String])] {
    let cards = corpus.eventCards.map { (id: $0.event.id, same: $0.sameAs) }
    var relations = corpus.eventCards.compactMap { joined($0.event) }
    for number in corpus.analyses.indices {
      for position in corpus.analyses[number].events.indices
      where !corpus.analyses[number].events[position].relations.isEmpty {
        if let same = joined(corpus.analyses[number].events[position]) { relations.append(same) }
      }
    }
    return cards + relations
  }

  private static func joined(_ event: EventRecord) -> (id: String, same: [String])? {
    let same = event.relations.lazy.filter { $0.type == .sameAs }.map(\.event)
    return same.isEmpty ? nil : (event.id, Array(same))
  }

  /// The analyses of an article stand together, since both are sorted by article id.
  mutating func placeAnalyses() {
    var start = 0
    while start < corpus.analyses.count {
      let id = corpus.analyses[start].article
      var end = start + 1
      while end < corpus.analyses.count, corpus.analyses[end].article == id { end += 1 }
      if let index = articleIndex[id] {
        articles[index].analyses = start..<end
        for analysis in start..<end { articleOfAnalysis[analysis] = index }
      }
      start = end
    }
  }

  mutating func placePublishers() {
    for index in corpus.articles.indices {
      guard let publisher = corpus.articles[index].publisher.flatMap({ entityIndex[$0] })
      else { continue }
      articles[index].publisher = publisher
      entities[publisher].publications.append(index)
    }
  }
}
