import Diagnostics
import Yams

/// Reads one YAML document into a tape. The scalars stay texts: what they mean is for decoders to say.
package struct YAMLReader {
  static let depthLimit = 200
  /// More uses of aliases than this are a fault, since each may double the document.
  private static let aliasLimit = 8

  private let bytes: [UInt8]
  private let range: Range<Int>
  private let lines: YAMLLines
  private var tokens: [Token] = []
  private var scratch: [UInt8] = []

  /// - Parameters:
  ///   - source: valid UTF-8, at most `Document.sizeLimit` bytes.
  ///   - range: of the YAML in it.
  package static func document(
    _ source: SourceText, _ range: Range<Int>
  ) throws(SyntaxFault) -> Document {
    var reader = YAMLReader(source.bytes, range)
    try reader.read()
    return Document(
      source: source, bytes: source.bytes, tokens: reader.tokens, scratch: reader.scratch,
      syntax: .yaml)
  }

  private init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    self.range = range
    lines = YAMLLines(bytes, range)
  }

  private mutating func read() throws(SyntaxFault) {
    let failures = YAMLFaults(bytes: bytes, range: range, lines: lines)
    if let alias = aliases(), alias.count > Self.aliasLimit { throw failures.aliases(alias.first) }
    let text = String(decoding: bytes[range], as: UTF8.self)
    let root: Node?
    do {
      root = try compose(yaml: text, .basic, .default, .utf8)
    } catch {
      throw failures.fault(error)
    }
    if let root, !isEmpty(root) {
      try append(root, depth: 0)
    } else {
      // Nothing but comments: an object without keys.
      tokens.append(
        Token(
          .object, source: range.lowerBound..<range.lowerBound,
          content: range.lowerBound..<range.lowerBound, index: 0))
    }
  }

  private func isEmpty(_ root: Node) -> Bool {
    guard case .scalar(let scalar) = root else { return false }
    return scalar.style == .plain && scalar.string.isEmpty
  }

  /// How often something that looks like an alias stands in a document that also has an anchor.
  private func aliases() -> (first: Range<Int>, count: Int)? {
    var first: Range<Int>?
    var count = 0
    var hasAnchor = false
    var previous: UInt8 = 0x0A
    for offset in range {
      let byte = bytes[offset]
      defer { previous = byte }
      guard byte == UInt8(ascii: "*") || byte == UInt8(ascii: "&"), offset + 1 < range.upperBound,
        Self.isNameByte(bytes[offset + 1]), !Self.isNameByte(previous)
      else { continue }
      if byte == UInt8(ascii: "&") {
        hasAnchor = true
      } else {
        count += 1
        if first == nil { first = offset..<offset + 2 }
      }
    }
    guard hasAnchor, let first else { return nil }
    return (first, count)
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"), 0x80...0xFF:
      true
    default: false
    }
  }

  // MARK: The tape

  private mutating func append(_ node: Node, depth: Int) throws(SyntaxFault) {
    let start = node.mark.map { lines.offset(line: $0.line, column: $0.column) } ?? range.lowerBound
    guard depth < Self.depthLimit else {
      throw SyntaxFault(
        id: "yaml/too-deep", message: "the YAML nests deeper than \(Self.depthLimit) levels",
        range: start..<start + 1, remedy: "isnad/1 needs fewer than ten levels")
    }
    switch node {
    case .scalar(let scalar): append(scalar, start)
    case .mapping(let mapping):
      let index = begin(.object, start)
      for (key, value) in mapping {
        guard case .scalar = key else { throw complexKey(key, start) }
        try append(key, depth: depth + 1)
        try append(value, depth: depth + 1)
      }
      end(index)
    case .sequence(let sequence):
      let index = begin(.array, start)
      for element in sequence { try append(element, depth: depth + 1) }
      end(index)
    case .alias:
      tokens.append(Token(.null, source: start..<start, content: 0..<0, index: tokens.count))
    }
  }

  private mutating func begin(_ kind: Token.Kind, _ start: Int) -> Int {
    let length = start < range.upperBound ? 1 : 0
    tokens.append(
      Token(kind, source: start..<start + length, content: start..<start, index: tokens.count))
    return tokens.count - 1
  }

  private mutating func end(_ index: Int) {
    tokens[index].next = Int32(truncatingIfNeeded: tokens.count)
  }

  private func complexKey(_ key: Node, _ start: Int) -> SyntaxFault {
    let place = key.mark.map { lines.offset(line: $0.line, column: $0.column) } ?? start
    return SyntaxFault(
      id: "yaml/complex-key", message: "a key must be a text", range: place..<place + 1,
      remedy: "put a key that begins with “[”, “{” or “?” in quotes")
  }

  private mutating func append(_ scalar: Node.Scalar, _ start: Int) {
    let text = Array(scalar.string.utf8)
    let kind: Token.Kind = scalar.style == .plain ? .plain : .string
    let isQuoted = scalar.style == .doubleQuoted || scalar.style == .singleQuoted
    let contentStart = isQuoted ? start + 1 : start
    let contentEnd = contentStart + text.count
    let isVerbatim =
      contentEnd <= range.upperBound && bytes[contentStart..<contentEnd].elementsEqual(text)
      && (!isQuoted || contentEnd < range.upperBound && bytes[contentEnd] == bytes[start])
    if isVerbatim {
      let end = isQuoted ? contentEnd + 1 : contentEnd
      tokens.append(
        Token(
          kind, source: start..<end, content: contentStart..<contentEnd, index: tokens.count))
      return
    }
    let scratchStart = scratch.count
    scratch += text
    tokens.append(
      Token(
        kind, source: start..<(isQuoted ? closingQuote(from: start) : lineEnd(from: start)),
        content: scratchStart..<scratch.count, isUnescaped: true, index: tokens.count))
  }

  private func lineEnd(from start: Int) -> Int {
    var end = start
    while end < range.upperBound, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    return end
  }

  private func closingQuote(from start: Int) -> Int {
    guard start < range.upperBound else { return start }
    let quote = bytes[start]
    var end = start + 1
    while end < range.upperBound {
      if bytes[end] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        end += 1
      } else if bytes[end] == quote {
        let isDoubled =
          quote == UInt8(ascii: "'") && end + 1 < range.upperBound
          && bytes[end + 1] == quote
        guard isDoubled else { return end + 1 }
        end += 1
      }
      end += 1
    }
    return range.upperBound
  }
}
