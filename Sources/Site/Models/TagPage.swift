import Mustache

struct TagsPage: StaticModel {
  let heading: String
  let tags: [TagRow]
  let pager: PagerView?

  static let fields = Fields<Self> {
    [
      .text("heading", \.heading),
      .many("tags", \.tags),
      .one("pager", \.pager),
    ]
  }
}

struct TagRow: StaticModel {
  let tag: LinkView
  let articles: CountView
  let events: CountView

  static let fields = Fields<Self> {
    [
      .one("tag", \.tag),
      .one("articleCount", \.articles),
      .one("eventCount", \.events),
    ]
  }
}

/// What is tagged alike: the articles, and the timeline of what they tell of.
struct TagPage: StaticModel {
  let heading: TextView
  let articles: RowList
  let events: RowList
  let calendar: CalendarView?

  static let fields = Fields<Self> {
    [
      .one("heading", \.heading),
      .one("articles", \.articles),
      .one("events", \.events),
      .one("calendar", \.calendar),
    ]
  }
}
