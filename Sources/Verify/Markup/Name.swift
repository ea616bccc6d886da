/// The name of an element or an attribute as a number, so that comparing two costs one instruction.
package struct Name: Hashable, Sendable {
  private let value: UInt64

  init(_ bytes: some Sequence<UInt8>) {
    value = bytes.reduce(0) { ($0 &* 257) &+ UInt64($1) }
  }

  init(_ name: String) { self.init(name.utf8) }
}

extension Name {
  static let a = Name("a")
  static let q = Name("q")
  static let loc = Name("loc")
  static let details = Name("details")
  static let script = Name("script")
  static let style = Name("style")

  package static let id = Name("id")
  static let href = Name("href")
  static let src = Name("src")
  static let className = Name("class")
  /// The rows of a list are the children of the element that has this: a list's name, or several.
  static let list = Name("data-list")
  /// Where the whole of a list stands that is shown in part: `ADDRESS#NAME`.
  static let whole = Name("data-whole")
  /// A number of rows that the element shows.
  static let count = Name("data-count")
  /// The list whose rows are counted: `NAME`, or `ADDRESS#NAME` where it stands on another page.
  static let of = Name("data-of")
  /// Which rows of `data/attributions.csv` are counted, in place of a list: `COLUMN=VALUE`, one or
  /// several.
  static let condition = Name("data-where")
  /// A number of attributions or labels that the element shows, and by what they are counted in the
  /// content: `outlet=paper speaker=mayor stance=distancing`.
  static let tally = Name("data-tally")
  static let by = Name("data-by")
  /// `text` or `title`: the element holds that of the article, whole.
  static let reading = Name("data-reading")

  /// Elements without an end tag.
  static let void: Set<Name> = Set(
    ["meta", "link", "br", "hr", "img", "input", "wbr", "source", "col"].map { Name($0) })
  /// Elements whose ends are ends of a block of text.
  static let blocks: Set<Name> = Set(
    [
      "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "hr", "div",
    ].map { Name($0) })
}
