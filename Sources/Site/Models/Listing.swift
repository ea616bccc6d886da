import Mustache

/// A list on a page: its rows here, how many there are in all, and where the rest is.
protocol Listing: StaticModel {
  associatedtype Row: StaticModel
  var rows: [Row] { get }
  var extent: Extent { get }
}

/// How much of a list a page shows.
struct Extent: StaticModel {
  /// The list's name on its page: `data-list`.
  let name: String
  let total: Int
  /// "12 attributions".
  let totalText: String
  /// The list's own pages, where the rows here are not all.
  let morePath: String?
  /// Whether the page tells how many there are. The further pages of a list do not, so that they stay as
  /// they are when the list grows.
  var tellsTotal = true

  static let fields = Fields<Self> {
    [
      .text("listName", \.name),
      .number("total", \.toldTotal),
      .text("totalText", \.toldTotalText),
      .text("morePath", \.morePath),
    ]
  }

  var toldTotal: Int? { tellsTotal ? total : nil }
  var toldTotalText: String? { tellsTotal ? totalText : nil }
}

extension Listing {
  static func listFields() -> Fields<Self> {
    Fields {
      [
        // No key paths: in a function for any list they would be looked up for each page.
        .many("rows", { $0.rows }),
        .one("extent", { $0.extent }),
        .flag("isEmpty", { $0.rows.isEmpty }),
      ]
    }
  }
}

/// A list whose rows stand on many pages, and are rendered already.
struct RowList: StaticModel {
  let rows: HTML
  let extent: Extent

  static let fields = Fields<Self> {
    [
      .html("rows", \.rows),
      .one("extent", \.extent),
      .flag("isEmpty", { $0.extent.total == 0 }),
    ]
  }
}

/// The attributions of one article, on its own page.
struct AttributionList: Listing {
  let rows: [OwnAttributionRow]
  let extent: Extent
  static let fields = listFields()
}

struct MentionList: Listing {
  let rows: [MentionRow]
  let extent: Extent
  static let fields = listFields()
}

struct TimeList: Listing {
  let rows: [TimeRow]
  let extent: Extent
  static let fields = listFields()
}

struct ArticleEventList: Listing {
  let rows: [ArticleEventRow]
  let extent: Extent
  static let fields = listFields()
}

struct LabelList: Listing {
  let rows: [LabelRow]
  let extent: Extent
  static let fields = listFields()
}

/// The ways between the pages of a long list.
struct PagerView: StaticModel {
  let text: String
  let previous: String?
  let next: String?
  let pages: [PageLink]

  struct PageLink: StaticModel {
    let number: String
    let path: String
    let isCurrent: Bool
    /// Whether pages are left out before this one.
    let isAfterGap: Bool

    static let fields = Fields<Self> {
      [
        .text("number", \.number),
        .text("path", \.path),
        .flag("isCurrent", \.isCurrent),
        .flag("isAfterGap", \.isAfterGap),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .text("text", \.text),
      .text("previous", \.previous),
      .text("next", \.next),
      .many("pages", \.pages),
    ]
  }
}
