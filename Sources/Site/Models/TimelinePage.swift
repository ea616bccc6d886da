import Mustache

struct YearView: StaticModel {
  let year: String
  let path: String
  let countText: String
  let months: [MonthView]

  struct MonthView: StaticModel {
    let month: String
    let path: String
    let count: Int
    let countText: String
    let hasEvents: Bool

    static let fields = Fields<Self> {
      [
        .text("month", \.month),
        .text("path", \.path),
        .number("count", \.count),
        .text("countText", \.countText),
        .flag("hasEvents", \.hasEvents),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .text("year", \.year),
      .text("path", \.path),
      .text("countText", \.countText),
      .many("months", \.months),
    ]
  }
}

/// The whole timeline, or a year or a month of it.
struct TimelinePage: StaticModel {
  let heading: String
  let parent: LinkView?
  let totalText: String
  let years: [YearView]
  let events: HTML
  let undatedText: String?
  let undatedPath: String?
  let pager: PagerView?

  static let fields = Fields<Self> {
    [
      .text("heading", \.heading),
      .one("parent", \.parent),
      .text("totalText", \.totalText),
      .many("years", \.years),
      .html("events", \.events),
      .text("undatedText", \.undatedText),
      .text("undatedPath", \.undatedPath),
      .one("pager", \.pager),
    ]
  }
}
