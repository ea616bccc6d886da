/// Differences that a quotation may have from its article and still be the same words.
package struct Leniency: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// U+0640, which only stretches a word.
  package static let tatweel = Leniency(rawValue: 1)
  /// Arabic vowel signs and other marks. A hamza or madda that is written as a mark is not one of
  /// them: it is read with its letter, as the single character that the two make.
  package static let tashkeel = Leniency(rawValue: 2)
  /// How much white space stands between words, and which.
  package static let whiteSpace = Leniency(rawValue: 4)
  /// Bidi controls, joiners and other characters that take no room.
  package static let invisible = Leniency(rawValue: 8)
  /// Which quotation marks are used: double for double, single for single.
  package static let quotes = Leniency(rawValue: 16)

  package static let all: Leniency = [.tatweel, .tashkeel, .whiteSpace, .invisible, .quotes]

  /// Each with its name for a message, in the order in which they are told.
  static let named: [(Leniency, String)] = [
    (.tashkeel, "tashkeel"), (.tatweel, "tatweel"), (.whiteSpace, "white space"),
    (.quotes, "quotation marks"), (.invisible, "invisible characters"),
  ]
}

/// A text without the differences that a lenient search ignores, and where each of its code points
/// comes from.
struct FoldedText {
  private(set) var scalars: [UInt32] = []
  /// For each of `scalars` the byte range of the text that it stands for, marks included.
  private(set) var starts: [Int32] = []
  private(set) var ends: [Int32] = []

  init(_ text: some Sequence<UInt8>, ignoring leniency: Leniency = .all) {
    self.init(text: Array(text), leniency)
  }

  private init(text: [UInt8], _ leniency: Leniency) {
    scalars.reserveCapacity(text.count / 2)
    starts.reserveCapacity(text.count / 2)
    ends.reserveCapacity(text.count / 2)
    text.withUnsafeBufferPointer { bytes in
      var offset = 0
      while offset < bytes.count {
        let (scalar, length) = Self.scalar(at: offset, of: bytes)
        append(scalar, at: offset..<offset + length, leniency)
        offset += length
      }
    }
  }

  private mutating func append(_ scalar: UInt32, at range: Range<Int>, _ leniency: Leniency) {
    switch ScalarKind(scalar) {
    case .letter: break
    case .tatweel:
      if leniency.contains(.tatweel) { return }
    case .mark:
      if let last = scalars.last, let whole = ScalarKind.composed(last, scalar) {
        scalars[scalars.count - 1] = whole
        ends[ends.count - 1] = Int32(clamping: range.upperBound)
        return
      }
      if leniency.contains(.tashkeel) {
        if !ends.isEmpty { ends[ends.count - 1] = Int32(clamping: range.upperBound) }
        return
      }
    case .invisible:
      if leniency.contains(.invisible) { return }
    case .space:
      if leniency.contains(.whiteSpace) {
        if scalars.last == 0x20 {
          ends[ends.count - 1] = Int32(clamping: range.upperBound)
        } else {
          push(0x20, range)
        }
        return
      }
    case .doubleQuote:
      if leniency.contains(.quotes) { return push(0x22, range) }
    case .singleQuote:
      if leniency.contains(.quotes) { return push(0x27, range) }
    }
    push(scalar, range)
  }

  private mutating func push(_ scalar: UInt32, _ range: Range<Int>) {
    scalars.append(scalar)
    starts.append(Int32(clamping: range.lowerBound))
    ends.append(Int32(clamping: range.upperBound))
  }

  /// The bytes of the text that a range of `scalars` stands for; empty for an empty range.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    guard let first = range.first, let last = range.last else { return 0..<0 }
    return Int(starts[first])..<Int(ends[last])
  }

  /// Decodes one code point of valid UTF-8; stray bytes come out as themselves.
  private static func scalar(
    at offset: Int, of bytes: UnsafeBufferPointer<UInt8>
  ) -> (UInt32, length: Int) {
    let lead = bytes[offset]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard length > 1, offset + length <= bytes.count else { return (UInt32(lead), 1) }
    var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
    for index in 1..<length { value = value << 6 | UInt32(bytes[offset + index]) & 0x3F }
    return (value, length)
  }
}

/// What a code point is to a lenient search.
enum ScalarKind {
  case letter, tatweel, mark, invisible, space, doubleQuote, singleQuote

  init(_ scalar: UInt32) {
    switch scalar {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      self = .space
    case 0x22, 0xAB, 0xBB, 0x201C...0x201F: self = .doubleQuote
    case 0x27, 0x2018...0x201B, 0x2039, 0x203A: self = .singleQuote
    case 0..<0xAD: self = .letter
    case 0x640: self = .tatweel
    case 0x610...0x61A, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4, 0x6E7, 0x6E8,
      0x6EA...0x6ED, 0x8D3...0x8E1, 0x8E3...0x8FF:
      self = .mark
    case 0xAD, 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF:
      self = .invisible
    default: self = .letter
    }
  }

  /// The single character for an Arabic letter with a hamza or madda, which Unicode holds the same.
  static func composed(_ letter: UInt32, _ mark: UInt32) -> UInt32? {
    switch (letter, mark) {
    case (0x627, 0x653): 0x622
    case (0x627, 0x654): 0x623
    case (0x648, 0x654): 0x624
    case (0x627, 0x655): 0x625
    case (0x64A, 0x654): 0x626
    default: nil
    }
  }
}
