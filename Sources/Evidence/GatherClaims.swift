import Corpus

extension Evidence {
  /// Gathers the attributions of each claim, and finds what they come from.
  ///
  /// - Parameter workers: how many parts of the claims are looked at at the same time; at least 1.
  mutating func gatherClaims(workers: Int) {
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
    claims = concurrently(workers) { [self] number in
      var circles = CircleFinder(bodies: bodies)
      return share(number, of: workers, in: claims.count).map { settled($0, &circles) }
    }.flatMap { $0 }
    for index in claims.indices {
      for body in Set(claims[index].circles.flatMap(\.bodies)) {
        entities[body].circles.append(index)
      }
    }
  }

  /// A claim whose attributions are gathered, with what it comes from.
  func settled(_ index: Int, _ circles: inout CircleFinder) -> Claim {
    var claim = claims[index]
    let own = claim.attributions
    claim.circles = circles.circles(among: own, of: attributions) {
      isNegative(attributions[$0])
    }
    claim.origins = origins(of: claim)
    // A denial answers a report; it is none, unless all deny.
    let affirming = own.filter { !isNegative(attributions[$0]) }
    claim.earliest = EarliestReport(
      articles(of: affirming.isEmpty ? own : affirming), of: corpus.articles)
    return claim
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
