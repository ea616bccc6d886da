import Mustache

struct YearView: StaticModel {
  let year: String
  let path: String
  let count: CountView
  let months: [MonthView]

  struct MonthView: StaticModel {
    let month: String
    let path: String
    let count: CountView
    let hasEvents: Bool
    let days: [DayView]

    static let fields = Fields<Self> {
      [
        .text("month", \.month),
        .text("path", \.path),
        .one("count", \.count),
        .flag("hasEvents", \.hasEvents),
        .many("days", \.days),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .text("year", \.year),
      .text("path", \.path),
      .one("count", \.count),
      .many("months", \.months),
    ]
  }
}

struct DayView: StaticModel {
  let day: String
  let path: String
  let count: CountView

  static let fields = Fields<Self> {
    [
      .text("day", \.day),
      .text("path", \.path),
      .one("count", \.count),
    ]
  }
}

/// The years, months and days of one list of events, each leading to its first row.
struct CalendarView: StaticModel {
  let years: [Year]

  struct Year: StaticModel {
    let year: Entry
    let months: [Month]

    static let fields = Fields<Self> { [.one("year", \.year), .many("months", \.months)] }
  }

  struct Month: StaticModel {
    let month: Entry
    /// Those of the page that the list is on.
    let days: [Entry]

    static let fields = Fields<Self> {
      [
        .one("month", \.month),
        .many("days", \.days),
        .flag("hasDays", { !$0.days.isEmpty }),
      ]
    }
  }

  struct Entry: StaticModel {
    let name: String
    let path: String
    let number: String

    static let fields = Fields<Self> {
      [
        .text("name", \.name),
        .text("path", \.path),
        .text("number", \.number),
      ]
    }
  }

  static let fields = Fields<Self> { [.many("calendarYears", \.years)] }
}

/// The whole timeline, or a year, a month or a day of it.
struct TimelinePage: StaticModel {
  let heading: String
  let parent: LinkView?
  let total: CountView
  let years: [YearView]
  /// Of a month.
  let days: [DayView]
  let density: PictureView?
  let lanes: PictureView?
  let events: HTML
  let undated: CountView?
  let pager: PagerView?

  static let fields = Fields<Self> {
    [
      .text("heading", \.heading),
      .one("parent", \.parent),
      .one("total", \.total),
      .many("years", \.years),
      .many("days", \.days),
      .flag("hasDays", { !$0.days.isEmpty }),
      .one("density", \.density),
      .one("lanes", \.lanes),
      .html("events", \.events),
      .one("undated", \.undated),
      .one("pager", \.pager),
    ]
  }
}
