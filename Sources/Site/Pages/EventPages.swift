import Evidence
import Mustache

extension PageMaker {
  func event(_ index: Int) throws -> SiteFile {
    let route = routes.event(evidence.events[index].id)
    let model = views.eventPage(index, root: route.root)
    return try page("event", route, title: model.event.title.text, current: .timeline, model)
  }

  /// All events: in time order, the undated last.
  func events(_ number: Int) throws -> SiteFile {
    let all = evidence.dated + evidence.undated
    let pager = Pager(rows: all.count, page: number)
    let heading = strings["heading.events"]
    return try page(
      "events", routes.events.page(number), title: heading, current: .timeline,
      EventsPage(
        heading: heading, events: all[pager.range].map(views.event),
        pager: pager.view(routes.events, strings)))
  }

  func claim(_ index: Int) throws -> SiteFile {
    let model = views.claimPage(index)
    return try page(
      "claim", routes.claim(evidence.claims[index].id), title: model.title.text, current: .claims,
      model)
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
    return try page(
      "attributions", routes.attributions.page(number), title: heading, current: .attributions,
      AttributionsPage(
        heading: heading, parent: nil,
        totalText: strings.count("attributions", evidence.attributions.count),
        attributions: pager.range.map(views.attribution),
        pager: pager.view(routes.attributions, strings), csv: "data/attributions.csv",
        json: "data/attributions.json"))
  }
}
