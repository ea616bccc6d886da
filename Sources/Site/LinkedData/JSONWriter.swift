/// Writes JSON straight into bytes: names are the program's own, and every text is escaped.
package struct JSONWriter {
  private var bytes: [UInt8] = []
  /// What closes the objects and arrays that are open, the innermost last.
  private var closers: [UInt8] = []
  private var needsComma = false

  /// - Parameter capacity: the bytes that it will take, as far as that is known.
  package init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// Of an array, or the document itself.
  package mutating func beginObject() {
    separate()
    open("{", "}")
  }

  mutating func beginObject(_ name: StaticString) {
    write(name: name)
    open("{", "}")
  }

  package mutating func beginArray(_ name: StaticString) {
    write(name: name)
    open("[", "]")
  }

  /// Closes the object or array that was opened last.
  package mutating func end() {
    guard let closer = closers.popLast() else { return }
    bytes.append(closer)
    needsComma = true
  }

  /// A member of an object; none where there is no text.
  package mutating func add(_ name: StaticString, _ text: String?) {
    guard let text else { return }
    write(name: name)
    JSONText.append(text, to: &bytes)
  }

  package mutating func add(_ name: StaticString, _ number: Int) {
    write(name: name)
    write(number)
  }

  package mutating func add(_ name: StaticString, _ number: Double) {
    write(name: name)
    bytes.append(contentsOf: "\(number)".utf8)
  }

  /// An array of texts; none where it would be empty.
  package mutating func add(_ name: StaticString, _ texts: [String]) {
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
  package consuming func finish() -> [UInt8] {
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
    write("\"")
    write(name)
    write("\":")
  }

  // MARK: JSON as it stands

  /// A comma, where one belongs before the member or element that is now written as it stands.
  mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  /// What is the same each time: whoever writes it keeps the commas and brackets within.
  mutating func write(_ json: StaticString) {
    json.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// What another writer has written.
  mutating func write(_ json: [UInt8]) { bytes.append(contentsOf: json) }

  mutating func write(_ number: Int) { Decimal.append(number, to: &bytes) }

  /// A part of a text, as UTF-8, without quotation marks.
  mutating func write(passage: UnsafeBufferPointer<UInt8>.SubSequence) {
    JSONText.append(UnsafeBufferPointer(rebasing: passage), to: &bytes)
  }

  mutating func write(passage: String) {
    var passage = passage
    passage.withUTF8 { JSONText.append($0, to: &bytes) }
  }
}

/// Whole numbers as digits.
enum Decimal {
  static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    if bytes.count - start > 1 { bytes[start...].reverse() }
  }
}
