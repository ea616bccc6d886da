/// A value of BibTeX as it stands between its braces.
enum BibTeXText {
  /// BibTeX counts every brace, escaped or not, so that none may stand in a value. White space,
  /// line ends included, is one space, and none at the ends.
  static func append(_ text: String, to bytes: inout [UInt8]) {
    let start = bytes.count
    var needsSpace = false
    for scalar in text.unicodeScalars {
      if isSpace(scalar) {
        needsSpace = bytes.count > start
        continue
      }
      if needsSpace { bytes.append(UInt8(ascii: " ")) }
      needsSpace = false
      append(scalar, to: &bytes)
    }
  }

  private static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch scalar {
    case "{": bytes.append(contentsOf: "\\textbraceleft ".utf8)
    case "}": bytes.append(contentsOf: "\\textbraceright ".utf8)
    case "\\": bytes.append(contentsOf: "\\textbackslash ".utf8)
    case "~": bytes.append(contentsOf: "\\textasciitilde ".utf8)
    case "^": bytes.append(contentsOf: "\\textasciicircum ".utf8)
    case "$", "&", "#", "%", "_": bytes += [UInt8(ascii: "\\"), UInt8(scalar.value)]
    case _ where scalar.isASCII: bytes.append(UInt8(scalar.value))
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  /// White space, and what ASCII has for other ends than to be read.
  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F: true
    // What Arabic and most other scripts of names are of has no white space among it.
    case 0x21..<0x7F, 0xA1..<0x1680: false
    default: scalar.properties.isWhitespace
    }
  }
}
