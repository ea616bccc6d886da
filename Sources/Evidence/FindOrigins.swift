extension Evidence {
  /// What decides that two attributions have one origin.
  private enum OriginKey: Hashable {
    case body(Int)
    /// Bodies that report in a circle: which of the claim's circles.
    case circle(Int)
    /// An unnamed source is one origin for all who take it from the same hand.
    case unnamed(carrier: Int)
    /// An unnamed source of an article that names no outlet either.
    case unknown(article: Int)
  }

  /// A body that passes on what is said for, or against, the claim.
  private struct Hand: Hashable {
    let body: Int
    let isNegative: Bool
  }

  func origins(of claim: Claim) -> [Claim.Origin] {
    let circles = Dictionary(
      claim.circles.enumerated().flatMap { number, circle in circle.bodies.map { ($0, number) } },
      uniquingKeysWith: { first, _ in first })
    let keys = claim.attributions.map { key(attributions[$0], circles) }
    let isAdopting = claim.attributions.contains { attributions[$0].breaks.contains(.originless) }
    let shown = isAdopting ? originsByHand(claim.attributions, keys) : Shown()
    var position: [OriginKey: Int] = [:]
    var origins: [Claim.Origin] = []
    for (index, own) in zip(claim.attributions, keys) {
      let key = adopting(own, index, shown)
      let known = position[key] ?? origins.count
      if known == origins.count {
        position[key] = known
        origins.append(Claim.Origin(bodies: bodies(of: key, claim), attributions: []))
      }
      origins[known].attributions.append(index)
      if key != own { origins[known].adopted.append(index) }
    }
    return origins
  }

  private func key(_ attribution: Attribution, _ circles: [Int: Int]) -> OriginKey {
    if let originator = attribution.originator {
      let body = bodies[originator]
      return circles[body].map(OriginKey.circle) ?? .body(body)
    }
    if let carrier = attribution.sources.lazy.dropFirst().compactMap({ $0 }).first
      ?? attribution.outlet
    {
      return .unnamed(carrier: carrier)
    }
    return .unknown(article: attribution.article)
  }

  private func bodies(of key: OriginKey, _ claim: Claim) -> [Int] {
    switch key {
    case .body(let body): [body]
    case .circle(let number): claim.circles[number].bodies
    case .unnamed, .unknown: []
    }
  }

  // MARK: Carriers without an originator

  private struct Shown {
    /// The one origin that each carrier, or outlet, has the claim from; `nil` where there are several.
    var origins: [Hand: OriginKey?] = [:]
    /// Bodies that also speak for themselves.
    var speakers: Set<Int> = []
  }

  private func originsByHand(_ indices: [Int], _ keys: [OriginKey]) -> Shown {
    var shown = Shown()
    for (index, key) in zip(indices, keys) {
      let attribution = attributions[index]
      let isNegative = isNegative(attribution)
      let own = attribution.originator.map { bodies[$0] }
      if let own, !attribution.breaks.contains(.originless) { shown.speakers.insert(own) }
      for case .some(let hand) in attribution.sources.dropFirst() + [attribution.outlet]
      where bodies[hand] != own {
        let hand = Hand(body: bodies[hand], isNegative: isNegative)
        if let known = shown.origins[hand] {
          if known != key { shown.origins[hand] = .some(nil) }
        } else {
          shown.origins[hand] = key
        }
      }
    }
    return shown
  }

  /// The origin of a chain that begins with a carrier, where other chains show it: step by step, since
  /// that carrier's own may begin with another.
  private func adopting(
    _ own: OriginKey, _ index: Int, _ shown: Shown
  ) -> OriginKey {
    guard attributions[index].breaks.contains(.originless) else { return own }
    let isNegative = isNegative(attributions[index])
    var key = own
    var seen: Set<OriginKey> = [own]
    while case .body(let body) = key, key == own || !shown.speakers.contains(body),
      let next = shown.origins[Hand(body: body, isNegative: isNegative)] ?? nil,
      seen.insert(next).inserted
    {
      key = next
    }
    return key
  }
}
