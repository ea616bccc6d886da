/// Anchors the selectors of one text: an article's reading text, or its title.
///
/// With offsets, `exact` must be the text there. Without, it is searched together with its prefix and
/// suffix, and must be found exactly once. Only where that finds nothing, words that differ in what
/// `Leniency` lists are searched, and must again be found exactly once; they anchor with a warning.
package struct Anchorer: Sendable {
  package let index: TextIndex
  /// Made when the first lenient search needs it.
  private var foldedText: FoldedText?

  package init(_ text: String) {
    index = TextIndex(text)
  }

  package mutating func find(_ selector: Selector) -> AnchorOutcome {
    guard !selector.exact.utf8.isEmpty else { return .failed(.empty) }
    if let (start, end) = selector.offsets { return check(selector, start: start, end: end) }
    return search(selector)
  }

  /// Anchors all parts of a target, each by itself.
  /// - Returns: the target when every part was anchored, and the outcome of each part in order.
  package mutating func target(
    _ selectors: [Selector], field: Target.Field
  ) -> (target: Target?, outcomes: [AnchorOutcome]) {
    let outcomes = selectors.map { find($0) }
    let spans = outcomes.compactMap(\.span)
    guard spans.count == outcomes.count, let first = spans.first else { return (nil, outcomes) }
    return (Target(field: field, first: first, rest: Array(spans.dropFirst())), outcomes)
  }

  // MARK: With offsets

  private mutating func check(_ selector: Selector, start: Int, end: Int) -> AnchorOutcome {
    guard start >= 0, start <= end, let span = index.span(codePoints: start..<end) else {
      let fault = OffsetFault(start: start, end: end, length: index.codePointCount)
      return .failed(.outOfRange(fault, found: places(of: selector.exact, near: start)))
    }
    let there = index.bytes[Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)]
    if isSame(there, selector.exact) { return .exact(span) }
    // Longer than any folding could make up for: not worth folding.
    if there.count <= 16 * selector.exact.utf8.count + 64 {
      let wanted = FoldedText(selector.exact.utf8).scalars
      if !wanted.isEmpty, FoldedText(there).scalars == wanted {
        return lenient(span, selector.exact)
      }
    }
    let found = places(of: selector.exact, near: start)
    return .failed(
      .mismatch(
        there: Passage(span, of: index), unit: unit(start, of: found), found: found,
        nearest: found.total == 0 ? nearest(to: selector.exact) : nil))
  }

  private func isSame(_ bytes: ArraySlice<UInt8>, _ text: String) -> Bool {
    guard bytes.count == text.utf8.count else { return false }
    var text = text
    return text.withUTF8 { wanted in
      bytes.withUnsafeBufferPointer { $0.elementsEqual(wanted) }
    }
  }

  private func unit(_ start: Int, of found: Places) -> OffsetUnit? {
    for place in found.first {
      let bytes = Int(place.span.bytes.lowerBound)
      if bytes == start { return .byte }
      let codePoints = Int(place.span.codePoints.lowerBound)
      // A code point outside the basic plane is the one kind that UTF-16 counts twice.
      if start > codePoints,
        codePoints + index.bytes[..<bytes].count(where: { $0 >= 0xF0 }) == start
      {
        return .utf16
      }
    }
    return nil
  }

  // MARK: Without offsets

  private mutating func search(_ selector: Selector) -> AnchorOutcome {
    let prefix = Array((selector.prefix ?? "").utf8)
    let exact = Array(selector.exact.utf8)
    let wanted = prefix + exact + Array((selector.suffix ?? "").utf8)
    let found = Occurrences.of(wanted, in: index.bytes)
    if found.count == 1 {
      let start = found[0] + prefix.count
      return .exact(index.span(bytes: start..<start + exact.count))
    }
    if found.count > 1 {
      let spans = found.prefix(Places.limit).map { offset in
        index.span(bytes: offset + prefix.count..<offset + prefix.count + exact.count)
      }
      return .failed(.ambiguous(places(spans, total: found.count), isLenient: false))
    }
    let exactRange = prefix.count..<prefix.count + exact.count
    let alike = lenientSpans(of: wanted, exact: exactRange)
    if alike.total == 1, let span = alike.spans.first { return lenient(span, selector.exact) }
    if alike.total > 1 {
      return .failed(.ambiguous(places(alike.spans, total: alike.total), isLenient: true))
    }
    let alone =
      wanted.count > exact.count ? places(of: selector.exact, near: 0) : places([], total: 0)
    return .failed(
      .notFound(found: alone, nearest: alone.total == 0 ? nearest(to: selector.exact) : nil))
  }

  /// - Parameter exact: the byte range of `wanted` to anchor; the rest is prefix and suffix.
  private mutating func lenientSpans(
    of wanted: [UInt8], exact: Range<Int>
  ) -> (spans: [Span], total: Int) {
    let pattern = FoldedText(wanted)
    let from = pattern.starts.firstIndex { $0 >= exact.lowerBound } ?? pattern.starts.count
    let upTo = pattern.starts.firstIndex { $0 >= exact.upperBound } ?? pattern.starts.count
    guard from < upTo else { return ([], 0) }
    let folded = folded()
    let found = Occurrences.of(pattern.scalars, in: folded.scalars)
    let spans = found.prefix(Places.limit).map { offset in
      index.span(bytes: folded.bytes(offset + from..<offset + upTo))
    }
    return (spans, found.count)
  }

  // MARK: What is told

  private func lenient(_ span: Span, _ exact: String) -> AnchorOutcome {
    let there = index.bytes[Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)]
    var differences: Leniency = []
    for (kind, _) in Leniency.named {
      let others = Leniency.all.subtracting(kind)
      let wanted = FoldedText(exact.utf8, ignoring: others).scalars
      if FoldedText(there, ignoring: others).scalars != wanted { differences.insert(kind) }
    }
    return .lenient(span, found: Passage(span, of: index), differences: differences)
  }

  private func places(_ spans: [Span], total: Int) -> Places {
    Places(total: total, first: spans.map { Passage($0, of: index) })
  }

  /// Where `exact` is, nearest to a code point first.
  private func places(of exact: String, near codePoint: Int) -> Places {
    let wanted = Array(exact.utf8)
    let found = Occurrences.of(wanted, in: index.bytes)
    let codePoint = min(max(codePoint, 0), index.codePointCount)
    let origin = index.byteOffset(ofCodePoint: codePoint) ?? 0
    var after = found.partitioningIndex { $0 >= origin }
    var before = after - 1
    var spans: [Span] = []
    while spans.count < Places.limit, before >= 0 || after < found.count {
      let isAfterNearer =
        before < 0 || after < found.count && found[after] - origin < origin - found[before]
      let offset = isAfterNearer ? found[after] : found[before]
      if isAfterNearer { after += 1 } else { before -= 1 }
      spans.append(index.span(bytes: offset..<offset + wanted.count))
    }
    return places(spans, total: found.count)
  }

  private mutating func nearest(to exact: String) -> Passage? {
    let wanted = FoldedText(exact.utf8).scalars
    let folded = folded()
    return NearestPassage.range(to: wanted, in: folded.scalars).map { range in
      Passage(index.span(bytes: folded.bytes(range)), of: index)
    }
  }

  private mutating func folded() -> FoldedText {
    if let foldedText { return foldedText }
    let made = FoldedText(index.bytes)
    foldedText = made
    return made
  }
}
