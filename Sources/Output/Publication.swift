import Foundation

/// The last step of a build to disk: renames staged files into place and removes those that no
/// longer belong.
///
/// Everything that can be refused is found before anything is changed. The manifest names the new
/// files before they appear and the old ones until they are gone, so that a build that is killed
/// here leaves no file that the next one does not know for ours.
struct Publication {
  private let folder: Folder
  private let path: String
  private let name: String
  private let isForced: Bool
  private let state: DiskOutput.State
  /// Of this build.
  private let new: Manifest
  /// Files of the manifest that this build did not put, sorted.
  private let stale: [String]
  /// Folders that the files of this build stand in, the outer before the inner.
  private let folders: [String]

  init(
    folder: Folder, path: String, name: String, isForced: Bool, state: DiskOutput.State
  ) {
    self.folder = folder
    self.path = path
    self.name = name
    self.isForced = isForced
    self.state = state
    new = state.paths.new
    stale = state.paths.stale
    folders = new.folders
  }

  private var old: Manifest { state.paths.old }

  func run() throws(OutputError) -> OutputSummary {
    let ground: Ground
    var removed = 0
    do throws(SystemFailure) {
      ground = try survey()
    } catch {
      throw OutputError(error, "look into \(name)")
    }
    if let link = ground.links.min(by: ByteOrder.precedes) {
      throw .foreignFolder(link, isLink: true, in: name)
    }
    if let kept = state.overFolders.sorted().first(where: holdsForeignFiles) {
      throw .foreignFolder(kept, isLink: false, in: name)
    }
    let foreign = isForced ? [] : state.foreign + ground.filesInTheWay
    if !foreign.isEmpty {
      throw .foreignFiles(foreign.sorted(by: ByteOrder.precedes), in: name)
    }
    do throws(SystemFailure) {
      let both = stale.isEmpty ? new : state.paths.both
      try write(both, over: old)
      let inTheWay = staleInTheWay()
      removed += try remove(inTheWay)
      for path in ground.filesInTheWay { try folder.removeFile(path) }
      try moveIntoPlace(ground.missing)
      removed += try remove(stale.filter { !inTheWay.contains($0) })
      if !stale.isEmpty { try write(new, over: both) }
    } catch {
      throw OutputError(error, "finish \(name)")
    }
    return OutputSummary(
      written: state.staged.count, unchanged: state.unchanged, removed: removed,
      bytes: state.bytes)
  }

  /// Folders that are not there yet are moved whole, with all that is staged in them; a first build
  /// has nothing else. All other files are moved one by one.
  ///
  /// - Parameter missing: folders, the outer before the inner.
  private func moveIntoPlace(_ missing: [String]) throws(SystemFailure) {
    let missing = Set(missing)
    func outermost(_ path: String) -> String? {
      // Folders within a missing one are missing too.
      var found: String?
      for folder in OutputPath.folders(of: path) {
        guard missing.contains(folder) else { break }
        found = folder
      }
      return found
    }
    for path in missing where outermost(path) == nil {
      try folder.rename(DiskOutput.stagePath(path), to: path)
    }
    for path in state.staged where outermost(path) == nil {
      try folder.rename(DiskOutput.stagePath(path), to: path)
    }
  }

  private func write(_ manifest: Manifest, over other: Manifest) throws(SystemFailure) {
    guard manifest != other else { return }
    try manifest.bytes.withUnsafeBufferPointer { (buffer) throws(SystemFailure) in
      _ = try folder.write(UnsafeRawBufferPointer(buffer), to: StateFolder.newManifest)
    }
    try folder.rename(StateFolder.newManifest, to: StateFolder.manifest)
  }
}

// MARK: Before anything is changed

extension Publication {
  /// What stands where the folders of this build shall be.
  private struct Ground {
    /// Folders to be made, the outer before the inner.
    var missing: [String] = []
    /// Files that we did not write, where a folder is needed.
    var filesInTheWay: [String] = []
    /// Links where a folder is needed: these are never followed.
    var links: [String] = []
  }

  private func survey() throws(SystemFailure) -> Ground {
    var ground = Ground()
    var absent: Set<String> = []
    for path in folders {
      let outer = OutputPath.folders(of: path).first { _ in true }
      let kind = outer.map(absent.contains) == true ? nil : try folder.kind(of: path)
      switch kind {
      case .folder: continue
      case .link: ground.links.append(path)
      case .file where old.contains(path): break
      case .file, .other: ground.filesInTheWay.append(path)
      case nil: break
      }
      absent.insert(path)
      ground.missing.append(path)
    }
    return ground
  }

  /// Whether a folder, in whose place a file is needed, has anything but files of earlier builds and
  /// the folders that these need.
  private func holdsForeignFiles(_ folder: String) -> Bool {
    let ours = Set(stale.flatMap { [$0] + Array(OutputPath.folders(of: $0)) })
    guard ours.contains(folder) else { return true }
    let inner = FileManager.default.enumerator(atPath: path + "/" + folder)
    return inner?.contains { !ours.contains("\(folder)/\($0)") } ?? true
  }

  /// Files of earlier builds that stand where this one needs a folder, or in a folder where it
  /// needs a file.
  private func staleInTheWay() -> Set<String> {
    let folders = Set(folders)
    return Set(
      stale.filter { path in
        folders.contains(path)
          || OutputPath.folders(of: path).contains { new.contains($0) }
      })
  }
}

// MARK: Removing

extension Publication {
  /// Removes files of earlier builds, then the folders that this empties.
  ///
  /// What is no plain file any more, or lies behind a link, is not ours and stays.
  private func remove(_ paths: some Sequence<String>) throws(SystemFailure) -> Int {
    var removed = 0
    var emptied: Set<String> = []
    var isFolder: [String: Bool] = [:]
    for path in paths {
      let outer = Array(OutputPath.folders(of: path))
      var isReachable = true
      for path in outer where isReachable {
        if isFolder[path] == nil { isFolder[path] = try folder.kind(of: path) == .folder }
        isReachable = isFolder[path] ?? false
      }
      guard isReachable, try folder.kind(of: path) == .file, !isNew(path) else { continue }
      try folder.removeFile(path)
      removed += 1
      emptied.formUnion(outer)
    }
    // A folder's path is longer than those of the folders around it.
    for path in emptied.sorted(by: { ($1.utf8.count, $0) < ($0.utf8.count, $1) }) {
      folder.removeEmptyFolder(path)
    }
    return removed
  }

  /// Whether a disk that does not tell upper case from lower holds this file to be one of the new.
  private func isNew(_ path: String) -> Bool {
    guard let other = state.paths.added(like: path) else { return false }
    return folder.isSame(path, other)
  }
}
