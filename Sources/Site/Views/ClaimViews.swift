import Evidence

extension Views {
  func claimPage(_ index: Int, root: String) -> ClaimPage {
    let claim = evidence.claims[index]
    let route = routes.claim(claim.id)
    let articles = Set(claim.attributions.map { evidence.attributions[$0].article }).count
    let isShort = claim.attributions.count <= Limits.rows
    return ClaimPage(
      id: claim.id, title: self.claim(index).title, isSingleOrigin: claim.origins.count == 1,
      originCount: count("origins", claim.origins.count, of: "origins", on: nil),
      repetitionsText: strings["claim.repetitions"]
        .replacing("{attributions}", with: strings.count("attributions", claim.attributions.count))
        .replacing("{articles}", with: strings.count("articles", articles)),
      origins: claim.origins.enumerated().map { number, origin in
        self.origin(
          origin, number: number, more: isShort ? nil : route.sub("attributions").href)
      },
      attributions: list(
        .attribution, isShort ? [] : claim.attributions, more: route.sub("attributions"), limit: 0,
        root: root))
  }

  /// - Parameter more: where the attributions are that have no room on the claim's page.
  private func origin(_ origin: Claim.Origin, number: Int, more: String?) -> ClaimPage.OriginView {
    let total = origin.attributions.count
    return ClaimPage.OriginView(
      body: origin.body.map { entity($0) }, countText: strings.count("attributions", total),
      count: more == nil
        ? count("attributions", total, of: "origin-\(number + 1)", on: nil) : nil,
      morePath: more,
      attributions: origin.attributions.prefix(shown(number, more == nil)).map(attribution))
  }

  /// How many attributions of an origin have room on its claim's page: of a claim with very many, the
  /// first of each, and none of those far down. No origin is left out.
  private func shown(_ number: Int, _ isShort: Bool) -> Int {
    isShort ? Limits.rows : number < Limits.rows ? 1 : 0
  }
}
