/// Turns text of HTML back into what it stands for.
package enum CharacterReferences {
  /// Appends a stretch of text or of an attribute's value, its character references resolved. One
  /// that is not known stays as it is.
  package static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into text: inout [UInt8]
  ) {
    var start = range.lowerBound
    var place = start
    while place < range.upperBound {
      guard bytes[place] == UInt8(ascii: "&"),
        let end = bytes[place..<min(place + 12, range.upperBound)].firstIndex(of: semicolon),
        let scalar = scalar(bytes[(place + 1)..<end])
      else {
        place += 1
        continue
      }
      text.append(contentsOf: bytes[start..<place])
      text.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
      place = end + 1
      start = place
    }
    text.append(contentsOf: bytes[start..<range.upperBound])
  }

  private static let semicolon = UInt8(ascii: ";")

  private static func scalar(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    let name = String(decoding: name, as: UTF8.self)
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "nbsp": return "\u{A0}"
    default:
      guard name.utf8.first == UInt8(ascii: "#") else { return nil }
      let digits = name.dropFirst()
      let isHex = digits.first == "x" || digits.first == "X"
      return UInt32(isHex ? digits.dropFirst() : digits, radix: isHex ? 16 : 10)
        .flatMap(Unicode.Scalar.init)
    }
  }
}
