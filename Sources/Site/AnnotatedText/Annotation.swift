/// One marked range of an article's text, as HTML sees it.
package struct Annotation {
  /// What is marked; where two ranges are equal, the earlier kind encloses the later.
  package enum Kind: Int {
    case event, content, label, source, time, mention, cue
  }

  let kind: Kind
  /// Half-open, in bytes of the reading text; not empty.
  package let range: Range<Int>
  /// The id on its first piece; unique on the page.
  package let id: String
  /// Values of the class attribute, already safe.
  let classes: String
  /// What a pointer that rests on it is told; escaped when written.
  var title: String?
  /// A valid value for `<time datetime>`.
  var datetime: String?
  /// Where a mention leads, from the site's root, percent-encoded.
  var href: String?
  /// The number of its note, before its first word.
  package var reference: Reference?

  package init(
    kind: Kind, range: Range<Int>, id: String, classes: String, title: String? = nil,
    datetime: String? = nil, href: String? = nil, reference: Reference? = nil
  ) {
    self.kind = kind
    self.range = range
    self.id = id
    self.classes = classes
    self.title = title
    self.datetime = datetime
    self.href = href
    self.reference = reference
  }

  /// A link to a note. It has no words in it, so that the text stays the article's own: the number
  /// is drawn by the stylesheet.
  package struct Reference {
    let href: String
    let number: String
    /// What the link is called where it is read out.
    let label: String

    package init(href: String, number: String, label: String) {
      self.href = href
      self.number = number
      self.label = label
    }
  }
}
