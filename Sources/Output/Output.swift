/// A sink of finished files. Several workers may call `put` at once.
///
/// Nothing that was put is visible before `finish` returns, and nothing at all after `abandon`.
package protocol Output: Sendable {
  /// Takes one file.
  ///
  /// The bytes are read before the call returns, never kept.
  /// - Parameter path: relative, `/` between its parts, each of them 1–255 bytes.
  func put(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(OutputError)

  /// Makes everything that was put the whole of the output. To be called once, after the last `put`.
  func finish() throws(OutputError) -> OutputSummary

  /// Leaves things as they were before. Without effect after `finish`.
  func abandon()
}

extension Output {
  package func put(_ path: String, _ bytes: [UInt8]) throws(OutputError) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(OutputError) in
      try put(path, UnsafeRawBufferPointer(buffer))
    }
  }

  package func put(_ path: String, _ text: String) throws(OutputError) {
    try put(path, Array(text.utf8))
  }
}

/// What `finish` did, in files.
package struct OutputSummary: Sendable, Hashable {
  /// New, or other than before.
  package var written = 0
  /// The same as before, and not touched.
  package var unchanged = 0
  /// Written by an earlier build, no longer part of the output.
  package var removed = 0
  /// Of all files together, whether written or unchanged.
  package var bytes = 0

  package init(written: Int = 0, unchanged: Int = 0, removed: Int = 0, bytes: Int = 0) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
    self.bytes = bytes
  }
}
