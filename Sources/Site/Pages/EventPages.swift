import Evidence
import Mustache

extension PageMaker {
  func event(_ index: Int) throws -> SiteFile {
    let route = routes.event(evidence.events[index].id)
    let model = views.eventPage(index, on: route)
    return try page(
      "event", route, title: model.event.title.text,
      description: views.description(ofEvent: index), current: .timeline,
      citation: citation(ofEvent: index, route), data: { $0.eventPage(index, route) }, model)
  }

  /// All events: in time order, the undated last.
  func events(_ number: Int) throws -> SiteFile {
    let all = evidence.dated + evidence.undated
    let pager = Pager(rows: all.count, page: number)
    let heading = strings["heading.events"]
    let route = routes.events.page(number)
    return try page(
      "events", route, title: heading, current: .timeline,
      EventsPage(
        heading: heading,
        events: views.rows.html(
          events: all[pager.range],
          unsettled: all[pager.range].lazy.map { [site] in site.timeline.unsettled[$0] }),
        pager: pager.view(routes.events, strings)))
  }

  func claim(_ index: Int) throws -> SiteFile {
    let route = routes.claim(evidence.claims[index].id)
    let model = views.claimPage(index)
    return try page(
      "claim", route, title: model.title.text, description: views.description(ofClaim: index),
      current: .claims,
      citation: citation(ofClaim: index, route), data: { $0.claimPage(index, route) }, model)
  }

  func claims(_ number: Int) throws -> SiteFile {
    let pager = Pager(rows: site.leadingClaims.count, page: number)
    let heading = strings["heading.claims"]
    return try page(
      "claims", routes.claims.page(number), title: heading, current: .claims,
      ClaimsPage(
        heading: heading, claims: site.leadingClaims[pager.range].map(views.claimRow),
        pager: pager.view(routes.claims, strings)))
  }

  func attributions(_ number: Int) throws -> SiteFile {
    let pager = Pager(rows: evidence.attributions.count, page: number)
    let heading = strings["nav.attributions"]
    let route = routes.attributions.page(number)
    return try page(
      "attributions", route, title: heading, current: .attributions,
      AttributionsPage(
        heading: heading, parent: nil,
        extent: extent(
          of: routes.attributions, "attributions", evidence.attributions.count, page: number),
        attributions: views.rows.html(.attribution, pager.range),
        pager: pager.view(routes.attributions, strings), csv: "data/attributions.csv",
        json: "data/attributions.json", kinds: views.breakKinds(current: .whole, page: number)))
  }
}
