import Corpus
import Evidence

/// The years, months and days of lists that mix them.
extension Views {
  /// Of a list of which a page of several lists shows the first rows; `nil` where it lies in one month.
  ///
  /// - Parameter parent: the page that shows them; the list's own pages are below it.
  func calendar(_ events: [Int], of list: PageJob.List, around parent: Route) -> CalendarView? {
    let isShort = events.count <= Limits.shown
    return calendar(
      events, of: list, on: isShort ? parent : parent.sub("events"), days: 0..<0)
  }

  /// Of a list with pages of its own.
  ///
  /// - Parameters:
  ///   - route: where its rows are.
  ///   - range: the rows whose days are named.
  func calendar(
    _ events: [Int], of list: PageJob.List, on route: Route, days range: Range<Int>
  ) -> CalendarView? {
    let all = months(events, of: list)
    let shown = days(events, range)
    // Further pages name their own months alone.
    let months = range.lowerBound == 0 ? all : all.filter { shown[$0.key] != nil }
    guard months.count > 1 || !range.isEmpty, !months.isEmpty else { return nil }
    var years: [CalendarView.Year] = []
    var start = 0
    while start < months.count {
      var end = start
      while end < months.count, months[end].year == months[start].year { end += 1 }
      let rows = months[start..<end]
      years.append(
        CalendarView.Year(
          year: entry(
            dates.yearText(rows[start].year), rows.reduce(0) { $0 + $1.count }, events,
            rows[start].first, route),
          months: rows.compactMap { month in
            month.month.map { number in
              CalendarView.Month(
                month: entry(
                  dates.monthName(number), month.count, events, month.first, route),
                days: (shown[month.key] ?? []).map {
                  entry(strings.digits($0.day), $0.count, events, $0.first, route)
                })
            }
          }))
      start = end
    }
    return CalendarView(years: years)
  }

  /// One month of a list, or the rows of a year whose month is not known.
  struct MonthRun {
    let year: Int
    let month: Int?
    /// Its first row.
    let first: Int
    var count: Int

    var key: Int { Self.key(year, month) }

    static func key(_ year: Int, _ month: Int?) -> Int { year * 13 + (month ?? 0) }
  }

  /// One day of the rows of a page.
  private struct DayRun {
    let day: Int
    let first: Int
    var count: Int
  }

  private func months(_ events: [Int], of list: PageJob.List) -> [MonthRun] {
    if let last = lastMonths, last.list == list { return last.months }
    var runs: [MonthRun] = []
    var position: [Int: Int] = [:]
    for (row, event) in events.enumerated() {
      guard let moment = evidence.events[event].date.best?.leadingMoment,
        let year = moment.wholeYear
      else { continue }
      let month = moment.calendarMonth
      let key = MonthRun.key(year, month)
      if let known = position[key] {
        runs[known].count += 1
      } else {
        position[key] = runs.count
        runs.append(MonthRun(year: year, month: month, first: row, count: 1))
      }
    }
    runs.sort { ($0.year, $0.month ?? 0) < ($1.year, $1.month ?? 0) }
    if events.count > Limits.rows { lastMonths = (list, runs) }
    return runs
  }

  /// The months that have rows in a range, each with the days of those rows.
  private func days(_ events: [Int], _ range: Range<Int>) -> [Int: [DayRun]] {
    var months: [Int: [DayRun]] = [:]
    for row in range where row < events.count {
      guard let moment = evidence.events[events[row]].date.best?.leadingMoment,
        let year = moment.wholeYear
      else { continue }
      var days = months[MonthRun.key(year, moment.calendarMonth)] ?? []
      if let day = moment.day {
        if let known = days.firstIndex(where: { $0.day == day }) {
          days[known].count += 1
        } else {
          days.append(DayRun(day: day, first: row, count: 1))
        }
      }
      months[MonthRun.key(year, moment.calendarMonth)] = days
    }
    return months
  }

  private func entry(
    _ name: String, _ count: Int, _ events: [Int], _ row: Int, _ route: Route
  ) -> CalendarView.Entry {
    let page = route.page(row / Limits.rows + 1).href
    return CalendarView.Entry(
      name: name, path: "\(page)#item-\(evidence.events[events[row]].id)",
      number: strings.digits(count))
  }
}
