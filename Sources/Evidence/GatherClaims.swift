import Corpus

extension Evidence {
  /// Gathers the attributions of each claim, and groups them by the body that they come from.
  mutating func gatherClaims() {
    let ids = Set(corpus.analyses.lazy.flatMap(\.attributions).compactMap(\.claim)).sorted()
    claims = ids.map { Claim(id: $0) }
    for (index, id) in ids.enumerated() { claimIndex[id] = index }
    for index in attributions.indices {
      guard let id = record(attributions[index]).claim, let claim = claimIndex[id] else { continue }
      attributions[index] = attributions[index].claiming(claim)
      claims[claim].attributions.append(index)
    }
    for index in claims.indices { claims[index].origins = origins(of: claims[index]) }
  }

  /// What decides that two attributions have one origin.
  private enum OriginKey: Hashable {
    case body(Int)
    /// An unnamed source is one origin for all who take it from the same hand.
    case unnamed(carrier: Int?)
    /// An unnamed source of an article that names no outlet either.
    case unknown(article: Int)
  }

  private func origins(of claim: Claim) -> [Claim.Origin] {
    var position: [OriginKey: Int] = [:]
    var origins: [Claim.Origin] = []
    for index in claim.attributions {
      let key = originKey(attributions[index])
      if let known = position[key] {
        origins[known].attributions.append(index)
      } else {
        position[key] = origins.count
        let body: Int? = if case .body(let body) = key { body } else { nil }
        origins.append(Claim.Origin(body: body, attributions: [index]))
      }
    }
    return origins
  }

  private func originKey(_ attribution: Attribution) -> OriginKey {
    if let originator = attribution.originator { return .body(bodies[originator]) }
    if let carrier = attribution.sources.dropFirst().compactMap({ $0 }).first ?? attribution.outlet
    {
      return .unnamed(carrier: carrier)
    }
    return .unknown(article: attribution.article)
  }
}

extension Attribution {
  fileprivate func claiming(_ claim: Int) -> Attribution {
    Attribution(
      article: article, analysis: analysis, record: record, sources: sources, outlet: outlet,
      aboutEntities: aboutEntities, aboutEvents: aboutEvents, claim: claim)
  }
}
