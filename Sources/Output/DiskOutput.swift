import Fingerprint
import Foundation
import Synchronization

/// An output folder on a disk.
///
/// Files that changed wait in `.isnad/stage` until `finish` renames them into place, so that a build
/// that fails or is killed leaves the site as it was. A manifest tells our files from others, which
/// are neither replaced nor removed.
package final class DiskOutput: Output {
  struct State: Sendable {
    var paths: PutPaths
    /// Files to be renamed into place. Each waits under its own path in the stage, so that a folder
    /// that is new to the site can be moved whole.
    var staged: [String] = []
    /// Those of the staged files in whose place there is a folder.
    var overFolders: [String] = []
    /// Files in the way that we did not write.
    var foreign: [String] = []
    var unchanged = 0
    var bytes = 0
    /// What those of the paths that were put are known by.
    var marks: [MarkedFile] = []
    var isOpen = true
  }

  /// As the user named it.
  let name: String
  let folder: Folder
  let old: Manifest
  let isForced: Bool
  let path: String
  private let lock: Folder
  let state: Mutex<State>

  /// Opens the folder, made when it is missing, and locks it until this object is gone.
  ///
  /// - Parameters:
  ///   - name: how the folder is called in messages; `folder` itself when nil.
  ///   - isForced: whether files in the way are replaced.
  ///   - last: what the list of our files was known by when a build had finished it.
  package init(
    folder path: String, name: String? = nil, isForced: Bool = false, last: FileMark? = nil
  ) throws(OutputError) {
    self.path = path
    self.name = name ?? path
    self.isForced = isForced
    (folder, lock, old) = try Self.open(path, self.name)
    let isOneBuilds = last != nil && folder.mark(of: StateFolder.manifest) == last
    state = Mutex(State(paths: PutPaths(old: old, isOneBuilds: isOneBuilds)))
  }

  deinit {
    abandon()
  }

  private static func open(
    _ path: String, _ name: String
  ) throws(OutputError) -> (Folder, Folder, Manifest) {
    let folder: Folder
    let state: Folder.Kind?
    do throws(SystemFailure) {
      folder = try Folder.open(path)
      state = try folder.kind(of: StateFolder.name)
      if state == nil { try folder.makeFolder(StateFolder.name) }
    } catch {
      throw OutputError(error, "build into \(name)")
    }
    switch state {
    case .folder, nil: break
    case .link: throw .foreignFolder(StateFolder.name, isLink: true, in: name)
    case .file, .other: throw .foreignFiles([StateFolder.name], in: name)
    }
    let lock: Folder?
    var manifest: [UInt8]?
    do throws(SystemFailure) {
      lock = try folder.lock(StateFolder.lock)
      if lock != nil {
        manifest = try folder.read(StateFolder.manifest)
        try removeLeftovers(in: path)
        try folder.makeFolder(StateFolder.stage)
      }
    } catch {
      throw OutputError(error, "build into \(name)")
    }
    guard let lock else { throw .locked(name) }
    guard let manifest else { return (folder, lock, Manifest()) }
    guard let old = Manifest(bytes: manifest) else { throw .badManifest(name) }
    return (folder, lock, old)
  }

  /// Removes what a build that was killed left behind. To be called under the lock only.
  private static func removeLeftovers(in path: String) throws(SystemFailure) {
    for leftover in [
      StateFolder.stage, StateFolder.newManifest, StateFolder.newCache, StateFolder.newContent,
    ] { try remove(leftover, in: path) }
  }

  private static func remove(_ leftover: String, in path: String) throws(SystemFailure) {
    do {
      try FileManager.default.removeItem(atPath: path + "/" + leftover)
    } catch CocoaError.fileNoSuchFile {
      return
    } catch {
      throw SystemFailure(error)
    }
  }

  // MARK: Putting

  package func put(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    let place = old.index(of: path)
    try state.withLock { (state) throws(OutputError) in
      guard state.isOpen else { throw .closed }
      try state.paths.claim(path, at: place)
      state.bytes += bytes.count
    }
    let isOurs = isForced || place != nil
    switch folder.compare(path, bytes) {
    case .same(let mark) where isOurs:
      state.withLock {
        $0.unchanged += 1
        $0.marks.append(MarkedFile(path: path, mark: mark))
      }
    case .missing:
      try stage(path, bytes)
    case .notAFile(isFolder: true):
      try stage(path, bytes)
      state.withLock { $0.overFolders.append(path) }
    case .different where isOurs, .notAFile(isFolder: false) where isForced:
      try stage(path, bytes)
    case .same, .different, .notAFile(isFolder: false):
      state.withLock { $0.foreign.append(path) }
    }
  }

  private func stage(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    let mark: FileMark
    do throws(SystemFailure) {
      mark = try folder.write(bytes, to: Self.stagePath(path), makingFoldersIn: StateFolder.stage)
    } catch {
      throw OutputError(error, "write \(name)/\(path)")
    }
    state.withLock {
      $0.staged.append(path)
      $0.marks.append(MarkedFile(path: path, mark: mark))
    }
  }

  static func stagePath(_ path: String) -> String {
    "\(StateFolder.stage)/\(path)"
  }

  // MARK: Ending

  package func finish() throws(OutputError) -> OutputSummary {
    let state = state.withLock { state in
      defer { state.isOpen = false }
      return state
    }
    guard state.isOpen else { throw .closed }
    defer { try? Self.remove(StateFolder.stage, in: path) }
    try state.paths.check()
    let publication = Publication(
      folder: folder, path: path, name: name, isForced: isForced, state: state)
    return try publication.run()
  }

  package func abandon() {
    let wasOpen = state.withLock { state in
      defer { state.isOpen = false }
      return state.isOpen
    }
    // What cannot be removed now is removed by the next build.
    if wasOpen { try? Self.removeLeftovers(in: path) }
  }
}
