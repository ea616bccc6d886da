import Corpus
import FullText
import Output
import Site
import Synchronization

/// Full-text search.
extension Build {
  /// What became of the index of the texts.
  struct IndexedTexts: Sendable {
    /// nil where nothing is to be remembered.
    let changes: TextChanges?
    /// The paths of the files that were made.
    var made: [String] = []
  }

  /// Sees to it that the index of all texts is in the site. Pagefind works on it in a process of its
  /// own, so that pages can be made meanwhile.
  ///
  /// - Returns: nil for a site without one.
  func index(
    _ builder: SiteBuilder, _ memory: Memory?, _ destination: Destination,
    _ progress: IndexingProgress?
  ) async throws -> IndexedTexts? {
    guard let pagefind, builder.hasFullText else { return nil }
    let changes = changes(builder, memory, destination.disk)
    if let kept = changes?.kept, let disk = destination.disk {
      for file in kept.files { try disk.keep(file) }
      return IndexedTexts(changes: changes)
    }
    let stop = StopSign()
    let output = destination.output
    let made = try await withTaskCancellationHandler {
      try await onOwnThread {
        let index = try PagefindIndex(pagefind)
        progress?.begin()
        try builder.forEachText { text in
          if stop.isUp { throw CancellationError() }
          try index.add(address: text.id, words: text.words, meta: text.meta)
          progress?.countText()
        }
        var made: [String] = []
        try index.finish { path, bytes in
          made.append(FullTextPlace.folder + path)
          try output.put(FullTextPlace.folder + path, bytes)
        }
        return made
      }
    } onCancel: {
      stop.putUp()
    }
    return IndexedTexts(changes: changes, made: made)
  }

  /// nil where nothing is to be remembered.
  private func changes(
    _ builder: SiteBuilder, _ memory: Memory?, _ disk: DiskOutput?
  ) -> TextChanges? {
    guard let memory, let disk else { return nil }
    return builder.textChanges(since: memory.ledger, memory.key) { disk.isUntouched($0) }
  }
}

/// Tells work on another thread that nobody waits for it any more.
private final class StopSign: Sendable {
  private let up = Atomic(false)

  var isUp: Bool { up.load(ordering: .relaxed) }

  func putUp() { up.store(true, ordering: .relaxed) }
}
