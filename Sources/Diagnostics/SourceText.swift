/// The bytes of one file (or of one line of a bulk file), which turns byte ranges into places.
///
/// The line index is built at the first question, so that input without faults never pays for it.
/// Not `Sendable`: each file is read by one worker.
package final class SourceText {
  package let file: String
  package let bytes: [UInt8]
  /// The number, from 1, of the line that `bytes` begins with.
  package let firstLine: Int
  private var lineStarts: [Int] = []

  /// - Parameter firstLine: more than 1 when `bytes` is one record of a bulk file.
  package init(file: String, bytes: [UInt8], firstLine: Int = 1) {
    self.file = file
    self.bytes = bytes
    self.firstLine = firstLine
  }

  /// The place of a half-open range of byte offsets; both ends are clamped to the text and moved out
  /// to whole code points.
  ///
  /// A range over several lines is shown up to the end of its first.
  package func place(of range: Range<Int>) -> Place {
    let offset = wholeCodePoint(before: min(max(range.lowerBound, 0), bytes.count))
    let index = lineIndex(of: offset)
    let line = lineBounds(index)
    // The bytes of a line end belong to the line, but are not shown.
    let start = min(offset, line.upperBound)
    let end = min(wholeCodePoint(after: max(range.upperBound, start)), max(line.upperBound, start))
    let column = codePoints(in: line.lowerBound..<start)
    let excerpt = Excerpt(
      line: bytes[line], marked: start - line.lowerBound..<end - line.lowerBound)
    return Place(
      file: file, line: firstLine + index, column: column + 1,
      excerpt: excerpt.text, marked: excerpt.marked)
  }

  /// The byte offset of a line and a column, both from 1, the column in bytes (as cmark counts).
  package func offset(line: Int, byteColumn: Int) -> Int {
    let index = min(max(line - firstLine, 0), starts().count - 1)
    let bounds = lineBounds(index)
    return min(bounds.lowerBound + max(byteColumn - 1, 0), bounds.upperBound)
  }

  /// The byte offset of a line and a column, both from 1, the column in code points (as Yams counts).
  package func offset(line: Int, column: Int) -> Int {
    let index = min(max(line - firstLine, 0), starts().count - 1)
    let bounds = lineBounds(index)
    var offset = bounds.lowerBound
    var left = column - 1
    while offset < bounds.upperBound {
      if bytes[offset] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      offset += 1
    }
    return offset
  }

  // A code point has three continuation bytes at most; bytes that are no UTF-8 are left where they are.

  private func wholeCodePoint(before offset: Int) -> Int {
    var start = offset
    while start > 0, start < bytes.count, offset - start < 3, bytes[start] & 0xC0 == 0x80 {
      start -= 1
    }
    let begins = start < bytes.count && bytes[start] >= 0xC0
    return begins ? start : offset
  }

  private func wholeCodePoint(after offset: Int) -> Int {
    var end = offset
    while end < bytes.count, end - offset < 3, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end < bytes.count && bytes[end] & 0xC0 == 0x80 ? offset : end
  }

  private func starts() -> [Int] {
    if lineStarts.isEmpty {
      lineStarts = [0]
      for (offset, byte) in bytes.enumerated() where byte == 0x0A { lineStarts.append(offset + 1) }
    }
    return lineStarts
  }

  private func lineIndex(of offset: Int) -> Int {
    let starts = starts()
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The bytes of a line without its line end.
  private func lineBounds(_ index: Int) -> Range<Int> {
    let starts = starts()
    let start = starts[index]
    var end = index + 1 < starts.count ? starts[index + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return start..<max(end, start)
  }

  private func codePoints(in range: Range<Int>) -> Int {
    bytes[range].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}
