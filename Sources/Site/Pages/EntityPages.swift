import Corpus
import Evidence
import Mustache

extension PageMaker {
  func entity(_ index: Int) throws -> SiteFile {
    let route = routes.entity(evidence.entities[index].id)
    let model = views.entityPage(index, companions: companions(of: index), on: route)
    return try page(
      "entity", route, title: model.name.text, description: views.description(ofEntity: index),
      current: .entities, feed: model.feed,
      kind: evidence.entities[index].type.best == .person ? .profile : .website,
      data: { $0.entityPage(index, route) }, model)
  }

  /// The authored brief as it was written, beside the page.
  func briefFile(ofEntity index: Int) -> [SiteFile] {
    let id = evidence.entities[index].id
    return briefFile(views.brief(id, .entity), routes.entity(id))
  }

  func briefFile(ofEvent index: Int) -> [SiteFile] {
    let id = evidence.events[index].id
    return briefFile(views.brief(id, .event), routes.event(id))
  }

  private func briefFile(_ brief: Brief?, _ route: Route) -> [SiteFile] {
    guard let brief else { return [] }
    return [SiteFile(path: route.file("brief.md").path, bytes: Array(brief.body.source.utf8))]
  }

  func entities(_ number: Int) throws -> SiteFile {
    let pager = Pager(rows: site.leading.count, page: number)
    let heading = strings["heading.entities"]
    return try page(
      "entities", routes.entities.page(number), title: heading, current: .entities,
      EntitiesPage(
        heading: heading, parent: nil, listName: "entities",
        entities: site.leading[pager.range].map(views.entityRow),
        pager: pager.view(routes.entities, strings)))
  }

  func source(_ index: Int) throws -> SiteFile {
    let route = routes.source(evidence.entities[index].id)
    let model = views.sourcePage(index)
    return try page(
      "source", route, title: model.entity.name.text,
      description: views.description(ofSource: index), current: .sources,
      data: { $0.sourcePage(index, route) }, model)
  }

  func sources(_ number: Int) throws -> SiteFile {
    let pager = Pager(rows: site.sources.count, page: number)
    let heading = strings["nav.sources"]
    return try page(
      "sources", routes.sources.page(number), title: heading, current: .sources,
      SourcesPage(
        heading: heading, flows: number == 1 ? views.flows() : nil,
        sources: site.sources[pager.range].map(views.sourceRow),
        pager: pager.view(routes.sources, strings)))
  }
}
