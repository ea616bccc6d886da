import Diagnostics

/// A JSON or YAML document as a flat tape over its source, with a place for every value.
///
/// Not larger than `sizeLimit` bytes, so that offsets fit 32 bits.
package struct Document {
  static let sizeLimit = 1 << 30

  let source: SourceText
  /// Those of `source`.
  let bytes: [UInt8]
  package let tokens: [Token]
  /// Content that the source does not hold byte for byte.
  let scratch: [UInt8]
  let syntax: Syntax

  /// What the document is written in, whose words are used for its parts.
  enum Syntax {
    case json, yaml

    var array: String { self == .json ? "an array" : "a list" }
    var object: String { self == .json ? "an object" : "a mapping of keys" }
  }

  /// A value (or a key), by its place on the tape.
  package struct Value: Equatable {
    let index: Int
  }

  package var root: Value { Value(index: 0) }

  package func kind(_ value: Value) -> Token.Kind { tokens[value.index].kind }

  /// The UTF-8 of a scalar, unescaped.
  package func content(_ value: Value) -> ArraySlice<UInt8> {
    let token = tokens[value.index]
    return token.isUnescaped ? scratch[token.content] : bytes[token.content]
  }

  /// The UTF-8 of a scalar, without counting references: for what is asked of every value.
  @inline(__always)
  func withContent<Result>(
    _ value: Value, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let token = tokens[value.index]
    let content = token.content
    return (token.isUnescaped ? scratch : bytes).withUnsafeBufferPointer { buffer in
      body(UnsafeBufferPointer(rebasing: buffer[content]))
    }
  }

  /// The text of a scalar, unescaped.
  package func text(_ value: Value) -> String {
    withContent(value) { String(decoding: $0, as: UTF8.self) }
  }

  func hasContent(_ value: Value, _ text: StaticString) -> Bool {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return withContent(value) { $0.count == wanted.count && $0.elementsEqual(wanted) }
  }

  /// Whether this is `null`, or what stands for it in YAML.
  package func isNull(_ value: Value) -> Bool {
    switch kind(value) {
    case .null: true
    case .plain:
      content(value).isEmpty || hasContent(value, "~") || hasContent(value, "null")
        || hasContent(value, "Null") || hasContent(value, "NULL")
    default: false
    }
  }

  /// The value of one key of an object, looked up by going through them.
  package func member(_ object: Value, _ key: StaticString) -> Value? {
    guard kind(object) == .object else { return nil }
    var name = object.index + 1
    while name < tokens[object.index].next {
      let value = Value(index: name + 1)
      if hasContent(Value(index: name), key) { return value }
      name = Int(tokens[value.index].next)
    }
    return nil
  }

  /// Byte offsets in the source.
  package func range(_ value: Value) -> Range<Int> { tokens[value.index].source }

  /// The source range of a part of a scalar's content, or of all of the scalar where it is escaped.
  func range(_ value: Value, part: Range<Int>) -> Range<Int> {
    let token = tokens[value.index]
    guard !token.isUnescaped else { return token.source }
    let start = min(token.content.lowerBound + part.lowerBound, token.content.upperBound)
    return
      start..<min(max(token.content.lowerBound + part.upperBound, start), token.source.upperBound)
  }

  package func place(_ value: Value) -> Place { source.place(of: range(value)) }
}
