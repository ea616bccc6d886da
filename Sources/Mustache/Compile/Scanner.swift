import Diagnostics

/// Splits a template into text and tags.
struct Scanner {
  private let source: SourceText
  private let bytes: [UInt8]
  private var open: [UInt8] = Array("{{".utf8)
  private var close: [UInt8] = Array("}}".utf8)
  private var tokens: [Token] = []
  private var faults: [Diagnostic] = []

  private init(_ source: SourceText) {
    self.source = source
    bytes = source.bytes
  }

  static func scan(_ source: SourceText) -> (tokens: [Token], faults: [Diagnostic]) {
    var scanner = Scanner(source)
    scanner.run()
    return (scanner.tokens, scanner.faults)
  }

  private mutating func run() {
    var position = 0
    while let start = bytes.firstRange(of: open, from: position) {
      addText(position..<start)
      guard let end = tag(at: start) else { return }
      position = end
    }
    addText(position..<bytes.count)
  }

  private mutating func addText(_ range: Range<Int>) {
    var start = range.lowerBound
    for offset in range where bytes[offset] == 0x0A {
      tokens.append(.text(start..<offset + 1))
      start = offset + 1
    }
    if start < range.upperBound { tokens.append(.text(start..<range.upperBound)) }
  }

  /// Reads the tag at `start` and returns where it ends, or nil when it never does.
  private mutating func tag(at start: Int) -> Int? {
    var position = start + open.count
    while position < bytes.count, bytes[position].isSpace { position += 1 }
    let kind = position < bytes.count ? Tag.Kind(sigil: bytes[position]) : nil
    let isTriple = kind != nil && bytes[position] == UInt8(ascii: "{")
    if kind != nil { position += 1 }
    let closing =
      isTriple
      ? [UInt8(ascii: "}")] + close
      : kind == .delimiters ? [UInt8(ascii: "=")] + close : close
    guard let end = bytes.firstRange(of: closing, from: position) else {
      fault(
        lineOf(start), "this tag is never closed",
        remedy: "close it with `\(String(decoding: closing, as: UTF8.self))`")
      return nil
    }
    let whole = start..<end + closing.count
    switch kind {
    case .comment: tokens.append(.tag(Tag(kind: .comment, name: end..<end, whole: whole)))
    case .delimiters: changeDelimiters(position..<end, whole)
    default: named(kind ?? .escaped, trimmed(position..<end), whole, closing)
    }
    return whole.upperBound
  }

  private mutating func named(
    _ kind: Tag.Kind, _ name: Range<Int>, _ whole: Range<Int>, _ closing: [UInt8]
  ) {
    var name = name
    let mayBeDynamic = kind == .partial || kind == .parent || kind == .close
    let isDynamic = mayBeDynamic && bytes[name].first == UInt8(ascii: "*")
    if isDynamic { name = trimmed(name.lowerBound + 1..<name.upperBound) }
    let content = bytes[name]
    if content.isEmpty {
      fault(whole, "this tag names nothing", remedy: "write a name between its delimiters")
    } else if bytes.firstRange(of: open, from: name.lowerBound).map({ $0 < name.upperBound })
      == true
    {
      fault(
        lineOf(whole.lowerBound), "this tag is never closed",
        remedy: "close it with `\(String(decoding: closing, as: UTF8.self))`")
    } else if content.contains(where: \.isSpace) {
      fault(name, "a name has no white space in it", remedy: "name one field or one partial")
    } else if !isWellFormed(content, for: kind) {
      fault(name, "a dotted name has a name on both sides of each dot", remedy: "take out the dot")
    } else {
      tokens.append(.tag(Tag(kind: kind, name: name, whole: whole, isDynamic: isDynamic)))
    }
  }

  /// The dots of a field's name part it; those of other names are letters like any other.
  private func isWellFormed(_ name: ArraySlice<UInt8>, for kind: Tag.Kind) -> Bool {
    switch kind {
    case .escaped, .raw, .section, .inverted:
      name.elementsEqual(".".utf8)
        || !name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
          .contains(where: \.isEmpty)
    default: true
    }
  }

  private mutating func changeDelimiters(_ content: Range<Int>, _ whole: Range<Int>) {
    let parts = bytes[content].split(whereSeparator: \.isSpace)
    guard parts.count == 2, !parts.contains(where: { $0.contains(UInt8(ascii: "=")) }) else {
      fault(
        whole, "this tag must give two delimiters, without `=` in them",
        remedy: "write `{{=<% %>=}}` to use `<%` and `%>`")
      return
    }
    open = Array(parts[0])
    close = Array(parts[1])
    let end = content.upperBound
    tokens.append(.tag(Tag(kind: .delimiters, name: end..<end, whole: whole)))
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start].isSpace { start += 1 }
    while end > start, bytes[end - 1].isSpace { end -= 1 }
    return start..<end
  }

  private func lineOf(_ start: Int) -> Range<Int> {
    start..<(bytes[start...].firstIndex(of: 0x0A) ?? bytes.count)
  }

  private mutating func fault(_ range: Range<Int>, _ message: String, remedy: String) {
    faults.append(
      Diagnostic(.error, "template/syntax", message, at: source.place(of: range), remedy: remedy))
  }
}

extension [UInt8] {
  /// Where `needle`, which is not empty, next begins.
  fileprivate func firstRange(of needle: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first, start <= count - needle.count else { return nil }
    return (start...count - needle.count).first { offset in
      self[offset] == first && self[offset..<offset + needle.count].elementsEqual(needle)
    }
  }
}
