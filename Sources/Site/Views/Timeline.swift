import Corpus
import Evidence

/// The dated events by year and month. A date counts where it begins; one without a year, or with a
/// year that is not fully known, stands with the undated.
struct Timeline: Sendable {
  struct Year: Sendable, Hashable {
    let year: Int
    /// All of the year, in time order.
    let events: [Int]
    /// 12 of them: those whose month is known.
    let months: [Month]
  }

  struct Month: Sendable, Hashable {
    /// All of the month, in time order.
    var events: [Int] = []
    /// Those whose day is known, by day.
    var days: [Day] = []
  }

  struct Day: Sendable, Hashable {
    let day: Int
    var events: [Int]
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
      var months = Array(repeating: Month(), count: 12)
      for event in events {
        let moment = evidence.events[event].date.best?.leadingMoment
        guard let month = moment?.calendarMonth else { continue }
        months[month - 1].add(event, day: moment?.day)
      }
      for month in months.indices { months[month].days.sort { $0.day < $1.day } }
      return Year(year: year, events: events, months: months)
    }
  }
}

extension Timeline.Month {
  fileprivate mutating func add(_ event: Int, day: Int?) {
    events.append(event)
    guard let day else { return }
    if let place = days.firstIndex(where: { $0.day == day }) {
      days[place].events.append(event)
    } else {
      days.append(Timeline.Day(day: day, events: [event]))
    }
  }
}

extension Views {
  func year(_ year: Timeline.Year) -> YearView {
    let path = routes.year(year.year).href
    return YearView(
      year: dates.yearText(year.year), path: path,
      count: count("events", year.events.count, of: "events", on: path),
      months: year.months.enumerated().map { position, month in
        let path = routes.month(year.year, position + 1).href
        return YearView.MonthView(
          month: dates.monthName(position + 1), path: path,
          count: digits(month.events.count, of: "events", on: path),
          hasEvents: !month.events.isEmpty, days: [])
      })
  }

  /// The days of a month of the whole timeline.
  func days(of month: Timeline.Month, _ number: Int, year: Int) -> [DayView] {
    month.days.map { day in
      let path = routes.day(year, number, day.day).href
      return DayView(
        day: strings.digits(day.day), path: path,
        count: digits(day.events.count, of: "events", on: path))
    }
  }
}
