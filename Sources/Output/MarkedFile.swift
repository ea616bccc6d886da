import Fingerprint

/// A file of the output, and by what it is known again.
package struct MarkedFile: Sendable, Hashable {
  /// Relative to the output folder.
  package let path: String
  package let mark: FileMark

  package init(path: String, mark: FileMark) {
    self.path = path
    self.mark = mark
  }
}
