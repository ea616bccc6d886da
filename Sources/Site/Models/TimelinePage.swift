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

    static let fields = Fields<Self> {
      [
        .text("month", \.month),
        .text("path", \.path),
        .one("count", \.count),
        .flag("hasEvents", \.hasEvents),
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

/// The whole timeline, or a year or a month of it.
struct TimelinePage: StaticModel {
  let heading: String
  let parent: LinkView?
  let total: CountView
  let years: [YearView]
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
      .one("density", \.density),
      .one("lanes", \.lanes),
      .html("events", \.events),
      .one("undated", \.undated),
      .one("pager", \.pager),
    ]
  }
}
