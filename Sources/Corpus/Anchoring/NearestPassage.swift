/// Finds the passage of a text that is most like a quotation which is not in it.
///
/// First a window of the quotation's length slides over the text and counts the groups of three
/// letters that it shares with the quotation, in time linear in the text. Then the quotation is
/// aligned, letter by letter, with the best window and what surrounds it.
enum NearestPassage {
  /// Longer quotations are aligned by their beginning and their end only.
  private static let alignedLength = 320
  private static let bucketCount = 4_096

  /// Offsets in `text`, both in elements; `nil` where nothing is much alike.
  static func range(to wanted: [UInt32], in text: [UInt32]) -> Range<Int>? {
    guard !wanted.isEmpty, !text.isEmpty else { return nil }
    let (wanted, text) = (wanted.map(lowercased), text.map(lowercased))
    let window = bestWindow(for: wanted, in: text)
    let margin = min(wanted.count / 2, alignedLength / 2) + 16
    guard wanted.count > alignedLength else {
      let region = window.lowerBound - margin..<window.upperBound + margin
      return align(wanted[...], with: text, in: region)
    }
    let reach = alignedLength + margin
    let head = align(
      wanted.prefix(alignedLength), with: text,
      in: window.lowerBound - margin..<window.lowerBound + reach)
    let tail = align(
      wanted.suffix(alignedLength), with: text,
      in: window.upperBound - reach..<window.upperBound + margin)
    guard let head, let tail, head.lowerBound < tail.upperBound else { return head ?? tail }
    return head.lowerBound..<tail.upperBound
  }

  /// The first window that shares the most groups with `wanted`, each counted as often as both have it.
  private static func bestWindow(for wanted: [UInt32], in text: [UInt32]) -> Range<Int> {
    let length = min(wanted.count, text.count)
    guard length < text.count else { return 0..<text.count }
    let size = min(3, length)
    var missing = [Int32](repeating: 0, count: bucketCount)
    for start in 0...wanted.count - size { missing[bucket(wanted, start, size)] += 1 }

    var shared = 0
    var best = (shared: -1, start: 0)
    for end in 0...text.count - size {
      let entering = bucket(text, end, size)
      if missing[entering] > 0 { shared += 1 }
      missing[entering] -= 1
      let start = end + size - length
      guard start >= 0 else { continue }
      if shared > best.shared { best = (shared, start) }
      let leaving = bucket(text, start, size)
      missing[leaving] += 1
      if missing[leaving] > 0 { shared -= 1 }
    }
    return best.start..<best.start + length
  }

  private static func bucket(_ text: [UInt32], _ start: Int, _ size: Int) -> Int {
    var hash: UInt32 = 2_166_136_261
    for offset in start..<start + size { hash = (hash ^ text[offset]) &* 16_777_619 }
    return Int((hash ^ hash >> 15) % UInt32(bucketCount))
  }

  /// The part of a region that `wanted` becomes with the fewest letters put in or taken out, widened
  /// to whole words. A replaced letter is one of each, so that an added word does not cost the words
  /// beyond it.
  private static func align(
    _ wanted: ArraySlice<UInt32>, with text: [UInt32], in region: Range<Int>
  ) -> Range<Int>? {
    let region = region.clamped(to: 0..<text.count)
    let pattern = Array(wanted)
    // After each letter of the region: for each length of the pattern's beginning the fewest edits
    // that make it a part which ends here, and where that part starts.
    var edits = Array(0...pattern.count)
    var starts = [Int](repeating: region.lowerBound, count: pattern.count + 1)
    var best = (edits: pattern.count, range: region.lowerBound..<region.lowerBound)
    for offset in region {
      var diagonal = (edits: 0, start: starts[0])
      starts[0] = offset + 1
      for row in 1...pattern.count {
        let above = (edits: edits[row - 1] + 1, start: starts[row - 1])
        let left = (edits: edits[row] + 1, start: starts[row])
        var cell = diagonal
        if pattern[row - 1] != text[offset] { cell.edits += 2 }
        if left.edits < cell.edits { cell = left }
        if above.edits < cell.edits { cell = above }
        diagonal = (edits[row], starts[row])
        edits[row] = cell.edits
        starts[row] = cell.start
      }
      if edits[pattern.count] < best.edits, starts[pattern.count] <= offset {
        best = (edits[pattern.count], starts[pattern.count]..<offset + 1)
      }
    }
    guard best.edits * 10 <= pattern.count * 7, !best.range.isEmpty else { return nil }
    return best.edits == 0 ? best.range : wholeWords(best.range, of: text)
  }

  private static func wholeWords(_ range: Range<Int>, of text: [UInt32]) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    // A folded text has no white space but single spaces.
    if end - start > 1, text[start] == 0x20 { start += 1 }
    if end - start > 1, text[end - 1] == 0x20 { end -= 1 }
    let farthest = 24
    while start > 0, range.lowerBound - start < farthest, isInWord(text[start - 1]),
      isInWord(text[start])
    {
      start -= 1
    }
    while end < text.count, end - range.upperBound < farthest, isInWord(text[end]),
      isInWord(text[end - 1])
    {
      end += 1
    }
    return start..<end
  }

  /// English words that begin a sentence in one place and not in the other are alike.
  private static func lowercased(_ scalar: UInt32) -> UInt32 {
    (0x41...0x5A).contains(scalar) ? scalar | 0x20 : scalar
  }

  private static func isInWord(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x30, 0x3A..<0x41, 0x5B..<0x61, 0x7B..<0xAA, 0x60C, 0x61B, 0x61F, 0x6D4,
      0x2010...0x205E, 0x3000...0x3003:
      false
    default: true
    }
  }
}
