/// Escaping on bytes: the one place where text becomes HTML outside the templates.
enum Escape {
  /// Appends text so that it is text, in an element and in a quoted attribute alike. Works on bytes,
  /// so that a quotation mark is escaped whatever combining mark follows it.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to html: inout [UInt8]) {
    var start = 0
    for (offset, byte) in text.enumerated() {
      guard let entity = entity(for: byte) else { continue }
      html.append(contentsOf: text[start..<offset])
      entity.withUTF8Buffer { html.append(contentsOf: $0) }
      start = offset + 1
    }
    html.append(contentsOf: text[start...])
  }

  static func append(_ text: String, to html: inout [UInt8]) {
    var text = text
    text.withUTF8 { append($0, to: &html) }
  }

  private static func entity(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
