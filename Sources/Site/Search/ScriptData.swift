/// Data that a script hands over to the page: a call with JSON in it.
struct ScriptData {
  private(set) var bytes: [UInt8] = []

  /// `function("name", …);`
  mutating func call(_ function: String, _ name: String, _ data: (inout ScriptData) -> Void) {
    raw("\(function)(")
    text(name)
    separate()
    data(&self)
    raw(");\n")
  }

  mutating func separate() { raw(",") }

  mutating func list<Item>(
    _ items: [Item], separator: String = ",", _ write: (inout ScriptData, Item) -> Void
  ) {
    raw("[")
    for (number, item) in items.enumerated() {
      if number > 0 { raw(separator) }
      write(&self, item)
    }
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
    text.withUTF8 { utf8 in
      var start = 0
      for (place, byte) in utf8.enumerated() where Self.isEscaped(byte) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<place]))
        let hex = String(byte, radix: 16)
        raw(byte < 0x10 ? "\\u000\(hex)" : "\\u00\(hex)")
        start = place + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    raw("\"")
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x3C, 0x5C, 0x7F: true
    default: false
    }
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
