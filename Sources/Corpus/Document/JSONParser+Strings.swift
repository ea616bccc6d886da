extension JSONParser {
  /// Reads a string, whose opening quote is next, and appends its token.
  mutating func string() throws(SyntaxFault) {
    let start = offset
    offset += 1
    skipPlain()
    guard let byte = peek else { throw unclosedString(start) }
    if byte == UInt8(ascii: "\"") {
      append(start, content: start + 1..<offset, isUnescaped: false)
      return
    }
    let scratchStart = scratch.count
    scratch.append(contentsOf: bytes[(start + 1)..<offset])
    while true {
      guard let byte = peek else { throw unclosedString(start) }
      switch byte {
      case UInt8(ascii: "\""):
        append(start, content: scratchStart..<scratch.count, isUnescaped: true)
        return
      case UInt8(ascii: "\\"): try escape(stringStart: start)
      default: throw controlCharacter(stringStart: start)
      }
      let plain = offset
      skipPlain()
      scratch.append(contentsOf: bytes[plain..<offset])
    }
  }

  private mutating func append(_ start: Int, content: Range<Int>, isUnescaped: Bool) {
    offset += 1
    tokens.append(
      Token(
        .string, source: start..<offset, content: content, isUnescaped: isUnescaped,
        index: tokens.count))
  }

  /// Moves to the next quote, backslash or control character, eight bytes at a time.
  private mutating func skipPlain() {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    while offset + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let quote = word ^ (ones &* 0x22)
      let slash = word ^ (ones &* 0x5C)
      // A byte's high bit is set where it is zero (or, harmlessly, next to one that is).
      let found =
        ((quote &- ones) & ~quote) | ((slash &- ones) & ~slash)
        | ((word &- ones &* 0x20) & ~word)
      if found & highs != 0 { break }
      offset += 8
    }
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), 0..<0x20: return
      default: offset += 1
      }
    }
  }

  private mutating func escape(stringStart: Int) throws(SyntaxFault) {
    guard offset + 1 < bytes.count else { throw unclosedString(stringStart) }
    let start = offset
    offset += 2
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): scratch.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): scratch.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): scratch.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "u"): try unicodeEscape(start)
    default: throw badEscape(start)
    }
  }

  /// `\u` and four hexadecimal digits, twice for a code point beyond the basic plane.
  private mutating func unicodeEscape(_ start: Int) throws(SyntaxFault) {
    guard let unit = hexUnit() else { throw badEscape(start) }
    var value = unit
    if unit & 0xFC00 == 0xD800 {
      guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
        bytes[offset + 1] == UInt8(ascii: "u")
      else { throw loneSurrogate(start..<offset) }
      offset += 2
      guard let low = hexUnit(), low & 0xFC00 == 0xDC00 else {
        throw loneSurrogate(start..<start + 6)
      }
      value = 0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)
    }
    guard let scalar = Unicode.Scalar(value) else { throw loneSurrogate(start..<offset) }
    scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private mutating func hexUnit() -> UInt32? {
    guard offset + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for byte in bytes[offset..<offset + 4] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      unit = unit << 4 | UInt32(digit)
    }
    offset += 4
    return unit
  }
}
