import Diagnostics

/// Why a text is not JSON, or not YAML: what a diagnostic needs but its place's excerpt.
package struct SyntaxFault: Error {
  package let id: String
  package let message: String
  /// Bytes of the source.
  package let range: Range<Int>
  var remedy: String?
  var notes: [(text: String, range: Range<Int>)] = []

  package func diagnostic(in source: SourceText) -> Diagnostic {
    Diagnostic(
      .error, id, message, at: source.place(of: range),
      notes: notes.map { .init($0.text, at: source.place(of: $0.range)) }, remedy: remedy)
  }
}

/// Reads one JSON document (RFC 8259) into a tape. Strict: what the RFC does not allow is a fault, and
/// so is a key that an object has twice. Nesting is kept on a stack of its own, up to `depthLimit`.
package struct JSONParser {
  static let depthLimit = 512

  let bytes: UnsafeBufferPointer<UInt8>
  var offset = 0
  var tokens: [Token] = []
  var scratch: [UInt8] = []
  /// The indices of the containers that are open, outermost first.
  private var open: [Int] = []

  /// - Parameter source: valid UTF-8, at most `Document.sizeLimit` bytes.
  package static func document(_ source: SourceText) throws(SyntaxFault) -> Document {
    let bytes = source.bytes
    let parsed = bytes.withUnsafeBufferPointer { buffer -> Result<JSONParser, SyntaxFault> in
      var parser = JSONParser(bytes: buffer)
      parser.tokens.reserveCapacity(buffer.count / 16 + 4)
      do throws(SyntaxFault) { try parser.parse() } catch { return .failure(error) }
      return .success(parser)
    }
    let parser = try parsed.get()
    return Document(
      source: source, bytes: bytes, tokens: parser.tokens, scratch: parser.scratch, syntax: .json)
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  private mutating func parse() throws(SyntaxFault) {
    skipSpace()
    guard offset < bytes.count else { throw unexpectedEnd("a value") }
    try value()
    while let container = open.last {
      if tokens[container].kind == .object {
        try nextMember(of: container)
      } else {
        try nextElement(of: container)
      }
    }
    skipSpace()
    guard offset == bytes.count else { throw trailingText() }
  }

  // MARK: Containers

  private mutating func nextMember(of object: Int) throws(SyntaxFault) {
    skipSpace()
    let isFirst = tokens.count == object + 1
    guard let byte = peek else { throw unclosed(object) }
    if byte == UInt8(ascii: "}") { return try close(object) }
    if !isFirst {
      guard byte == UInt8(ascii: ",") else { throw unexpected("a comma or “}”", in: object) }
      let comma = offset
      offset += 1
      skipSpace()
      if peek == UInt8(ascii: "}") { throw trailingComma(comma) }
    }
    guard peek == UInt8(ascii: "\"") else {
      throw peek == nil ? unclosed(object) : unexpected("a key in double quotes", in: object)
    }
    try string()
    skipSpace()
    guard peek == UInt8(ascii: ":") else {
      throw peek == nil ? unclosed(object) : unexpected("a colon after the key", in: object)
    }
    offset += 1
    skipSpace()
    guard peek != nil else { throw unclosed(object) }
    try value()
  }

  private mutating func nextElement(of array: Int) throws(SyntaxFault) {
    skipSpace()
    let isFirst = tokens.count == array + 1
    guard let byte = peek else { throw unclosed(array) }
    if byte == UInt8(ascii: "]") { return try close(array) }
    if !isFirst {
      guard byte == UInt8(ascii: ",") else { throw unexpected("a comma or “]”", in: array) }
      let comma = offset
      offset += 1
      skipSpace()
      if peek == UInt8(ascii: "]") { throw trailingComma(comma) }
      guard peek != nil else { throw unclosed(array) }
    }
    try value()
  }

  private mutating func begin(_ kind: Token.Kind) throws(SyntaxFault) {
    guard open.count < Self.depthLimit else { throw tooDeep() }
    open.append(tokens.count)
    tokens.append(
      Token(kind, source: offset..<offset + 1, content: offset..<offset, index: tokens.count))
    offset += 1
  }

  private mutating func close(_ container: Int) throws(SyntaxFault) {
    offset += 1
    tokens[container].end = Int32(truncatingIfNeeded: offset)
    tokens[container].next = Int32(truncatingIfNeeded: tokens.count)
    open.removeLast()
    if tokens[container].kind == .object { try checkKeys(of: container) }
  }

  // MARK: Values

  private mutating func value() throws(SyntaxFault) {
    switch bytes[offset] {
    case UInt8(ascii: "{"): try begin(.object)
    case UInt8(ascii: "["): try begin(.array)
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "t"): try literal("true", .yes)
    case UInt8(ascii: "f"): try literal("false", .no)
    case UInt8(ascii: "n"): try literal("null", .null)
    default: throw unexpected("a value", in: open.last)
    }
  }

  private mutating func literal(_ word: StaticString, _ kind: Token.Kind) throws(SyntaxFault) {
    let end = wordEnd(from: offset)
    let wanted = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard bytes[offset..<end].elementsEqual(wanted) else {
      throw unexpected("a value", in: open.last)
    }
    append(kind, offset..<end)
    offset = end
  }

  private mutating func number() throws(SyntaxFault) {
    let start = offset
    if peek == UInt8(ascii: "-") { offset += 1 }
    let integer = offset
    skipDigits()
    let hasLeadingZero = offset > integer + 1 && bytes[integer] == UInt8(ascii: "0")
    var isWhole = offset > integer && !hasLeadingZero
    if isWhole, peek == UInt8(ascii: ".") {
      offset += 1
      isWhole = skipDigits()
    }
    if isWhole, let byte = peek, byte | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { offset += 1 }
      isWhole = skipDigits()
    }
    let end = wordEnd(from: offset)
    guard isWhole, end == offset else {
      throw badNumber(start..<max(end, start + 1), hasLeadingZero: hasLeadingZero)
    }
    append(.number, start..<offset)
  }

  @discardableResult
  private mutating func skipDigits() -> Bool {
    let start = offset
    while let byte = peek, byte &- UInt8(ascii: "0") < 10 { offset += 1 }
    return offset > start
  }

  private mutating func append(_ kind: Token.Kind, _ range: Range<Int>) {
    tokens.append(Token(kind, source: range, content: range, index: tokens.count))
  }

  // MARK: Bytes

  var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  /// The end of the letters, digits and signs of numbers that begin at `start`.
  func wordEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "."),
        UInt8(ascii: "+"), UInt8(ascii: "-"), 0x80...0xFF:
        end += 1
      default: return end
      }
    }
    return end
  }
}
