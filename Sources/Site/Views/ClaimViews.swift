import Evidence

extension Views {
  func claimPage(_ index: Int, root: String) -> ClaimPage {
    let claim = evidence.claims[index]
    let route = routes.claim(claim.id)
    let articles = Set(claim.attributions.map { evidence.attributions[$0].article }).count
    let isShort = claim.attributions.count <= Limits.rows
    return ClaimPage(
      id: claim.id, title: self.claim(index).title, isSingleOrigin: claim.origins.count == 1,
      originsText: strings.count("origins", claim.origins.count),
      repetitionsText: strings["claim.repetitions"]
        .replacing("{attributions}", with: strings.count("attributions", claim.attributions.count))
        .replacing("{articles}", with: strings.count("articles", articles)),
      origins: claim.origins.prefix(Limits.rows).map { origin(claim, $0, isShort: isShort) },
      attributions: list(
        .attribution, isShort ? [] : claim.attributions, more: route.sub("attributions"), limit: 0,
        root: root))
  }

  /// - Parameter isShort: whether all attributions have room on the claim's page.
  private func origin(_ claim: Claim, _ origin: Claim.Origin, isShort: Bool) -> ClaimPage.OriginView
  {
    ClaimPage.OriginView(
      body: origin.body.map { entity($0) },
      countText: strings.count("attributions", origin.attributions.count),
      attributions: (isShort ? origin.attributions[...] : origin.attributions.prefix(1))
        .map(attribution))
  }
}
