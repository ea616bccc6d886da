/// An HTML page as the preview shows it: with the script that follows what changes, and a policy that
/// lets it.
package struct LivePage {
  private let html: [UInt8]
  /// Where `</head` is, else the end.
  private let headEnd: Int

  package init(_ html: [UInt8]) {
    self.html = html
    headEnd = Markup.find("</head", in: html, from: 0) ?? html.count
  }

  /// - Parameters:
  ///   - page: the version of the page as it is.
  ///   - versions: of what it loads.
  package func following(
    _ addresses: LiveAddresses, page: String, versions: PreviewSite.Versions
  ) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(html.count + 512)
    var copied = 0
    for range in policies {
      result += html[copied..<range.lowerBound]
      result += Array(
        ContentPolicy(attribute: String(decoding: html[range], as: UTF8.self)).allowingOwn
          .attribute.utf8)
      copied = range.upperBound
    }
    result += html[copied..<headEnd]
    result += Array(
      """
      <script src="\(addresses.script)" data-page="\(page)" data-style="\(versions.style)" \
      data-assets="\(versions.assets)" defer></script>

      """.utf8)
    result += html[headEnd...]
    return result
  }

  /// Where the contents of all policies in the head are.
  private var policies: [Range<Int>] {
    var found: [Range<Int>] = []
    var position = 0
    while let tag = Markup.find("<meta", in: html, from: position), tag < headEnd {
      let (attributes, end) = Markup.attributes(in: html, from: tag + 5)
      position = end
      let kind = attributes["http-equiv"].map { Markup.lowercased(html[$0]) }
      if kind == "content-security-policy", let content = attributes["content"] {
        found.append(content)
      }
    }
    return found
  }
}

/// As much of HTML as it takes to find `meta` elements in a head.
enum Markup {
  /// The place of a lower-case ASCII word, whatever its case in the text.
  static func find(_ word: StaticString, in html: [UInt8], from start: Int) -> Int? {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    guard html.count - start >= word.count else { return nil }
    return (start...html.count - word.count).first { place in
      html[place] == word[0]
        && word.indices.allSatisfy { lowercased(html[place + $0]) == word[$0] }
    }
  }

  /// The values of a tag's attributes by their names in lower case, and where the tag ends.
  static func attributes(
    in html: [UInt8], from start: Int
  ) -> (values: [String: Range<Int>], end: Int) {
    var values: [String: Range<Int>] = [:]
    var position = start
    func skip(while isSkipped: (UInt8) -> Bool) -> Range<Int> {
      let start = position
      while position < html.count, isSkipped(html[position]) { position += 1 }
      return start..<position
    }
    while true {
      _ = skip { isSpace($0) || $0 == UInt8(ascii: "/") }
      guard position < html.count, html[position] != UInt8(ascii: ">") else { break }
      let name = skip { !isSpace($0) && !"=>/".utf8.contains($0) }
      if name.isEmpty { position += 1 }
      _ = skip(while: isSpace)
      guard position < html.count, html[position] == UInt8(ascii: "=") else { continue }
      position += 1
      _ = skip(while: isSpace)
      guard position < html.count else { break }
      let quote = html[position]
      let value: Range<Int>
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        position += 1
        value = skip { $0 != quote }
        position = min(position + 1, html.count)
      } else {
        value = skip { !isSpace($0) && $0 != UInt8(ascii: ">") }
      }
      // Of an attribute that is there twice, the first counts.
      if values[lowercased(html[name])] == nil { values[lowercased(html[name])] = value }
    }
    return (values, position)
  }

  static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.map { lowercased($0) }, as: UTF8.self)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    [0x09, 0x0A, 0x0C, 0x0D, 0x20].contains(byte)
  }

  /// As text and attribute values have it.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\r": escaped += "&#13;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
