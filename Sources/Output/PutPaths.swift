/// The paths that a build put, beside those of the build before.
struct PutPaths: Sendable {
  /// Of the build before.
  let old: Manifest
  /// Whether these are all paths of one build: then all of them can exist on one disk.
  private let isOneBuilds: Bool
  /// For each path of `old`.
  private var isPut: [Bool]
  private var putCount = 0
  /// Those that are not in `old`.
  private(set) var added: [String] = []
  /// Of all that were put; where `old` is one build's, of the added ones alone.
  private var addresses = Addresses()

  init(old: Manifest, isOneBuilds: Bool) {
    self.old = old
    self.isOneBuilds = isOneBuilds
    isPut = Array(repeating: false, count: old.count)
  }

  /// Throws where a path and one that was put cannot both exist on one disk, or could not be a file of
  /// the output at all.
  ///
  /// - Parameter place: of the path in `old`.
  mutating func claim(_ path: String, at place: Int?) throws(OutputError) {
    guard let place else {
      try addresses.claim(path)
      added.append(path)
      return
    }
    if isPut[place] { throw .collision(path, with: path) }
    if !isOneBuilds { try addresses.claim(path) }
    isPut[place] = true
    putCount += 1
  }

  /// Throws where one of the added paths and one of the old that was put cannot both exist on one disk.
  /// To be called after the last `claim`.
  func check() throws(OutputError) {
    guard isOneBuilds, !added.isEmpty else { return }
    var addresses = addresses
    // What is not as a disk may hold it to be is compared as that.
    for index in old.indices where isPut[index] && !OutputPath.isFolded(old.utf8(index)) {
      try addresses.claim(old[index])
    }
    for path in added {
      let key = OutputPath.folded(path)
      if let other = put(key) ?? anyPut(in: key) { throw .collision(path, with: other) }
      for folder in OutputPath.folders(of: key) {
        if let other = put(folder) { throw .collision(path, with: other) }
      }
    }
  }

  private func put(_ path: String) -> String? {
    old.index(of: path).flatMap { isPut[$0] ? old[$0] : nil }
  }

  private func anyPut(in folder: String) -> String? {
    let start = old.firstIndex(notBefore: folder + "/")
    let inner = old.indices[start...].prefix { old.utf8($0).starts(with: "\(folder)/".utf8) }
    return inner.first { isPut[$0] }.map { old[$0] }
  }

  /// Whether one of the added paths may be the same file as this one.
  func added(like path: String) -> String? { addresses.path(like: path) }

  // MARK: The paths of both builds

  private var isSame: Bool { added.isEmpty && putCount == old.count }

  /// Of this build.
  var new: Manifest { isSame ? old : old.with({ isPut[$0] }, and: added) }

  /// Of both.
  var both: Manifest { added.isEmpty ? old : old.with({ _ in true }, and: added) }

  /// Those of the build before that this one did not put, sorted.
  var stale: [String] {
    putCount == old.count ? [] : old.indices.filter { !isPut[$0] }.map { old[$0] }
  }
}
