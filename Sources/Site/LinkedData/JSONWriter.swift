/// Writes JSON straight into bytes: names are the program's own, and every text is escaped.
struct JSONWriter {
  private var bytes: [UInt8] = []
  /// What closes the objects and arrays that are open, the innermost last.
  private var closers: [UInt8] = []
  private var needsComma = false

  /// Of an array, or the document itself.
  mutating func beginObject() {
    separate()
    open("{", "}")
  }

  mutating func beginObject(_ name: StaticString) {
    write(name: name)
    open("{", "}")
  }

  mutating func beginArray(_ name: StaticString) {
    write(name: name)
    open("[", "]")
  }

  /// Closes the object or array that was opened last.
  mutating func end() {
    guard let closer = closers.popLast() else { return }
    bytes.append(closer)
    needsComma = true
  }

  /// A member of an object; none where there is no text.
  mutating func add(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    write(name: name)
    JSONText.append(text, to: &bytes)
  }

  mutating func add(_ name: StaticString, _ number: Int) {
    write(name: name)
    bytes.append(contentsOf: String(number).utf8)
  }

  mutating func add(_ name: StaticString, _ number: Double) {
    write(name: name)
    bytes.append(contentsOf: "\(number)".utf8)
  }

  /// An array of texts; none where it would be empty.
  mutating func add(_ name: StaticString, _ texts: [String]) {
    guard !texts.isEmpty else { return }
    beginArray(name)
    for text in texts { add(text) }
    end()
  }

  /// An element of an array.
  mutating func add(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes)
  }

  /// A line end, where a reader of the file is glad of one.
  mutating func breakLine() {
    separate()
    bytes.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// The document, with all that is open closed.
  consuming func finish() -> [UInt8] {
    while !closers.isEmpty { end() }
    return bytes
  }

  private mutating func open(_ opener: Unicode.Scalar, _ closer: Unicode.Scalar) {
    bytes.append(UInt8(ascii: opener))
    closers.append(UInt8(ascii: closer))
    needsComma = false
  }

  private mutating func write(name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }
}

/// A text as JSON has it, in quotation marks.
enum JSONText {
  /// `<` is written as an escape too: no `</script>` or `<!--` of content can then end the element
  /// of a page that the JSON stands in.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { append($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var start = 0
    for (place, byte) in text.enumerated() where isSpecial(byte) {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
      start = place + 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      default:
        bytes.append(contentsOf: "\\u00".utf8)
        bytes += [hex(byte >> 4), hex(byte & 15)]
      }
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "<")
  }

  private static func hex(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
