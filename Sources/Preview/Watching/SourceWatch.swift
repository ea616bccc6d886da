/// What changed in a source folder.
package struct SourceChange: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// Something under `content/`.
  package static let content = SourceChange(rawValue: 1)
  /// Something under `templates/`.
  package static let templates = SourceChange(rawValue: 2)

  /// The folders in which changes count, by their names in the source folder.
  static let folders: [(name: String, part: SourceChange)] = [
    ("content", .content), ("templates", .templates),
  ]
}

/// Notices when something under `content/` or `templates/` changes, also where these folders are made,
/// removed or replaced. What is named with a `.` at its beginning does not count: editors keep their
/// own files so.
package struct SourceWatch: ChangeNotifier {
  private let source: String
  private var notifier: any ChangeNotifier
  /// Whether the system may tell of changes again once the source folder is back.
  private var awaitsFolder = false

  /// Watches from now on: a change between two calls of `next` is not missed.
  package init(_ source: String) {
    self.source = source
    notifier = Self.told(source) ?? PollingWatch(source)
  }

  /// Whether the system tells of changes as they happen, so that nobody has to look.
  package var isTold: Bool { !(notifier is PollingWatch) }

  /// Returns when something has changed since the last call, and the burst of changes is over.
  ///
  /// - Throws: `CancellationError` when the task is cancelled.
  package mutating func next() async throws -> SourceChange {
    do {
      let change = try await notifier.next()
      // Whoever is told of the change reads what is there from now on.
      if awaitsFolder { watchAgain() }
      return change
    } catch let lost as WatchLost {
      notifier = PollingWatch(source)
      awaitsFolder = lost == .folderGone
      if awaitsFolder { watchAgain() }
      // What changed while nobody watched is not known.
      return [.content, .templates]
    }
  }

  private mutating func watchAgain() {
    guard let told = Self.told(source) else { return }
    notifier = told
    awaitsFolder = false
  }

  /// nil where the system does not tell.
  private static func told(_ source: String) -> (any ChangeNotifier)? {
    #if canImport(Glibc)
      InotifyWatch(source)
    #else
      nil
    #endif
  }
}

/// One way to notice changes.
package protocol ChangeNotifier: Sendable {
  /// - Throws: `WatchLost` when it can go on no longer; `CancellationError`.
  mutating func next() async throws -> SourceChange
}

/// Why the system tells of changes no more.
package enum WatchLost: Error {
  case folderGone
  /// There are more folders than the system watches, or than it has memory for.
  case tooManyFolders
}

/// A burst of changes, as an editor, a pipeline or a version control system makes them.
enum Burst {
  /// It is over when nothing has changed for this long,
  static let pause = Duration.milliseconds(20)
  /// but is cut here, so that what never stops is seen all the same.
  static let limit = Duration.seconds(1)

  /// Waits until a count of changes stands still.
  static func settle(_ count: () -> Int) async throws {
    let clock = ContinuousClock()
    let start = clock.now
    var last = count()
    while clock.now - start < limit {
      try await clock.sleep(for: pause)
      let now = count()
      if now == last { return }
      last = now
    }
  }
}
