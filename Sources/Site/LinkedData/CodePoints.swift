/// Counts code points in UTF-8.
package enum CodePoints {
  /// A range of bytes with up to some code points more at each side.
  package static func around(_ range: Range<Int>, of text: String, count: Int) -> Range<Int> {
    var text = text
    return text.withUTF8 { around(range, of: $0, count: count) }
  }

  static func around(
    _ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>, count: Int
  ) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    var left = count
    while left > 0, start > 0 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { left -= 1 }
    }
    left = count
    while left > 0, end < bytes.count {
      end += 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      left -= 1
    }
    return start..<end
  }
}
