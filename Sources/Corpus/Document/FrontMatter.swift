/// Where the YAML and the text of a file stand, in bytes.
package struct FrontMatter {
  /// Without the lines of hyphens around it; `nil` where the file has no front matter.
  package let yaml: Range<Int>?
  package let body: Range<Int>

  /// Front matter stands between a line `---` at the very start and the next line `---`.
  package init(_ bytes: [UInt8]) throws(SyntaxFault) {
    let first = Self.line(from: 0, in: bytes)
    guard Self.isFence(bytes[first.text]) else {
      if let misplaced = Self.misplacedFence(in: bytes) { throw Self.misplaced(misplaced) }
      yaml = nil
      body = 0..<bytes.count
      return
    }
    var offset = first.next
    while offset < bytes.count {
      let line = Self.line(from: offset, in: bytes)
      if Self.isFence(bytes[line.text]) {
        yaml = first.next..<offset
        body = line.next..<bytes.count
        return
      }
      offset = line.next
    }
    throw SyntaxFault(
      id: "front-matter/unclosed", message: "the front matter has no end", range: first.text,
      remedy: "put a line “---” between the front matter and the text")
  }

  private static func misplaced(_ range: Range<Int>) -> SyntaxFault {
    SyntaxFault(
      id: "front-matter/misplaced", message: "the front matter does not begin on the first line",
      range: range, remedy: "take out what stands before it")
  }

  /// A fence after blank lines alone, with a second one to follow.
  private static func misplacedFence(in bytes: [UInt8]) -> Range<Int>? {
    var fence: Range<Int>?
    var offset = 0
    while offset < bytes.count {
      let line = line(from: offset, in: bytes)
      let isBlank = bytes[line.text].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if isFence(bytes[line.text]) {
        if let fence { return fence }
        fence = line.text
      } else if fence == nil, !isBlank {
        return nil
      } else if fence != nil, isBlank {
        // A paragraph between two rules is Markdown.
        return nil
      }
      offset = line.next
    }
    return nil
  }

  private static func line(
    from start: Int, in bytes: [UInt8]
  ) -> (text: Range<Int>, next: Int) {
    let end = bytes[start...].firstIndex(of: 0x0A)
    var text = start..<(end ?? bytes.count)
    if let last = bytes[text].last, last == 0x0D { text = start..<text.upperBound - 1 }
    return (text, end.map { $0 + 1 } ?? bytes.count)
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    line.count >= 3 && line.prefix(3).allSatisfy { $0 == UInt8(ascii: "-") }
      && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
