import Corpus

extension Evidence {
  /// Gathers the attributions of each claim, and finds what they come from.
  mutating func gatherClaims() {
    var named: Set<String> = []
    for attribution in attributions {
      if let id = claim(of: attribution) { named.insert(id) }
    }
    let ids = named.sorted()
    claims = ids.map { Claim(id: $0) }
    for (index, id) in ids.enumerated() { claimIndex[id] = index }
    for index in attributions.indices {
      let claim = claim(of: attributions[index]).flatMap { claimIndex[$0] }
      attributions[index].claim = claim
      if let claim { claims[claim].attributions.append(index) }
    }
    var circles = CircleFinder(bodies: bodies)
    for index in claims.indices {
      settle(index, &circles)
      for body in Set(claims[index].circles.flatMap(\.bodies)) {
        entities[body].circles.append(index)
      }
    }
  }

  /// Finds what a claim comes from, whose attributions are gathered.
  mutating func settle(_ index: Int, _ circles: inout CircleFinder) {
    let own = claims[index].attributions
    claims[index].circles = circles.circles(among: own, of: attributions) {
      isNegative(attributions[$0])
    }
    claims[index].origins = origins(of: claims[index])
    // A denial answers a report; it is none, unless all deny.
    let affirming = own.filter { !isNegative(attributions[$0]) }
    claims[index].earliest = EarliestReport(
      articles(of: affirming.isEmpty ? own : affirming), of: corpus.articles)
  }

  /// The articles of attributions that are ascending, each once.
  package func articles(of attributions: [Int]) -> [Int] {
    var articles: [Int] = []
    for index in attributions where articles.last != self.attributions[index].article {
      articles.append(self.attributions[index].article)
    }
    return articles
  }
}
