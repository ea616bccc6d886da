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
