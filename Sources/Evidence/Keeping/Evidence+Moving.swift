import Corpus

extension Evidence {
  /// Moves everything to its place, and makes room for what came.
  mutating func move(_ growth: EvidenceGrowth, workers: Int) {
    let moves = growth.moves
    if !moves.areNone {
      entities = moved(entities, workers) { $0.moved(moves) }
      events = moved(events, workers) { $0.moved(moves) }
      claims = moved(claims, workers) { $0.moved(moves) }
      attributions = moved(attributions, workers) { $0.moved(moves) }
      articles = articles.map { $0.moved(moves) }
      tags = tags.map { $0.moved(moves) }
      broken = broken.moved(moves)
      newest.move(moves.articles)
      dated.move(moves.events)
      undated.move(moves.events)
    }
    entities = moves.entities.spread(entities) { Entity(id: growth.newEntities[$0]) }
    entityIndex = moves.entities.spread(entityIndex, growth.newEntities)
    events = moves.events.spread(events) { Event(id: growth.newEvents[$0]) }
    eventIndex = moves.events.spread(eventIndex, growth.newEvents)
    claims = moves.claims.spread(claims) { Claim(id: growth.newClaims[$0]) }
    claimIndex = moves.claims.spread(claimIndex, growth.newClaims)
    articleIndex = growth.articleIndex
    makeRoom(for: growth)
  }

  private func moved<Value: Sendable>(
    _ list: [Value], _ workers: Int, _ move: @Sendable (Value) -> Value
  ) -> [Value] {
    concurrently(workers) { number in
      list[share(number, of: workers, in: list.count)].map(move)
    }.flatMap { $0 }
  }

  /// Gives articles the ranges of attributions that they have now. In those of touched ones is nothing of
  /// use yet.
  private mutating func makeRoom(for growth: EvidenceGrowth) {
    let room = Attribution(
      article: 0, analysis: 0, record: 0, sources: [nil], outlet: nil, aboutEntities: [],
      aboutEvents: [], claim: nil)
    var all: [Attribution] = []
    all.reserveCapacity(growth.moves.attributions.count)
    var touched = growth.articles[...]
    for article in 0..<growth.moves.articles.count {
      if touched.first == article {
        touched.removeFirst()
        all += repeatElement(room, count: growth.attributions[article].count)
      } else if let before = growth.moves.articles.before(article) {
        all += attributions[articles[before].attributions]
      }
    }
    attributions = all
    articles = growth.moves.articles.spread(articles) { _ in ArticleEvidence() }
    for index in articles.indices { articles[index].attributions = growth.attributions[index] }
  }
}
