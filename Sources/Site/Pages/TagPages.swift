import Evidence
import Mustache

extension PageMaker {
  func tags(_ number: Int) throws -> SiteFile {
    let pager = Pager(rows: evidence.tags.count, page: number)
    let heading = strings["heading.tags"]
    return try page(
      "tags", routes.tags.page(number), title: heading, current: .articles,
      TagsPage(
        heading: heading, tags: pager.range.map(views.tagRow),
        pager: pager.view(routes.tags, strings)))
  }

  func tag(_ index: Int) throws -> SiteFile {
    let tag = evidence.tags[index]
    let route = routes.tag(tag.slug)
    return try page(
      "tag", route, title: tag.name, current: .articles,
      TagPage(
        heading: views.text(tag.name, lang: ""),
        articles: views.list(
          .article, tag.articles, more: route.sub("articles")),
        events: views.eventList(
          tag.events, of: .tagEvents(index), more: route.sub("events")),
        calendar: views.calendar(tag.events, of: .tagEvents(index), around: route)))
  }
}
