#if canImport(Glibc)
  import Glibc

  /// The folders that are watched: the source folder for the coming and going of those that count, and
  /// each of these with all folders in it.
  package struct WatchedFolders: Sendable {
    private struct Folder {
      let path: String
      /// nil for the source folder itself.
      let part: SourceChange?
    }

    package struct Meaning {
      package let change: SourceChange
      /// Whether a folder came or went.
      package let isOfFolders: Bool
    }

    private let source: String
    private let queue: InotifyQueue
    private var folders: [Int32: Folder] = [:]

    package init(_ source: String, _ queue: InotifyQueue) {
      self.source = source
      self.queue = queue
    }

    /// Watches the folders that are there now, and those only.
    package mutating func renew() throws(WatchLost) {
      var found: [Int32: Folder] = [:]
      guard let watch = try queue.watch(source) else { throw .folderGone }
      found[watch] = Folder(path: source, part: nil)
      for (name, part) in SourceChange.folders {
        var paths = ["\(source)/\(name)"]
        while let path = paths.popLast() {
          // It is watched first and read then: what comes into it meanwhile makes an event.
          guard let watch = try queue.watch(path), found[watch] == nil else { continue }
          found[watch] = Folder(path: path, part: part)
          paths += Self.folders(in: path)
        }
      }
      for watch in folders.keys where found[watch] == nil { queue.forget(watch) }
      folders = found
    }

    /// nil for what does not count.
    package func meaning(of event: InotifyEvent) -> Meaning? {
      if event.has(IN_Q_OVERFLOW) {
        return Meaning(change: [.content, .templates], isOfFolders: true)
      }
      guard let folder = folders[event.watch] else { return nil }
      guard let part = folder.part else { return meaning(ofSource: event) }
      if event.name.isEmpty {
        let isGone = event.has(IN_DELETE_SELF) || event.has(IN_MOVE_SELF) || event.has(IN_UNMOUNT)
        return isGone ? Meaning(change: part, isOfFolders: true) : nil
      }
      guard event.name.first != UInt8(ascii: ".") else { return nil }
      // A file that was made is written next, and counts when it is closed; but a link is whole.
      if event.has(IN_CREATE), !event.isOfFolder, !Self.isLink(event.name, in: folder.path) {
        return nil
      }
      return Meaning(change: part, isOfFolders: event.isOfFolder)
    }

    private func meaning(ofSource event: InotifyEvent) -> Meaning? {
      if event.has(IN_DELETE_SELF) || event.has(IN_MOVE_SELF) || event.has(IN_UNMOUNT) {
        return Meaning(change: [.content, .templates], isOfFolders: true)
      }
      guard !event.has(IN_CLOSE_WRITE), !event.has(IN_ATTRIB),
        let part = SourceChange.folders.first(where: { $0.name.utf8.elementsEqual(event.name) })
      else { return nil }
      return Meaning(change: part.part, isOfFolders: true)
    }

    /// Whether this is a symbolic link, or a further name of a file.
    private static func isLink(_ name: [UInt8], in folder: String) -> Bool {
      let path = Array(folder.utf8) + [UInt8(ascii: "/")] + name + [0]
      var status = stat()
      let code = path.withUnsafeBytes { path in
        path.bindMemory(to: CChar.self).baseAddress.map { lstat($0, &status) } ?? -1
      }
      return code == 0 && (status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1)
    }

    /// Those that do not begin with a `.`; links to folders are not followed by anybody.
    private static func folders(in path: String) -> [String] {
      guard let stream = opendir(path) else { return [] }
      defer { closedir(stream) }
      var folders: [String] = []
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
        guard name.first != UInt8(ascii: "."), let text = String(validating: name, as: UTF8.self)
        else { continue }
        let kind = Int(entry.pointee.d_type)
        if kind == DT_DIR || kind == DT_UNKNOWN && isFolder("\(path)/\(text)") {
          folders.append("\(path)/\(text)")
        }
      }
      return folders
    }

    private static func isFolder(_ path: String) -> Bool {
      var status = stat()
      return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
  }
#endif
