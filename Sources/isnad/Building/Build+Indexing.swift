import Corpus
import FullText
import Output
import Site
import Synchronization

/// Full-text search.
extension Build {
  /// What became of the index of a share of the texts.
  struct IndexedTexts: Sendable {
    let changes: TextChanges
    /// The paths of the files that were made.
    var made: [String] = []
  }

  /// Sees to it that the indexes of all texts are in the site. Pagefind works on each in a process of its
  /// own, so that pages can be made meanwhile.
  ///
  /// - Returns: for each share of the texts; none for a site without full-text search.
  func index(
    _ builder: SiteBuilder, _ memory: Memory?, _ destination: Destination,
    _ progress: IndexingProgress?
  ) async throws -> [IndexedTexts] {
    guard let pagefind, builder.hasFullText else { return [] }
    var texts = changes(builder, memory, destination.disk).map { IndexedTexts(changes: $0) }
    for file in texts.compactMap(\.changes.kept).flatMap(\.files) {
      try destination.disk?.keep(file)
    }
    let due = texts.indices.filter { texts[$0].changes.kept == nil }
    guard !due.isEmpty else { return texts }
    progress?.begin(total: due.reduce(0) { $0 + texts[$1].changes.articles.count })
    try await withThrowingTaskGroup(of: (share: Int, made: [String]).self) { group in
      var waiting = due[...]
      func start() {
        guard let share = waiting.popFirst() else { return }
        let articles = texts[share].changes.articles
        group.addTask {
          try await (
            share, index(articles, in: share, by: pagefind, builder, destination.output, progress)
          )
        }
      }
      for _ in 0..<jobs { start() }
      for try await (share, made) in group {
        texts[share].made = made
        start()
      }
    }
    return texts
  }

  /// - Returns: the paths of the files of the index.
  private func index(
    _ articles: [Int], in share: Int, by pagefind: PagefindProgram, _ builder: SiteBuilder,
    _ output: any Output, _ progress: IndexingProgress?
  ) async throws -> [String] {
    let stop = StopSign()
    return try await withTaskCancellationHandler {
      try await onOwnThread {
        let index = try PagefindIndex(pagefind)
        try builder.forEachText(of: articles) { text in
          if stop.isUp { throw CancellationError() }
          try index.add(address: text.id, words: text.words, meta: text.meta)
          progress?.countText()
        }
        var made: [String] = []
        try index.finish(isFurther: share > 0) { path, bytes in
          let path = FullTextPlace.folder(of: share) + path
          made.append(path)
          try output.put(path, bytes)
        }
        return made
      }
    } onCancel: {
      stop.putUp()
    }
  }

  /// Where nothing is to be remembered, all has to be indexed.
  private func changes(
    _ builder: SiteBuilder, _ memory: Memory?, _ disk: DiskOutput?
  ) -> [TextChanges] {
    guard let memory, let disk else {
      return builder.textChanges(since: nil, .random()) { _ in false }
    }
    return builder.textChanges(since: memory.ledger, memory.key) { disk.isUntouched($0) }
  }
}

/// Tells work on another thread that nobody waits for it any more.
private final class StopSign: Sendable {
  private let up = Atomic(false)

  var isUp: Bool { up.load(ordering: .relaxed) }

  func putUp() { up.store(true, ordering: .relaxed) }
}
