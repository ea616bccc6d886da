/// Writes text so that none of it can be markup. All of it works on bytes: a quotation mark is one
/// whatever combining mark follows it.
package enum Escaping {
  static func raw(_ text: String, into output: inout [UInt8]) {
    var text = text
    text.withUTF8 { output.append(contentsOf: $0) }
  }

  /// For text and for attribute values in quotation marks.
  package static func html(_ text: String, into output: inout [UInt8]) {
    var text = text
    text.withUTF8 { html($0, into: &output) }
  }

  /// - Parameter bytes: UTF-8.
  package static func html(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var start = 0
    while case let index = firstSpecial(in: bytes, from: start), index < bytes.count {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
      start = index + 1
      switch bytes[index] {
      case UInt8(ascii: "&"): append("&amp;", to: &output)
      case UInt8(ascii: "<"): append("&lt;", to: &output)
      case UInt8(ascii: ">"): append("&gt;", to: &output)
      case UInt8(ascii: "\""): append("&quot;", to: &output)
      default: append("&#39;", to: &output)
      }
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// Where the next of the bytes `"`, `&`, `'`, `<` and `>` is, or the end. Eight are looked at at once.
  private static func firstSpecial(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= raw.count {
      let eight = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // `&` and `'` differ in their last bit alone, `<` and `>` in the one before it.
      if hasZero(eight ^ ones &* 0x22) || hasZero((eight | ones) ^ ones &* 0x27)
        || hasZero((eight | ones &* 2) ^ ones &* 0x3E)
      {
        break
      }
      index += 8
    }
    while index < bytes.count, bytes[index] >= 64 || htmlSpecials &>> UInt64(bytes[index]) & 1 == 0
    {
      index += 1
    }
    return index
  }

  /// Each byte 1.
  private static var ones: UInt64 { 0x0101_0101_0101_0101 }

  /// Whether any byte is 0.
  private static func hasZero(_ eight: UInt64) -> Bool {
    (eight &- ones) & ~eight & (ones &* 0x80) != 0
  }

  /// The bytes `"`, `&`, `'`, `<` and `>`, each as a bit.
  private static let htmlSpecials: UInt64 =
    1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E

  /// For the inline text of a CommonMark document, and for a link's destination or title.
  ///
  /// Punctuation that marks something anywhere is escaped everywhere; that which only begins a block
  /// is escaped at the beginning. White space, line ends included, becomes one space, and none at
  /// either end: it could make a code block or a line break, or undo emphasis.
  static func markdown(_ text: String, into output: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes in
      // Whether only digits were seen so far: `1. ` would begin a list.
      var isAtStart = true
      var needsSpace = false
      let start = output.count
      for byte in bytes {
        if byte.isSpace {
          needsSpace = output.count > start
          continue
        }
        if needsSpace { output.append(0x20) }
        needsSpace = false
        switch byte {
        case UInt8(ascii: "&"):
          // Not by a backslash: in a link's title cmark reads references before backslashes.
          append("&amp;", to: &output)
          isAtStart = false
          continue
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          output.append(byte)
          continue
        case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"),
          UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "("), UInt8(ascii: ")"),
          UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "!"),
          UInt8(ascii: "~"), UInt8(ascii: "|"), UInt8(ascii: "\""), UInt8(ascii: "'"),
          UInt8(ascii: "#"):
          output.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "."),
          UInt8(ascii: ":"):
          if isAtStart { output.append(UInt8(ascii: "\\")) }
        default: break
        }
        output.append(byte)
        isAtStart = false
      }
    }
  }

  static func number(_ number: Int, into output: inout [UInt8]) {
    if number < 0 { output.append(UInt8(ascii: "-")) }
    let start = output.count
    var rest = number.magnitude
    repeat {
      output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    output[start...].reverse()
  }

  private static func append(_ reference: StaticString, to output: inout [UInt8]) {
    output.append(
      contentsOf: UnsafeBufferPointer(
        start: reference.utf8Start, count: reference.utf8CodeUnitCount))
  }
}
