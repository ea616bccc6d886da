/// A text as JSON has it, in quotation marks.
enum JSONText {
  /// `<` is written as an escape too: no `</script>` or `<!--` of content can then end the element
  /// of a page that the JSON stands in.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    bytes.append(UInt8(ascii: "\""))
    text.withUTF8 { append($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Without the quotation marks.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard hasSpecial(text) else { return bytes.append(contentsOf: text) }
    var start = 0
    for place in text.indices where isSpecial(text[place]) {
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<place]))
      start = place + 1
      escape(text[place], to: &bytes)
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[start...]))
  }

  private static func escape(_ byte: UInt8, to bytes: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
    case UInt8(ascii: "\n"): bytes += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
    default:
      bytes.append(contentsOf: "\\u00".utf8)
      bytes += [hex(byte >> 4), hex(byte & 15)]
    }
  }

  /// Looks at every byte, as processors do many at once; most texts have none that is special.
  private static func hasSpecial(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in text { found |= isSpecial(byte) ? 1 : 0 }
    return found != 0
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
      || byte == UInt8(ascii: "<")
  }

  private static func hex(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }
}
