/// A range of one line of a file, with as much of the line as a person needs to see.
package struct Place: Sendable, Hashable {
  /// Relative to the folder that is built, with `/` between its parts.
  package let file: String
  /// From 1.
  package let line: Int
  /// From 1, in Unicode code points.
  package let column: Int
  /// A part of the line that holds the range; empty where there is none to show.
  package let excerpt: String
  /// The range inside `excerpt`, in code points, half-open, never empty unless the excerpt is.
  package let marked: Range<Int>

  package init(file: String, line: Int, column: Int, excerpt: String, marked: Range<Int>) {
    self.file = file
    self.line = line
    self.column = column
    self.excerpt = excerpt
    self.marked = marked
  }

  /// A whole file, when no line of it is to blame.
  package init(file: String) {
    self.init(file: file, line: 1, column: 1, excerpt: "", marked: 0..<0)
  }
}
