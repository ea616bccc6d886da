import Evidence
import Mustache

extension PageMaker {
  func timeline() throws -> SiteFile {
    let undated = site.timeline.undated.count
    return try timelinePage(
      routes.timeline, strings["heading.timeline"], parent: nil, events: [],
      total: views.count("events", evidence.events.count, of: "events", on: routes.events.href),
      page: 1, years: site.timeline.years.map(views.year),
      density: views.density(of: site.timeline.years),
      lanes: views.lanes(of: site.leading.prefix(Limits.rows)),
      undated: undated == 0
        ? nil
        : views.count(
          "undated", undated, of: "events", on: routes.timeline.sub("undated").href))
  }

  func year(_ index: Int, _ number: Int) throws -> SiteFile {
    let year = site.timeline.years[index]
    return try timelinePage(
      routes.year(year.year), views.dates.yearText(year.year), parent: whole, events: year.events,
      page: number, years: number == 1 ? [views.year(year)] : [],
      density: number == 1 ? views.density(of: [year]) : nil)
  }

  func month(_ index: Int, _ month: Int, _ number: Int) throws -> SiteFile {
    let year = site.timeline.years[index]
    let events = year.months[month - 1].events
    let parent = LinkView(
      path: routes.year(year.year).href, name: views.word(views.dates.yearText(year.year)))
    return try timelinePage(
      routes.month(year.year, month), views.dates.monthText(year: year.year, month: month),
      parent: parent, events: events, page: number,
      days: number == 1 ? views.days(of: year.months[month - 1], month, year: year.year) : [])
  }

  /// - Parameters:
  ///   - index: of the year in the timeline.
  ///   - position: of the day among those of its month that have events.
  func day(_ index: Int, _ month: Int, _ position: Int, _ number: Int) throws -> SiteFile {
    let year = site.timeline.years[index]
    let day = year.months[month - 1].days[position]
    let parent = LinkView(
      path: routes.month(year.year, month).href,
      name: views.word(views.dates.monthText(year: year.year, month: month)))
    return try timelinePage(
      routes.day(year.year, month, day.day),
      views.dates.dayText(year: year.year, month: month, day: day.day), parent: parent,
      events: day.events, page: number)
  }

  func undated(_ number: Int) throws -> SiteFile {
    let events = site.timeline.undated
    return try timelinePage(
      routes.timeline.sub("undated"), strings.count("undated", events.count), parent: whole,
      events: events, page: number)
  }

  private var whole: LinkView {
    LinkView(path: routes.timeline.href, name: views.word(strings["heading.timeline"]))
  }

  private func timelinePage(
    _ route: Route, _ heading: String, parent: LinkView?, events: [Int], total: CountView? = nil,
    page: Int, years: [YearView] = [], days: [DayView] = [], density: PictureView? = nil,
    lanes: PictureView? = nil,
    undated: CountView? = nil
  ) throws -> SiteFile {
    let pager = Pager(rows: events.count, page: page)
    return try self.page(
      "timeline", route.page(page), title: heading, current: .timeline,
      TimelinePage(
        heading: heading, parent: parent,
        total: total ?? views.count("events", events.count, of: "events", on: nil), years: years,
        days: days, density: density, lanes: lanes,
        events: views.rows.html(
          events: events[pager.range],
          unsettled: events[pager.range].lazy.map { [site] in site.timeline.unsettled[$0] }),
        undated: undated, pager: pager.view(route, strings)))
  }
}
