import Mustache

struct ClaimPage: StaticModel {
  let id: String
  let title: TextView
  let isSingleOrigin: Bool
  /// "2 independent origins".
  let originCount: CountView
  /// "5 attributions in 4 articles".
  let repetitionsText: String
  let origins: [OriginView]
  let attributions: RowList

  struct OriginView: StaticModel {
    /// `nil` for an unnamed source.
    let body: EntityLink?
    let countText: String
    /// Where all of its attributions are on the page.
    let count: CountView?
    /// Where they all are, else.
    let morePath: String?
    let attributions: [AttributionRow]

    static let fields = Fields<Self> {
      [
        .one("body", \.body),
        .text("countText", \.countText),
        .one("count", \.count),
        .text("morePath", \.morePath),
        .many("attributions", \.attributions),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .text("id", \.id),
      .one("heading", \.title),
      .flag("isSingleOrigin", \.isSingleOrigin),
      .one("originCount", \.originCount),
      .text("repetitionsText", \.repetitionsText),
      .many("origins", \.origins),
      .one("attributions", \.attributions),
    ]
  }
}
