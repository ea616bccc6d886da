/// A link from Markdown to a thing of the corpus: `[the ministry](entity:mfa)`.
package struct LinkReference: Sendable, Hashable {
  package let scheme: LinkScheme
  /// Percent-decoded; as the author wrote it otherwise, so it may be no valid id.
  package let id: String
  /// From 1, in the Markdown source.
  package let line: Int
  /// From 1, in bytes: of the destination where it stands on that line, else of the link.
  package let column: Int
  /// Bytes of the destination as written; 1 where only the link's place is known.
  package let length: Int
  /// An image cannot lead to a thing: its alternative text is shown in its place.
  package let isImage: Bool
}

/// Where a reference leads.
package struct LinkTarget: Sendable, Hashable {
  /// Goes into `href`; need not be escaped.
  package let address: String
  /// Shown where the link has no text of its own: `[](entity:mfa)`, `<entity:mfa>`.
  package let title: String

  package init(address: String, title: String) {
    self.address = address
    self.title = title
  }
}

/// Finds where on its line a destination was written, which cmark does not tell.
struct DestinationFinder {
  private let lines: [Substring.UTF8View]
  private var line = 0
  /// How many bytes of `line` are read.
  private var read = 0

  init(_ source: String) {
    lines = source.utf8.split(omittingEmptySubsequences: false) { $0 == 0x0A }
  }

  /// Asked in the order of the document. `nil` where the destination is not on that line.
  /// - Parameter line: from 1.
  /// - Returns: the column, from 1, and the length, in bytes.
  mutating func find(_ destination: String, onLine line: Int) -> (column: Int, length: Int)? {
    guard lines.indices.contains(line - 1), !destination.isEmpty else { return nil }
    if line != self.line {
      self.line = line
      read = 0
    }
    // The beginning of a destination tells it from all others well enough, at a bounded cost.
    let wanted = Array(destination.utf8.prefix(64))
    let rest = lines[line - 1].dropFirst(read)
    var offset = read
    var index = rest.startIndex
    while index < rest.endIndex {
      if rest[index] == wanted[0], rest[index...].starts(with: wanted) {
        read = offset + wanted.count
        return (offset + 1, destination.utf8.count)
      }
      rest.formIndex(after: &index)
      offset += 1
    }
    // It was written with escapes, or elsewhere. The line is given up: to read it again and again
    // would cost the square of its length.
    read = offset
    return nil
  }
}
