import Synchronization

/// What the workers have handed to the output.
final class WrittenFiles: Sendable {
  private let pageCount = Atomic(0)
  private let nanoseconds = Atomic<Int64>(0)

  var pages: Int { pageCount.load(ordering: .relaxed) }

  /// The time that all workers together spent in it.
  var writing: Duration { .nanoseconds(nanoseconds.load(ordering: .relaxed)) }

  func count(isPage: Bool, _ time: Duration) {
    if isPage { pageCount.add(1, ordering: .relaxed) }
    let parts = time.components
    nanoseconds.add(
      parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000, ordering: .relaxed)
  }
}
