import Mustache

/// A picture, and the numbers that it is drawn from.
struct PictureView: StaticModel {
  let svg: HTML
  let caption: String
  /// What it leaves out, where it does: "and 12 more".
  let leftOut: String?
  /// Of the table; none where one with the same numbers stands beside the picture already.
  let columns: [String]
  let rows: [Row]

  struct Row: StaticModel {
    let name: TextView
    let path: String?
    let cells: [String]

    static let fields = Fields<Self> {
      [
        .one("name", \.name),
        .text("path", \.path),
        .texts("cells", \.cells),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .html("svg", \.svg),
      .text("caption", \.caption),
      .text("leftOut", \.leftOut),
      .texts("columns", \.columns),
      .many("rows", \.rows),
      .flag("hasTable", { !$0.rows.isEmpty }),
    ]
  }
}
