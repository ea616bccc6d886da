/// CommonMark, as HTML and as the text that a reader sees.
///
/// No input makes these fail. Raw HTML is left out; links and images lead only to relative addresses,
/// to `http:`, `https:`, `mailto:` and `tel:`, or to things of the corpus. What else they hold is kept
/// as its text.
package enum Markdown {
  /// Appends a document as HTML in UTF-8.
  ///
  /// - Parameters:
  ///   - headingShift: added to each heading's level, which stays within 6: 1 makes `#` an `<h2>`.
  ///   - target: leads to what a reference names, or `nil` where there is no such thing: the link is
  ///     then only its text. Asked once for each link that is not an image, in the order in which
  ///     they end.
  package static func html(
    _ source: String, headingShift: Int = 0, into output: inout [UInt8],
    target: (LinkReference) -> LinkTarget?
  ) {
    guard source.utf8.count <= CMark.sizeLimit else {
      return appendAsWritten(source, to: &output)
    }
    CMark.html(source, headingShift: headingShift, into: &output) { destination, isImage, step in
      switch Destination(destination) {
      case .unsafe: .unwrap
      case .address: .keep
      case .reference where isImage: .unwrap
      case .reference(let scheme, let id):
        target(
          LinkReference(
            scheme: scheme, id: id, line: step.line, column: step.column, length: 1,
            isImage: false)
        ).map { .address($0.address, text: $0.title) } ?? .unwrap
      }
    }
  }

  /// Every link and image of a document that names a thing of the corpus, in reading order.
  package static func references(in source: String) -> [LinkReference] {
    guard source.utf8.count <= CMark.sizeLimit, source.utf8.contains(.init(ascii: ":")) else {
      return []
    }
    var references: [LinkReference] = []
    var finder = DestinationFinder(source)
    CMark.walk(source) { step in
      guard step.isEntering else { return }
      let (destination, isImage): (String, Bool)
      switch step.node {
      case .link(let link): (destination, isImage) = (link, false)
      case .image(let image): (destination, isImage) = (image, true)
      default: return
      }
      guard case .reference(let scheme, let id) = Destination(destination) else { return }
      let place = finder.find(destination, onLine: step.line)
      references.append(
        LinkReference(
          scheme: scheme, id: id, line: max(step.line, 1),
          column: place?.column ?? max(step.column, 1), length: place?.length ?? 1,
          isImage: isImage))
    }
    return references
  }

  /// What a destination of `ReadingText.Piece.link` names; `nil` for an address.
  package static func reference(of destination: String) -> (scheme: LinkScheme, id: String)? {
    guard case .reference(let scheme, let id) = Destination(destination) else { return nil }
    return (scheme, id)
  }

  /// The beginning of the reading text: all of it, or at most `limit` code points of it and an
  /// ellipsis, cut between two words where there are two.
  package static func excerpt(_ source: String, limit: Int) -> String {
    let scalars = readingText(source).text.unicodeScalars
    guard
      let end = scalars.index(
        scalars.startIndex, offsetBy: max(limit, 0), limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return String(scalars) }
    let kept = scalars[..<end]
    let isBetweenWords = scalars[end].properties.isWhitespace
    let words =
      isBetweenWords
      ? kept : kept.lastIndex { $0.properties.isWhitespace }.map { kept[..<$0] } ?? kept
    return String(words) + "…"
  }

  /// A document that is too large for cmark is shown as it was written.
  private static func appendAsWritten(_ source: String, to output: inout [UInt8]) {
    output += "<pre>".utf8
    for byte in source.utf8 {
      switch byte {
      case .init(ascii: "<"): output += "&lt;".utf8
      case .init(ascii: "&"): output += "&amp;".utf8
      default: output.append(byte)
      }
    }
    output += "</pre>\n".utf8
  }
}
