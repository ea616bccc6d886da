import Foundation

/// Reads the strict HTML, and XML, that a site of ours is written in: every attribute quoted, every
/// element closed, `<` and `&` only as markup. What is none of that is `broken`.
package struct Tokenizer {
  package enum Token {
    case text(Range<Int>)
    case open(Tag)
    case close(Name, Range<Int>)
    /// A comment, a declaration, a processing instruction.
    case other
    case broken(Range<Int>)
  }

  package struct Tag {
    let name: Name
    /// Of the whole tag.
    let range: Range<Int>
    let attributes: Range<Int>
    let isSelfClosing: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  package mutating func next() -> Token? {
    guard offset < bytes.count else { return nil }
    let start = offset
    if bytes[start] != UInt8(ascii: "<") {
      offset = find(UInt8(ascii: "<"), from: start) ?? bytes.count
      return .text(start..<offset)
    }
    let next = start + 1 < bytes.count ? bytes[start + 1] : 0
    switch next {
    case UInt8(ascii: "!"), UInt8(ascii: "?"): return declaration(start)
    case UInt8(ascii: "/"): return closeTag(start)
    default: return openTag(start)
    }
  }

  /// Skips what a script or a style sheet holds: it is not markup.
  mutating func skipRawText() {
    while let place = find(UInt8(ascii: "<"), from: offset) {
      offset = place
      if place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "/") { return }
      offset += 1
    }
    offset = bytes.count
  }

  /// Calls `body` with each attribute's name and the range of its value, between its quotes.
  package func forEachAttribute(of tag: Tag, _ body: (Name, Range<Int>) -> Void) {
    var place = tag.attributes.lowerBound
    let end = tag.attributes.upperBound
    while place < end {
      guard bytes[place] > 0x20, bytes[place] != UInt8(ascii: "/") else {
        place += 1
        continue
      }
      let start = place
      while place < end, bytes[place] != UInt8(ascii: "="), bytes[place] > 0x20 { place += 1 }
      let name = Name(bytes[start..<place])
      guard place + 1 < end, bytes[place] == UInt8(ascii: "=") else {
        body(name, place..<place)
        place = max(place, start + 1)
        continue
      }
      let quote = bytes[place + 1]
      let value = place + 2
      let close = value <= end ? find(quote, from: value) ?? end : end
      body(name, min(value, end)..<min(max(close, value), end))
      place = close + 1
    }
  }

  private mutating func declaration(_ start: Int) -> Token {
    let isComment = starts("<!--", at: start)
    var place = start
    while let close = find(UInt8(ascii: ">"), from: place) {
      offset = close + 1
      if !isComment || (close >= start + 6 && starts("-->", at: close - 2)) { return .other }
      place = close + 1
    }
    return breakOff(start)
  }

  private mutating func closeTag(_ start: Int) -> Token {
    guard let close = find(UInt8(ascii: ">"), from: start) else { return breakOff(start) }
    offset = close + 1
    return .close(Name(bytes[(start + 2)..<close]), start..<offset)
  }

  private mutating func openTag(_ start: Int) -> Token {
    var place = start + 1
    while place < bytes.count, isNamePart(bytes[place]) { place += 1 }
    let name = Name(bytes[(start + 1)..<place])
    guard place > start + 1 else { return breakOff(start) }
    let attributes = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: ">"):
        offset = place + 1
        return .open(
          Tag(
            name: name, range: start..<offset, attributes: attributes..<place,
            isSelfClosing: bytes[place - 1] == UInt8(ascii: "/")))
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        guard let close = find(bytes[place], from: place + 1) else { return breakOff(start) }
        place = close + 1
      case UInt8(ascii: "<"): return breakOff(start)
      default: place += 1
      }
    }
    return breakOff(start)
  }

  private mutating func breakOff(_ start: Int) -> Token {
    offset = bytes.count
    return .broken(start..<bytes.count)
  }

  private func isNamePart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: ":"):
      true
    default: false
    }
  }

  private func starts(_ text: StaticString, at place: Int) -> Bool {
    guard place >= 0, place + text.utf8CodeUnitCount <= bytes.count else { return false }
    return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[place + $0] == text.utf8Start[$0] }
  }

  private func find(_ byte: UInt8, from start: Int) -> Int? {
    guard start < bytes.count, let base = bytes.baseAddress else { return nil }
    guard let found = memchr(base + start, Int32(byte), bytes.count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
