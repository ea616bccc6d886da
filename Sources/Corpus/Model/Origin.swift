/// Where in `content/` something was declared.
package struct Origin: Sendable, Hashable {
  /// Relative to the source folder: `content/articles/x.md`.
  package let file: String
  /// From 1.
  package let line: Int

  package init(file: String, line: Int) {
    self.file = file
    self.line = line
  }
}
