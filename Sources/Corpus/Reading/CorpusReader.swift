import Diagnostics

/// Reads everything under `content/` of one folder: decodes, checks, and anchors it.
package struct CorpusReader: Sendable {
  /// Told after each file or record: how many are read, and how many are known to be there.
  package typealias Progress = @Sendable (_ done: Int, _ total: Int) -> Void

  private let source: String
  private let includesDrafts: Bool
  private let jobs: Int

  /// - Parameters:
  ///   - source: the path of the folder that has `content/`.
  ///   - jobs: how many workers read at once, at least 1.
  package init(source: String, includesDrafts: Bool, jobs: Int) {
    self.source = source
    self.includesDrafts = includesDrafts
    self.jobs = max(jobs, 1)
  }

  /// The corpus as far as it could be read, and everything that is wrong with it, in order.
  package func read(
    progress: Progress? = nil
  ) async -> (corpus: Corpus, diagnostics: [Diagnostic]) {
    (Corpus(), [])
  }
}
