import Synchronization

/// How far the index of the texts is, which is made beside the pages: told once it is all that is waited
/// for.
package final class IndexingProgress: Sendable {
  private let line: ProgressLine
  /// How many texts have to be indexed.
  private let total = Atomic(0)
  /// How many of them are done; negative where none has to be.
  private let done = Atomic(-1)
  /// How many were done when it was first told; negative before.
  private let before = Atomic(-1)

  package init(_ line: ProgressLine) {
    self.line = line
  }

  /// - Parameter total: how many texts have to be indexed.
  package func begin(total: Int) {
    self.total.store(total, ordering: .relaxed)
    done.store(0, ordering: .relaxed)
  }

  package func countText() {
    let done = done.add(1, ordering: .relaxed).newValue
    let before = before.load(ordering: .relaxed)
    if before >= 0 { show(done, before) }
  }

  /// From now on it is told.
  package func show() {
    let done = done.load(ordering: .relaxed)
    before.store(max(done, 0), ordering: .relaxed)
    if done >= 0 { show(done, done) }
  }

  private func show(_ done: Int, _ before: Int) {
    let total = total.load(ordering: .relaxed)
    // How long Pagefind takes to give the index away, nobody can tell.
    if done < total {
      line.show(
        ProgressAmount(phase: "Indexing", done: done, total: total, unit: .texts, before: before))
    } else {
      line.show("Indexing")
    }
  }
}
