import Mustache

/// A number of rows as a page shows it, and the list that they are of, so that anyone can count again.
struct CountView: StaticModel {
  let number: Int
  /// "12", "12 attributions".
  let text: String
  /// The page that the list begins on; `nil` where it is on the same page.
  let listPath: String?
  /// The list's name on its page: `data-list`.
  let listName: String

  static let fields = Fields<Self> {
    [
      .number("number", \.number),
      .text("text", \.text),
      .text("listPath", \.listPath),
      .text("listName", \.listName),
    ]
  }
}

/// A number of rows of the table of attributions under `data/`, and which they are, so that anyone can
/// count again.
struct TableCount: StaticModel {
  let number: Int
  let text: String
  /// `outlet=paper broken=unnamed`: columns, each with a value that is among the row's.
  let condition: String

  static let fields = Fields<Self> {
    [
      .number("number", \.number),
      .text("text", \.text),
      .text("condition", \.condition),
    ]
  }
}
