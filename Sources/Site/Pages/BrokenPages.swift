import Evidence
import Mustache

extension PageMaker {
  /// - Parameter kind: `nil` for all that lack more than a date.
  func brokenChains(_ kind: ChainBreak?, _ number: Int) throws -> SiteFile {
    let attributions = kind.map { evidence.broken[$0] } ?? evidence.broken.all
    let share = kind.map(AttributionShare.kind) ?? .broken
    let list = routes.brokenChains(kind)
    let route = list.page(number)
    let pager = Pager(rows: attributions.count, page: number)
    let heading = views.name(of: share)
    return try page(
      "broken-chains", route,
      title: kind == nil ? heading : "\(heading) · \(views.name(of: .broken))",
      current: .attributions,
      BrokenChainsPage(
        heading: heading,
        parent: LinkView(
          path: routes.attributions.href, name: views.word(strings["nav.attributions"])),
        why: kind.map { views.chainBreak($0).why } ?? strings["breakWhy.chains"],
        kinds: views.breakKinds(current: share, page: number),
        extent: extent(of: list, "attributions", attributions.count, page: number),
        attributions: views.rows.html(.attribution, attributions[pager.range]),
        pager: pager.view(list, strings)))
  }
}
