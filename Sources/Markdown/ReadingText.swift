/// The text of an article as a reader sees it, and how it is laid out.
///
/// Targets are anchored in `text`, which is never normalised.
package struct ReadingText: Sendable, Hashable {
  /// One step of the layout, in reading order.
  package enum Piece: Sendable, Hashable {
    /// HTML to be written as it is: an opening tag, or a void element.
    case open(String)
    /// A link of the article's own Markdown: an `<a>` whose destination names a thing of the corpus
    /// (`entity:id`) or is a safe address, percent-encoded but not escaped for HTML. It is
    /// closed by `close("</a>")`.
    case link(destination: String)
    /// A closing tag.
    case close(String)
    /// A half-open byte range of `text`, to be escaped and annotated.
    case text(Range<Int32>)
  }

  package let text: String
  /// Well-formed: every `open` of a non-void element has its `close`. The text ranges ascend and
  /// leave out nothing but the white space between blocks.
  package let pieces: [Piece]

  package init(text: String, pieces: [Piece]) {
    self.text = text
    self.pieces = pieces
  }
}
