import TestSupport
import Testing

import Corpus

@Suite struct `Code points and bytes` {
  /// Letters of one to four bytes, combining marks, controls, line ends.
  private static let scalars: [Unicode.Scalar] = [
    "a", " ", "\n", "\r", "é", "ق", "\u{64B}", "\u{640}", "\u{200F}", "\u{2067}", "«", "”", "中",
    "👩",
    "\u{1F1F8}", "\u{10FFFF}", "\0", "\u{FEFF}", "\u{301}",
  ]

  @Test func `are turned into each other at every place of any text`() {
    var random = SplitMix(seed: 1)
    for _ in 0..<300 {
      let scalars = (0..<Int(random.next() % 300)).map { _ in
        Self.scalars[Int(random.next() % UInt64(Self.scalars.count))]
      }
      let text = String(String.UnicodeScalarView(scalars))
      let index = TextIndex(text)
      guard index.codePointCount == scalars.count, Array(text.utf8) == index.bytes else {
        Issue.record("\(text.debugDescription) is miscounted")
        return
      }
      var byte = 0
      for (codePoint, scalar) in scalars.enumerated() {
        guard index.byteOffset(ofCodePoint: codePoint) == byte,
          index.codePointOffset(ofByte: byte) == codePoint
        else {
          Issue.record("code point \(codePoint) of \(text.debugDescription)")
          return
        }
        byte += UTF8.width(scalar)
      }
      #expect(index.byteOffset(ofCodePoint: scalars.count) == byte)
      #expect(index.codePointOffset(ofByte: byte) == scalars.count)
    }
  }

  @Test func `outside the text are no places`() {
    let index = TextIndex("قال")
    #expect(index.byteOffset(ofCodePoint: -1) == nil)
    #expect(index.byteOffset(ofCodePoint: 4) == nil)
    #expect(index.byteOffset(ofCodePoint: .max) == nil)
    #expect(index.byteOffset(ofCodePoint: .min) == nil)
    #expect(index.span(codePoints: 2..<4) == nil)
    #expect(index.codePointOffset(ofByte: .max) == 3)
    #expect(index.codePointOffset(ofByte: .min) == 0)
  }

  @Test func `an empty text has one place`() {
    let index = TextIndex("")
    #expect(index.codePointCount == 0)
    #expect(index.byteOffset(ofCodePoint: 0) == 0)
    #expect(index.span(codePoints: 0..<0) == Span(codePoints: 0..<0, bytes: 0..<0))
  }

  @Test func `a span knows both`() {
    let index = TextIndex("قال: «لا 👍»")
    let span = Span(codePoints: 6..<10, bytes: 10..<19)
    #expect(index.span(codePoints: 6..<10) == span)
    #expect(index.span(bytes: 10..<19) == span)
    #expect(index.text(span) == "لا 👍")
  }
}
