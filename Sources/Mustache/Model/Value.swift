/// What a field of a model holds.
package enum Value: Sendable {
  /// Nothing: an absent optional field. A section over it is skipped.
  case none
  /// Text that is escaped when it is written.
  case text(String)
  /// HTML that is written as it is.
  case html(HTML)
  case number(Int)
  case flag(Bool)
  /// A part of the page with fields of its own.
  case one(any Model)
  case many([any Model])
  case texts([String])
  /// A list of anything, for data whose form is only known at run time.
  case values([Value])

  /// Whether a section over it is drawn, lists aside: empty text and zero are there, so they are.
  var isTruthy: Bool {
    switch self {
    case .none: false
    case .flag(let flag): flag
    case .many(let models): !models.isEmpty
    case .texts(let texts): !texts.isEmpty
    case .values(let values): !values.isEmpty
    case .text, .html, .number, .one: true
    }
  }
}

/// Well-formed HTML, as UTF-8, which whoever made it has escaped.
package struct HTML: Sendable, Hashable {
  package let bytes: [UInt8]

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  package init(verbatim text: String) {
    self.bytes = Array(text.utf8)
  }
}
