import Evidence
import Mustache

extension PageMaker {
  func timeline() throws -> SiteFile {
    let undated = site.timeline.undated.count
    return try timelinePage(
      routes.timeline, strings["heading.timeline"], parent: nil, events: [],
      total: evidence.events.count, page: 1, years: site.timeline.years.map(views.year),
      undated: undated > 0 ? strings.count("undated", undated) : nil)
  }

  func year(_ index: Int, _ number: Int) throws -> SiteFile {
    let year = site.timeline.years[index]
    return try timelinePage(
      routes.year(year.year), views.dates.yearText(year.year), parent: whole, events: year.events,
      total: year.events.count, page: number, years: number == 1 ? [views.year(year)] : [])
  }

  func month(_ index: Int, _ month: Int, _ number: Int) throws -> SiteFile {
    let year = site.timeline.years[index]
    let events = year.months[month - 1]
    let parent = LinkView(
      path: routes.year(year.year).href, name: views.word(views.dates.yearText(year.year)))
    return try timelinePage(
      routes.month(year.year, month), views.dates.monthText(year: year.year, month: month),
      parent: parent, events: events, total: events.count, page: number)
  }

  func undated(_ number: Int) throws -> SiteFile {
    let events = site.timeline.undated
    return try timelinePage(
      routes.timeline.sub("undated"), strings.count("undated", events.count), parent: whole,
      events: events, total: events.count, page: number)
  }

  private var whole: LinkView {
    LinkView(path: routes.timeline.href, name: views.word(strings["heading.timeline"]))
  }

  private func timelinePage(
    _ route: Route, _ heading: String, parent: LinkView?, events: [Int], total: Int, page: Int,
    years: [YearView] = [], undated: String? = nil
  ) throws -> SiteFile {
    let pager = Pager(rows: events.count, page: page)
    return try self.page(
      "timeline", route.page(page), title: heading, current: .timeline,
      TimelinePage(
        heading: heading, parent: parent, totalText: strings.count("events", total), years: years,
        events: views.rows.html(.event, events[pager.range], root: route.page(page).root), undatedText: undated,
        undatedPath: undated == nil ? nil : routes.timeline.sub("undated").href,
        pager: pager.view(route, strings)))
  }
}
