import Markdown

extension ReadingText {
  /// The layout with its text, unescaped, so that a test can show it.
  var outline: String {
    let bytes = Array(text.utf8)
    return pieces.map { piece in
      switch piece {
      case .open(let tag), .close(let tag): tag
      case .link(let destination): "<a \(destination)>"
      case .text(let range):
        String(decoding: bytes[Int(range.lowerBound)..<Int(range.upperBound)], as: UTF8.self)
      }
    }.joined()
  }

  /// What is wrong with the layout: tags that do not match, ranges that cut a code point, run
  /// backwards or leave out more than white space.
  var faults: [String] {
    var faults: [String] = []
    var open: [Substring] = []
    let bytes = Array(text.utf8)
    var end = 0
    func leaveOut(upTo start: Int) {
      guard start >= end, start <= bytes.count else {
        faults.append("range begins at \(start), before \(end)")
        return
      }
      let isWhite = bytes[end..<start].allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
      if !isWhite { faults.append("text is left out at \(end)") }
    }
    for piece in pieces {
      switch piece {
      case .open("<br>"), .open("<hr>"): break
      case .open(let tag): open.append(tag.dropFirst().prefix { $0 != " " && $0 != ">" })
      case .link: open.append("a")
      case .close(let tag):
        let name = open.popLast() ?? ""
        if tag != "</\(name)>" { faults.append("\(tag) closes <\(name)>") }
      case .text(let range):
        let (from, upTo) = (Int(range.lowerBound), Int(range.upperBound))
        leaveOut(upTo: from)
        if range.isEmpty { faults.append("empty range at \(from)") }
        guard upTo <= bytes.count else {
          faults.append("range ends past the text")
          break
        }
        for edge in [from, upTo] where edge < bytes.count && bytes[edge] & 0xC0 == 0x80 {
          faults.append("a code point is cut at \(edge)")
        }
        end = upTo
      }
    }
    if !open.isEmpty { faults.append("<\(open[0])> is not closed") }
    leaveOut(upTo: bytes.count)
    return faults
  }
}
