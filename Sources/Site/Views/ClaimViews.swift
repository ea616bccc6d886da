import Evidence

extension Views {
  func claimPage(_ index: Int) -> ClaimPage {
    let claim = evidence.claims[index]
    let route = routes.claim(claim.id)
    let isShort = claim.attributions.count <= Limits.rows
    let more = route.sub("attributions")
    return ClaimPage(
      id: claim.id, title: self.claim(index).title, isSingleOrigin: claim.isSingleOrigin,
      originCount: count("origins", claim.origins.count, of: "origins", on: nil),
      repetitionsText: repetitionsText(claim),
      deniedText: deniedText(claim), earliest: earliest(claim), circles: claim.circles.map(circle),
      tree: tree(of: claim), origins: origins(claim, more: isShort ? nil : more.href),
      attributions: list(
        .attribution, isShort ? [] : claim.attributions, more: more, limit: 0))
  }

  /// "7 attributions in 3 articles".
  func repetitionsText(_ claim: Claim) -> String {
    strings.filled(
      "claim.repetitions",
      [
        "attributions": strings.count("attributions", claim.attributions.count),
        "articles": strings.count("articles", evidence.articles(of: claim.attributions).count),
      ])
  }

  // MARK: Origins

  /// - Parameter more: where the attributions are that have no room on the claim's page.
  private func origins(_ claim: Claim, more: String?) -> [ClaimPage.OriginView] {
    var room = Room(claim, isWhole: more == nil)
    return claim.origins.enumerated().map { number, origin in
      let total = origin.attributions.count
      let trees = ChainTreeViews(self, origin, number: number, more: more)
      return ClaimPage.OriginView(
        bodies: origin.bodies.map { entity($0) }, isCircular: origin.bodies.count > 1,
        isDenial: isDenial(origin), countText: strings.count("attributions", total),
        count: more == nil
          ? count("attributions", total, of: trees.listName, on: nil) : nil,
        nodes: trees.nodes(room.shown(of: number, evidence)))
    }
  }

  private func isDenial(_ origin: Claim.Origin) -> Bool {
    origin.attributions.allSatisfy { evidence.isNegative(evidence.attributions[$0]) }
  }

  /// "1 of them denies it", where some affirm and some deny.
  private func deniedText(_ claim: Claim) -> String? {
    let denials = claim.origins.count(where: isDenial)
    return denials > 0 && denials < claim.origins.count ? strings.count("denials", denials) : nil
  }

  // MARK: The earliest report

  private func earliest(_ claim: Claim) -> EarliestView? {
    let report = claim.earliest
    let text =
      if report.isOnly { "claim.only" } else if report.article != nil { "claim.earliest" } else {
        report.candidates.isEmpty ? "claim.noDates" : "claim.earliestOpen"
      }
    let further = report.candidates.count - Limits.shown
    return EarliestView(
      text: strings[text],
      articles: (report.isOnly ? report.candidates + report.undated : report.candidates)
        .prefix(Limits.shown).map { article($0) },
      moreText: further > 0
        ? strings.filled("claim.further", ["articles": strings.count("articles", further)])
        : nil,
      undatedText: report.isOnly || report.undated.isEmpty || report.candidates.isEmpty
        ? nil
        : strings.filled(
          "claim.undated", ["articles": strings.count("articles", report.undated.count)]))
  }

  // MARK: Circles

  private func circle(_ circle: Circle) -> CircleView {
    CircleView(
      bodies: circle.bodies.prefix(Limits.rows).map { entity($0) },
      feeders: circle.feeders.prefix(Limits.shown).map { entity($0) },
      isFedUnnamed: circle.isFedUnnamed, isClosed: circle.isClosed, isNegative: circle.isNegative,
      steps: circle.attributions.prefix(Limits.shown).map { index in
        let attribution = evidence.attributions[index]
        return CircleView.StepView(
          path: attributionPath(index), sources: chain(attribution),
          article: article(attribution.article))
      },
      countText: strings.filled(
        "claim.circleCount",
        [
          "attributions": strings.count("attributions", circle.attributions.count),
          "bodies": strings.count("bodies", circle.bodies.count),
        ]))
  }

  /// The claims that a source's body reports in a circle.
  func circles(of entity: Int) -> [CircleRow] {
    let body = evidence.bodies[entity]
    return evidence.entities[body].circles.prefix(Limits.rows).map { index in
      let circles = evidence.claims[index].circles.filter { $0.bodies.contains(body) }
      return CircleRow(
        claim: claim(index),
        others: circles.flatMap(\.bodies).filter { $0 != body }.prefix(Limits.shown)
          .map { self.entity($0) })
    }
  }
}

/// Which attributions of a claim have room on its page: all, or of a claim with very many one of each
/// way that they came, the first of each origin before others. No origin is left out, but of those
/// far down no attribution is shown.
private struct Room {
  private let shown: [[Int]]?
  private let origins: [Claim.Origin]

  init(_ claim: Claim, isWhole: Bool) {
    origins = claim.origins
    shown = isWhole ? claim.origins.map(\.attributions) : nil
    left = max(Limits.rows - claim.origins.count, 0)
  }

  private var left: Int

  mutating func shown(of number: Int, _ evidence: Evidence) -> [Int] {
    if let shown { return shown[number] }
    guard number < Limits.rows, let first = origins[number].attributions.first else { return [] }
    var ways: Set<[Int?]> = [Self.way(first, evidence)]
    var chosen = [first]
    for index in origins[number].attributions where left > 0 {
      guard ways.insert(Self.way(index, evidence)).inserted else { continue }
      chosen.append(index)
      left -= 1
    }
    return chosen
  }

  private static func way(_ index: Int, _ evidence: Evidence) -> [Int?] {
    evidence.attributions[index].sources + [evidence.attributions[index].outlet]
  }
}
