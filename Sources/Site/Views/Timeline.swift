import Corpus
import Evidence

/// The dated events by year and month. A date counts where it begins; one without a year, or with a
/// year that is not fully known, stands with the undated.
struct Timeline: Sendable {
  struct Year: Sendable {
    let year: Int
    /// All of the year, in time order.
    let events: [Int]
    /// 12 of them: those whose month is known.
    let months: [[Int]]
  }

  let years: [Year]
  let undated: [Int]
  /// For each event one that stands above it although the dates leave open which came first.
  let unsettled: [Int?]

  init(_ evidence: Evidence) {
    var byYear: [Int: [Int]] = [:]
    var undated: [Int] = []
    for event in evidence.dated {
      if let year = evidence.events[event].date.best?.leadingMoment?.wholeYear {
        byYear[year, default: []].append(event)
      } else {
        undated.append(event)
      }
    }
    self.undated = undated + evidence.undated
    var rivals = Array(repeating: Int?.none, count: evidence.events.count)
    for (event, rival) in zip(evidence.dated, evidence.unsettled(evidence.dated)) {
      rivals[event] = rival
    }
    unsettled = rivals
    years = byYear.sorted { $0.key < $1.key }.map { year, events in
      var months = Array(repeating: [Int](), count: 12)
      for event in events {
        if let month = evidence.events[event].date.best?.leadingMoment?.calendarMonth {
          months[month - 1].append(event)
        }
      }
      return Year(year: year, events: events, months: months)
    }
  }
}

extension Views {
  func year(_ year: Timeline.Year) -> YearView {
    let path = routes.year(year.year).href
    return YearView(
      year: dates.yearText(year.year), path: path,
      count: count("events", year.events.count, of: "events", on: path),
      months: year.months.enumerated().map { position, events in
        let path = routes.month(year.year, position + 1).href
        return YearView.MonthView(
          month: dates.monthName(position + 1), path: path,
          count: digits(events.count, of: "events", on: path), hasEvents: !events.isEmpty)
      })
  }
}
