import Evidence

/// A share of the attributions that has pages of its own.
enum AttributionShare: Hashable {
  case whole
  /// All that lack more than a date.
  case broken
  case kind(ChainBreak)

  static let all: [Self] = [.whole, .broken] + ChainBreak.allCases.map(Self.kind)
}

extension Views {
  /// The ways between the whole table of attributions and its broken chains, on a page of one of them.
  func breakKinds(current: AttributionShare, page: Int) -> [BreakKindView] {
    AttributionShare.all.map { share in
      let route = route(of: share)
      return BreakKindView(
        name: name(of: share), path: route.href,
        count: page == 1 ? digits(count(of: share), of: route.name, on: route.href) : nil,
        isCurrent: share == current)
    }
  }

  func name(of share: AttributionShare) -> String {
    switch share {
    case .whole: strings["nav.attributions"]
    case .broken: strings["break.chains"]
    case .kind(let kind): chainBreak(kind).word
    }
  }

  private func route(of share: AttributionShare) -> Route {
    switch share {
    case .whole: routes.attributions
    case .broken: routes.brokenChains()
    case .kind(let kind): routes.brokenChains(kind)
    }
  }

  private func count(of share: AttributionShare) -> Int {
    switch share {
    case .whole: evidence.attributions.count
    case .broken: evidence.broken.all.count
    case .kind(let kind): evidence.broken[kind].count
    }
  }
}

// MARK: Of one source

extension Views {
  /// What the chains lack that a source has a part in.
  func breakCounts(of entity: Entity) -> [BreakCountRow] {
    let said = tally(entity.said)
    let relayed = tally(entity.relayed)
    let published = tally(entity.published)
    return ChainBreak.allCases.compactMap { kind in
      func count(_ tally: [ChainBreak: Int], _ column: String) -> TableCount {
        tableCount(tally[kind] ?? 0, "\(column)=\(entity.id) broken=\(kind.rawValue)")
      }
      guard [said, relayed, published].contains(where: { $0[kind] != nil }) else { return nil }
      return BreakCountRow(
        kind: chainBreak(kind), originated: count(said, "originator"),
        carried: count(relayed, "carrier"), published: count(published, "outlet"))
    }
  }

  private func tally(_ attributions: [Int]) -> [ChainBreak: Int] {
    var tally: [ChainBreak: Int] = [:]
    for index in attributions {
      for kind in evidence.attributions[index].breaks.kinds { tally[kind, default: 0] += 1 }
    }
    return tally
  }

  /// How many of the chains that a source has a part in lack more than a date; each counts once.
  func brokenCount(of index: Int) -> TableCount {
    let entity = evidence.entities[index]
    func count(_ attributions: [Int], where isNew: (Int) -> Bool) -> Int {
      attributions.count { evidence.attributions[$0].breaks.isBroken && isNew($0) }
    }
    let number =
      count(entity.said) { _ in true }
      + count(entity.relayed) { evidence.attributions[$0].originator != index }
      + count(entity.published) { !evidence.attributions[$0].sources.contains(index) }
    return tableCount(number, "part=\(entity.id) broken=any")
  }

  func tableCount(_ number: Int, _ condition: String) -> TableCount {
    TableCount(number: number, text: strings.digits(number), condition: condition)
  }
}
