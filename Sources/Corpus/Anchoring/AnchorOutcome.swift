/// What became of anchoring one selector.
package enum AnchorOutcome: Sendable, Hashable {
  /// The span holds `exact` byte for byte.
  case exact(Span)
  /// The span holds the same words, but not the same bytes; `differences` is empty where only the
  /// encoding of a hamza or madda differs. The caller warns.
  case lenient(Span, found: Passage, differences: Leniency)
  case failed(AnchorFailure)

  /// `nil` where the selector could not be anchored.
  package var span: Span? {
    switch self {
    case .exact(let span), .lenient(let span, _, _): span
    case .failed: nil
    }
  }
}

package enum AnchorFailure: Sendable, Hashable {
  /// `exact` has no characters.
  case empty
  /// An offset is below 0 or past the text's end, or the end comes before the start.
  case outOfRange(OffsetFault, found: Places)
  /// The text at the offsets is not `exact`. Nearest is given only where `exact` is found nowhere.
  case mismatch(there: Passage, unit: OffsetUnit?, found: Places, nearest: Passage?)
  /// `exact`, with `prefix` and `suffix` where given, is nowhere. `found` tells where `exact` alone
  /// is; nearest is given only where that is nowhere either.
  case notFound(found: Places, nearest: Passage?)
  /// There is more than one place. Where lenient, none of them is `exact` byte for byte.
  case ambiguous(Places, isLenient: Bool)
}

/// Offsets that are no range of the text, in code points.
package struct OffsetFault: Sendable, Hashable {
  package let start: Int
  package let end: Int
  /// How many code points the text has.
  package let length: Int

  package init(start: Int, end: Int, length: Int) {
    self.start = start
    self.end = end
    self.length = length
  }

  package var isReversed: Bool { start > end }
}

/// Another unit than isnad/1's, in which the offsets would be right.
package enum OffsetUnit: String, Sendable, Hashable {
  case byte = "UTF-8 bytes"
  case utf16 = "UTF-16 code units"
}

/// Places where something was found: how many there are, and the first of them.
package struct Places: Sendable, Hashable {
  package let total: Int
  /// At most `limit`: nearest to the given offset first, or in reading order where none was given.
  package let first: [Passage]

  package static let limit = 8
}

/// A part of the text with a little of what stands around it, cut to what a message can hold.
package struct Passage: Sendable, Hashable {
  package let span: Span
  /// At most 240 code points of the passage.
  package let text: String
  package let isCut: Bool
  /// At most 24 code points each.
  package let before: String
  package let after: String

  static let contextLength = 24

  init(_ span: Span, of index: TextIndex) {
    let start = Int(span.codePoints.lowerBound)
    let end = Int(span.codePoints.upperBound)
    func text(_ from: Int, _ to: Int) -> String {
      index.span(codePoints: max(from, 0)..<min(to, index.codePointCount)).map(index.text) ?? ""
    }
    self.span = span
    self.text = text(start, min(end, start + 240))
    isCut = end > start + 240
    before = text(start - Self.contextLength, start)
    after = text(end, end + Self.contextLength)
  }
}
