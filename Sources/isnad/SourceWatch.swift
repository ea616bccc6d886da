import Foundation

/// Notices when something under `content/` or `templates/` changes, by looking now and then.
struct SourceWatch: Sendable {
  private let folders: [String]
  private var last: Int

  init(_ source: String) {
    folders = ["content", "templates"].map { source + "/" + $0 }
    last = Self.state(of: folders)
  }

  /// Returns when something has changed since the last call, and nothing does any more.
  mutating func waitForChange() async throws {
    while true {
      let (state, cost) = try await look()
      guard state != last else { continue }
      // An editor or a pipeline may still be writing.
      var settled = state
      while true {
        try await Task.sleep(for: max(.milliseconds(100), cost))
        let next = Self.state(of: folders)
        if next == settled { break }
        settled = next
      }
      last = settled
      return
    }
  }

  /// Looks after half a second, or later when looking is long, so that it never takes more than a
  /// tenth of the time.
  private func look() async throws -> (state: Int, cost: Duration) {
    let clock = ContinuousClock()
    var state = 0
    let cost = clock.measure { state = Self.state(of: folders) }
    try await clock.sleep(for: max(.milliseconds(500), cost * 10))
    return (state, cost)
  }

  /// A hash of the paths, sizes and times of all files, the same only within this process.
  private static func state(of folders: [String]) -> Int {
    var hash = 0
    for folder in folders {
      let paths = FileManager.default.enumerator(atPath: folder)
      while let path = paths?.nextObject() as? String {
        var status = stat()
        guard stat(folder + "/" + path, &status) == 0 else { continue }
        #if canImport(Darwin)
          let time = status.st_mtimespec
        #else
          let time = status.st_mtim
        #endif
        // Added up, since a folder is walked in no fixed order.
        var hasher = Hasher()
        hasher.combine(path)
        hasher.combine(status.st_size)
        hasher.combine(time.tv_sec)
        hasher.combine(time.tv_nsec)
        hash &+= hasher.finalize()
      }
    }
    return hash
  }
}
