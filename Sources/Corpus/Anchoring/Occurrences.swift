/// Finds every place where a sequence occurs in another, overlapping ones too, in linear time.
///
/// Whole steps are skipped by the last two elements (Horspool), which is fast on real text. Text that
/// defeats it, such as a megabyte of one letter, is noticed by the work done, and the rest is read by
/// Knuth, Morris and Pratt, whose time is linear whatever the text.
package enum Occurrences {
  /// Offsets in `text` at which `wanted` begins, ascending. None for an empty `wanted`.
  package static func of<Element: FixedWidthInteger>(
    _ wanted: [Element], in text: [Element]
  ) -> [Int] {
    guard !wanted.isEmpty, wanted.count <= text.count else { return [] }
    return wanted.withUnsafeBufferPointer { wanted in
      text.withUnsafeBufferPointer { text in
        var found: [Int] = []
        let resumed = skipping(wanted, in: text, into: &found)
        if let resumed { inLinearTime(wanted, in: text, from: resumed, into: &found) }
        return found
      }
    }
  }

  /// - Returns: where to go on when the work became too much for this way of searching.
  private static func skipping<Element: FixedWidthInteger>(
    _ wanted: UnsafeBufferPointer<Element>, in text: UnsafeBufferPointer<Element>,
    into found: inout [Int]
  ) -> Int? {
    let last = wanted.count - 1
    guard last > 0 else {
      for offset in text.indices where text[offset] == wanted[0] { found.append(offset) }
      return nil
    }
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { skips -> Int? in
      skips.initialize(repeating: Int32(clamping: last))
      for index in 1..<last {
        skips[pair(wanted[index - 1], wanted[index])] = Int32(clamping: last - index)
      }
      let own = pair(wanted[last - 1], wanted[last])
      // How far to go on from a place whose last pair is the wanted one.
      let afterOwn = last > 1 ? Int(skips[own]) : 1
      skips[own] = 0

      var work = 4 * text.count + 1_024
      var start = 0
      while start + last < text.count {
        let skip = skips[pair(text[start + last - 1], text[start + last])]
        if skip > 0 {
          start += Int(skip)
          continue
        }
        var index = 0
        while index <= last, text[start + index] == wanted[index] { index += 1 }
        if index > last { found.append(start) }
        start += index > last ? 1 : afterOwn
        work -= index + 1
        if work < 0 { return start }
      }
      return nil
    }
  }

  private static func pair<Element: FixedWidthInteger>(_ a: Element, _ b: Element) -> Int {
    (Int(truncatingIfNeeded: a) &* 7 ^ Int(truncatingIfNeeded: b)) & 0xFF
  }

  private static func inLinearTime<Element: FixedWidthInteger>(
    _ wanted: UnsafeBufferPointer<Element>, in text: UnsafeBufferPointer<Element>,
    from start: Int, into found: inout [Int]
  ) {
    guard start < text.count else { return }
    // borders[n]: the length of the longest proper prefix of the first n elements that ends them.
    var borders = [Int32](repeating: 0, count: wanted.count + 1)
    var length = 0
    for index in wanted.indices.dropFirst() {
      while length > 0, wanted[index] != wanted[length] { length = Int(borders[length]) }
      if wanted[index] == wanted[length] { length += 1 }
      borders[index + 1] = Int32(clamping: length)
    }
    var matched = 0
    for offset in start..<text.count {
      while matched > 0, text[offset] != wanted[matched] { matched = Int(borders[matched]) }
      if text[offset] == wanted[matched] { matched += 1 }
      if matched == wanted.count {
        found.append(offset - wanted.count + 1)
        matched = Int(borders[matched])
      }
    }
  }
}
