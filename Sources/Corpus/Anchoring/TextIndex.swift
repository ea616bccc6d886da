/// A text as UTF-8, with the way between its two kinds of offsets: code points and bytes.
///
/// Built once for each text; a conversion is a binary search over one number for each 64 bytes, then
/// a look at those 64.
package struct TextIndex: Sendable {
  /// Valid UTF-8.
  package let bytes: [UInt8]
  package let codePointCount: Int
  /// How many code points begin before each block of 64 bytes.
  private let codePointsBefore: [Int32]

  private static let blockSize = 64

  package init(_ text: String) {
    let bytes = Array(text.utf8)
    var counts: [Int32] = []
    counts.reserveCapacity(bytes.count / Self.blockSize + 1)
    var total = 0
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        counts.append(Int32(clamping: total))
        let end = min(start + Self.blockSize, buffer.count)
        total += Self.codePoints(in: buffer[start..<end])
        start = end
      }
    }
    self.bytes = bytes
    codePointCount = total
    codePointsBefore = counts
  }

  /// The byte at which a code point begins; the text's end for `codePointCount`.
  /// - Returns: `nil` outside 0...`codePointCount`.
  package func byteOffset(ofCodePoint codePoint: Int) -> Int? {
    guard codePoint >= 0, codePoint < codePointCount else {
      return codePoint == codePointCount ? bytes.count : nil
    }
    var (low, high) = (0, codePointsBefore.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if codePointsBefore[middle] <= codePoint { low = middle } else { high = middle }
    }
    var left = codePoint - Int(codePointsBefore[low])
    var offset = low * Self.blockSize
    while offset < bytes.count {
      if Self.beginsCodePoint(bytes[offset]) {
        if left == 0 { break }
        left -= 1
      }
      offset += 1
    }
    return offset
  }

  /// How many code points begin before a byte; offsets outside the text are clamped to it.
  package func codePointOffset(ofByte byte: Int) -> Int {
    let byte = min(max(byte, 0), bytes.count)
    guard byte < bytes.count else { return codePointCount }
    let block = byte / Self.blockSize
    return Int(codePointsBefore[block])
      + Self.codePoints(in: bytes[block * Self.blockSize..<byte])
  }

  /// - Returns: `nil` where the range is not in the text.
  package func span(codePoints: Range<Int>) -> Span? {
    guard let start = byteOffset(ofCodePoint: codePoints.lowerBound),
      let end = byteOffset(ofCodePoint: codePoints.upperBound)
    else { return nil }
    return Self.span(codePoints: codePoints, bytes: start..<end)
  }

  /// - Parameter range: on code point boundaries and in the text; clamped to it where it is not.
  package func span(bytes range: Range<Int>) -> Span {
    let range = range.clamped(to: 0..<bytes.count)
    let codePoints =
      codePointOffset(ofByte: range.lowerBound)..<codePointOffset(ofByte: range.upperBound)
    return Self.span(codePoints: codePoints, bytes: range)
  }

  /// The words of a span.
  package func text(_ span: Span) -> String {
    let range = Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)
    return String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  private static func span(codePoints: Range<Int>, bytes: Range<Int>) -> Span {
    Span(codePoints: narrowed(codePoints), bytes: narrowed(bytes))
  }

  private static func narrowed(_ range: Range<Int>) -> Range<Int32> {
    Int32(clamping: range.lowerBound)..<Int32(clamping: range.upperBound)
  }

  private static func codePoints(in bytes: some Sequence<UInt8>) -> Int {
    var count = 0
    for byte in bytes where beginsCodePoint(byte) { count += 1 }
    return count
  }

  private static func beginsCodePoint(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
