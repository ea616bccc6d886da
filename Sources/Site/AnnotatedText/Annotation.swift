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
  /// Where a mention leads, from the site's root, percent-encoded.
  var href: String?
  /// The number of its note, before its first word.
  var reference: Reference?

  /// A link to a note. It has no words in it, so that the text stays the article's own: the number
  /// is drawn by the stylesheet.
  struct Reference {
    let href: String
    let number: String
    /// What the link is called where it is read out.
    let label: String
  }
}
