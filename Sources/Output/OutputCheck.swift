import Fingerprint

/// Looks at what an earlier build left, without changing anything. The folder is locked for as long as
/// this lives.
package final class OutputCheck: Sendable {
  private let folder: Folder
  private let path: String
  private let lock: Folder

  /// `nil` where there is nothing to look at, or where another build is writing; whoever builds then
  /// finds out what is wrong.
  package init?(folder path: String) {
    do throws(SystemFailure) {
      guard let folder = try Folder.existing(path),
        try folder.kind(of: StateFolder.name) == .folder,
        try folder.kind(of: StateFolder.lock) == .file,
        let lock = try folder.lock(StateFolder.lock)
      else { return nil }
      self.folder = folder
      self.path = path
      self.lock = lock
    } catch {
      return nil
    }
  }

  /// What the last build kept for the next; `nil` where there is nothing, or nothing that can be read.
  package var cache: [UInt8]? {
    try? folder.read(StateFolder.cache)
  }

  /// When that was written; `nil` where there is nothing.
  package var cacheTime: Int64? { folder.mark(of: StateFolder.cache)?.time }

  /// What the last build kept of the content that it read, likewise.
  package var content: [UInt8]? { try? folder.read(StateFolder.content) }

  /// What `content` names, to be read at any time, by anybody; `nil` where there is none.
  package var parts: PartFiles? { PartFiles(in: folder, path) }

  /// Whether the list of our files is the one that it was, and no killed build left anything.
  package func isManifest(_ mark: FileMark) -> Bool {
    folder.mark(of: StateFolder.manifest) == mark
      && (try? folder.kind(of: StateFolder.stage)) == .some(nil)
  }

  /// Whether files are as they were, in folders that are no links.
  ///
  /// - Parameter workers: how many look at the same time, at least 1.
  package func areUntouched(_ files: [MarkedFile], workers: Int) async -> Bool {
    let share = max((files.count + workers - 1) / workers, 1)
    return await withTaskGroup(of: Bool.self) { group in
      for start in stride(from: 0, to: files.count, by: share) {
        group.addTask { [folder] in
          var look = FileLook(folder)
          return files[start...].prefix(share).allSatisfy { look.isUntouched($0) }
        }
      }
      return await group.allSatisfy { $0 }
    }
  }
}

/// Looks at one file after the other.
private struct FileLook {
  private let folder: Folder
  /// Folders that are known to be no links.
  private var folders: Set<Substring> = []
  private var lastFolder: Substring = ""

  init(_ folder: Folder) {
    self.folder = folder
  }

  mutating func isUntouched(_ file: MarkedFile) -> Bool {
    let slash = file.path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? file.path.startIndex
    return isFolder(file.path[..<slash]) && folder.mark(of: file.path) == file.mark
  }

  private mutating func isFolder(_ path: Substring) -> Bool {
    if path == lastFolder { return true }
    guard isFolderWithin(path) else { return false }
    lastFolder = path
    return true
  }

  private mutating func isFolderWithin(_ path: Substring) -> Bool {
    if path.isEmpty || folders.contains(path) { return true }
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    guard isFolderWithin(path[..<slash]), (try? folder.kind(of: String(path))) == .folder else {
      return false
    }
    folders.insert(path)
    return true
  }
}
