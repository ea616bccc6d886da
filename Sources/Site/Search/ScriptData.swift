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

  /// A string. What ends a line in older scripts is escaped too.
  mutating func text(_ text: String) {
    raw("\"")
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: raw("\\\"")
      case 0x5C: raw("\\\\")
      case 0..<0x20, 0x3C, 0x7F, 0x2028, 0x2029:
        let hex = String(scalar.value, radix: 16)
        raw("\\u" + String(repeating: "0", count: 4 - hex.count) + hex)
      default: bytes.append(contentsOf: scalar.utf8)
      }
    }
    raw("\"")
  }

  private mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
