/// One marked range of an article's text, as HTML sees it.
struct Annotation {
  /// What is marked; where two ranges are equal, the earlier kind encloses the later.
  enum Kind: Int {
    case event, content, label, source, time, mention, cue
  }

  let kind: Kind
  /// Half-open, in bytes of the reading text; not empty.
  let range: Range<Int>
  /// The id on its first piece; unique on the page.
  let id: String
  /// Values of the class attribute, already safe.
  let classes: String
  /// What a pointer that rests on it is told; escaped when written.
  var title: String?
  /// A valid value for `<time datetime>`.
  var datetime: String?
  /// Where a mention leads, from the page, percent-encoded.
  var href: String?
}
