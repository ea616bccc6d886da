import Foundation

/// Notices changes by looking now and then.
package struct PollingWatch: ChangeNotifier {
  private let folders: [(path: String, part: SourceChange)]
  private var last: [Int]

  package init(_ source: String) {
    folders = SourceChange.folders.map { ("\(source)/\($0.name)", $0.part) }
    last = folders.map { Self.state(of: $0.path) }
  }

  package mutating func next() async throws -> SourceChange {
    while true {
      let cost = try await wait()
      var states = states
      guard states != last else { continue }
      // An editor or a pipeline may still be writing.
      while true {
        try await Task.sleep(for: max(.milliseconds(100), cost))
        let next = self.states
        if next == states { break }
        states = next
      }
      let change = changes(to: states)
      last = states
      return change
    }
  }

  private var states: [Int] { folders.map { Self.state(of: $0.path) } }

  private func changes(to states: [Int]) -> SourceChange {
    folders.indices.filter { states[$0] != last[$0] }
      .reduce(into: []) { $0.formUnion(folders[$1].part) }
  }

  /// Waits half a second, or longer where looking is long, so that it never takes more than a tenth of
  /// the time.
  /// - Returns: how long looking takes.
  private func wait() async throws -> Duration {
    let clock = ContinuousClock()
    let cost = clock.measure { _ = states }
    try await clock.sleep(for: max(.milliseconds(500), cost * 10))
    return cost
  }

  /// A hash of the paths, sizes and times of all files, the same only within this process.
  private static func state(of folder: String) -> Int {
    var hash = state(ofEntry: "", in: folder)
    let paths = FileManager.default.enumerator(atPath: folder)
    while let path = paths?.nextObject() as? String {
      // Added up, since a folder is walked in no fixed order.
      if path.split(separator: "/").last?.first != "." { hash &+= state(ofEntry: path, in: folder) }
    }
    return hash
  }

  private static func state(ofEntry path: String, in folder: String) -> Int {
    var status = stat()
    guard stat(folder + "/" + path, &status) == 0 else { return 0 }
    var hasher = Hasher()
    hasher.combine(path)
    hasher.combine(status.st_mode)
    // A folder has another time for every file in it, also for those that do not count.
    if status.st_mode & S_IFMT != S_IFDIR {
      #if canImport(Darwin)
        let time = status.st_mtimespec
      #else
        let time = status.st_mtim
      #endif
      hasher.combine(status.st_size)
      hasher.combine(time.tv_sec)
      hasher.combine(time.tv_nsec)
    }
    return hasher.finalize()
  }
}
