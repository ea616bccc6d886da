extension ReadingText {
  /// The text as stored, laid out in paragraphs.
  ///
  /// Where a blank line stands between two lines, blank lines separate the paragraphs, and a single
  /// line end is a `<br>`; else each line that is not blank is a paragraph. A line ends at LF, CR or
  /// CR LF.
  package init(plain text: String) {
    var copy = text
    let pieces = copy.withUTF8 { bytes in
      let lines = PlainLines(bytes)
      return lines.haveBlankLineBetween ? lines.blocks() : lines.paragraphs()
    }
    self.init(text: text, pieces: pieces)
  }
}

/// The lines of a text, as byte ranges without their line ends.
private struct PlainLines {
  private var lines: [(range: Range<Int32>, isBlank: Bool)] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var isBlank = true
    func range(_ end: Int) -> Range<Int32> { Int32(clamping: start)..<Int32(clamping: end) }
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == 0x0A || byte == 0x0D {
        lines.append((range(offset), isBlank))
        if byte == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { offset += 1 }
        start = offset + 1
        isBlank = true
      } else if byte != 0x20, byte != 0x09 {
        isBlank = false
      }
      offset += 1
    }
    lines.append((range(offset), isBlank))
  }

  var haveBlankLineBetween: Bool {
    var hasText = false
    var hasGap = false
    for line in lines {
      if !line.isBlank, hasGap { return true }
      hasText = hasText || !line.isBlank
      hasGap = hasText && line.isBlank
    }
    return false
  }

  func paragraphs() -> [ReadingText.Piece] {
    lines.filter { !$0.isBlank }.flatMap { line -> [ReadingText.Piece] in
      [.open("<p>"), .text(line.range), .close("</p>")]
    }
  }

  func blocks() -> [ReadingText.Piece] {
    var pieces: [ReadingText.Piece] = []
    /// The end of the paragraph's last line, while one is open.
    var end: Int32?
    for line in lines {
      if line.isBlank {
        if end != nil { pieces.append(.close("</p>")) }
        end = nil
        continue
      }
      if let end {
        // The line end is text of the paragraph.
        pieces += [.open("<br>"), .text(end..<line.range.upperBound)]
      } else {
        pieces += [.open("<p>"), .text(line.range)]
      }
      end = line.range.upperBound
    }
    if end != nil { pieces.append(.close("</p>")) }
    return pieces
  }
}
