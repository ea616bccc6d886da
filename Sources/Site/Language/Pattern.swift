/// Words of the interface with places for values, each named in braces: `Page {page} of {pages}`.
package struct Pattern: Sendable {
  enum Piece: Sendable {
    case words(String)
    /// By its name.
    case place(String)
  }

  let pieces: [Piece]

  /// - Parameter text: what stands in braces and is no name is words.
  package init(_ text: String) {
    var pieces: [Piece] = []
    var rest = text[...]
    var words = ""
    while let brace = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      words += rest[..<brace]
      rest = rest[brace...]
      guard let end = rest.utf8.firstIndex(of: UInt8(ascii: "}")),
        case let name = rest.utf8[brace..<end].dropFirst(), !name.isEmpty,
        name.allSatisfy(Self.isOfName)
      else {
        words += "{"
        rest = rest[text.utf8.index(after: brace)...]
        continue
      }
      if !words.isEmpty { pieces.append(.words(words)) }
      words = ""
      pieces.append(.place(String(Substring(name))))
      rest = rest[text.utf8.index(after: end)...]
    }
    words += rest
    if !words.isEmpty { pieces.append(.words(words)) }
    self.pieces = pieces
  }

  /// - Parameter values: by the names of their places. A place without a value stays as it is written.
  package func filled(_ values: KeyValuePairs<String, String>) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .words(let words): text += words
      case .place(let name):
        if let value = values.first(where: { $0.key == name }) {
          text += value.value
        } else {
          text += "{\(name)}"
        }
      }
    }
    return text
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: false
    }
  }
}
