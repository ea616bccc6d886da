/// Data that a script hands over to the page: a call with JSON in it.
struct ScriptData {
  private(set) var bytes: [UInt8] = []

  /// - Parameter capacity: the bytes that it will take, as far as that is known.
  init(capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  /// `function("name", …);`
  mutating func call(_ function: String, _ name: String, _ data: (inout ScriptData) -> Void) {
    raw("\(function)(")
    text(name)
    separate()
    data(&self)
    raw(");\n")
  }

  mutating func separate() { raw(",") }

  /// What was written before.
  mutating func write(_ json: ArraySlice<UInt8>) { bytes.append(contentsOf: json) }

  mutating func list<Item>(
    _ items: some Sequence<Item>, separator: String = ",", _ write: (inout ScriptData, Item) -> Void
  ) {
    raw("[")
    for (number, item) in items.enumerated() {
      if number > 0 { raw(separator) }
      write(&self, item)
    }
    raw("]")
  }

  /// A list whose items differ in kind.
  mutating func list(_ write: (inout ScriptData) -> Void) {
    raw("[")
    write(&self)
    raw("]")
  }

  /// An object, its keys in the order given.
  mutating func object<Value>(
    _ values: [(key: String, value: Value)], _ write: (inout ScriptData, Value) -> Void
  ) {
    raw("{")
    for (number, pair) in values.enumerated() {
      if number > 0 { raw(",") }
      text(pair.key)
      raw(":")
      write(&self, pair.value)
    }
    raw("}")
  }

  /// A string. Of characters that JSON lets stand, only what could begin markup is escaped.
  mutating func text(_ text: String) {
    raw("\"")
    var text = text
    text.withUTF8 { append($0) }
    raw("\"")
  }

  private mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) {
    guard Self.hasEscaped(utf8) else { return bytes.append(contentsOf: utf8) }
    for byte in utf8 {
      if Self.isEscaped(byte) {
        let hex = String(byte, radix: 16)
        raw(byte < 0x10 ? "\\u000\(hex)" : "\\u00\(hex)")
      } else {
        bytes.append(byte)
      }
    }
  }

  /// Looks at every byte, as processors do many at once; most texts have none that is escaped.
  private static func hasEscaped(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in utf8 { found |= isEscaped(byte) ? 1 : 0 }
    return found != 0
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x22 || byte == 0x3C || byte == 0x5C || byte == 0x7F
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
