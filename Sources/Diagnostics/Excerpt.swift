/// What is shown of a line: all of it, or the part around the marked range when it is long.
struct Excerpt {
  let text: String
  let marked: Range<Int>

  /// Code points shown at most, and kept before the mark.
  private static let width = 96
  private static let lead = 32

  /// - Parameter marked: byte offsets in `line`.
  init(line: ArraySlice<UInt8>, marked: Range<Int>) {
    // Only a window of bytes is decoded: a bulk file's line may be of any length.
    let window = Self.width * 4
    var start = max(line.startIndex, line.startIndex + marked.lowerBound - window)
    let end = min(line.endIndex, line.startIndex + marked.lowerBound + window)
    let mark = line.startIndex + marked.lowerBound
    // Not past the mark, which may stand on bytes that are no UTF-8.
    while start < min(mark, end), line[start] & 0xC0 == 0x80 { start += 1 }
    let before = Array(String(decoding: line[start..<min(mark, end)], as: UTF8.self).unicodeScalars)
    let markEnd = min(max(line.startIndex + marked.upperBound, mark), end)
    let inside = Array(String(decoding: line[mark..<markEnd], as: UTF8.self).unicodeScalars)
    let after = Array(String(decoding: line[markEnd..<end], as: UTF8.self).unicodeScalars)

    var kept = String.UnicodeScalarView()
    let isLong =
      start > line.startIndex || end < line.endIndex
      || before.count + inside.count + after.count > Self.width
    let lead = isLong ? before.suffix(Self.lead) : before[...]
    if isLong, lead.count < before.count || start > line.startIndex { kept.append("…") }
    kept.append(contentsOf: lead.map(Self.shown))
    let from = kept.count
    let room = isLong ? max(Self.width - from, 1) : .max
    kept.append(contentsOf: inside.prefix(room).map(Self.shown))
    let upTo = max(kept.count, from + 1)
    let tail = isLong ? after.prefix(max(Self.width - kept.count, 0)) : after[...]
    kept.append(contentsOf: tail.map(Self.shown))
    if isLong, tail.count < after.count || end < line.endIndex { kept.append("…") }

    text = String(kept)
    self.marked = from..<upTo
  }

  /// Control characters and bidi controls would rearrange the terminal: they are shown as a dot.
  private static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: " "
    case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: "\u{B7}"
    default: scalar
    }
  }
}
