/// A range of an article's reading text (or of its title), in both units that are needed.
package struct Span: Sendable, Hashable {
  /// Half-open, 0-based, in Unicode code points: the unit of isnad/1.
  package let codePoints: Range<Int32>
  /// The same range in bytes of the UTF-8 text, always on code point boundaries.
  package let bytes: Range<Int32>

  package init(codePoints: Range<Int32>, bytes: Range<Int32>) {
    self.codePoints = codePoints
    self.bytes = bytes
  }
}

/// The words of an article that an annotation speaks of, anchored: every span is known to hold the
/// quotation that the analysis gives (or what differs from it in tashkeel, tatweel, white space or
/// quote style only, which was told as a warning).
package struct Target: Sendable, Hashable {
  package enum Field: Sendable, Hashable {
    case text
    case title
  }

  package let field: Field
  package let first: Span
  /// The further parts of a discontinuous target, in the order given.
  package let rest: [Span]

  package init(field: Field = .text, first: Span, rest: [Span] = []) {
    self.field = field
    self.first = first
    self.rest = rest
  }

  package var spans: [Span] { rest.isEmpty ? [first] : [first] + rest }
  package var last: Span { rest.last ?? first }
  package var isDiscontinuous: Bool { !rest.isEmpty }
}
