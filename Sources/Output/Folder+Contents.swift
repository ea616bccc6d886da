import Fingerprint

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

extension Folder {
  private static let chunk = 1 << 16

  /// nil where there is no file.
  func read(_ path: String) throws(SystemFailure) -> [UInt8]? {
    let file = retry { openat(descriptor, path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) }
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw .last
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw .last }
    // One more than there are, so that the end is seen at once; a file may grow meanwhile.
    var size = Int(status.st_size) + 1
    var rest: [UInt8] = []
    while true {
      var failure: SystemFailure?
      let known = rest
      let bytes = [UInt8](unsafeUninitializedCapacity: known.count + size) { buffer, filled in
        _ = buffer.initialize(from: known)
        filled = known.count
        while filled < buffer.count {
          let start = buffer.baseAddress.map { UnsafeMutableRawPointer($0 + filled) }
          let count = retry { systemRead(file, start, buffer.count - filled) }
          if count < 0 { failure = .last }
          guard count > 0 else { return }
          filled += count
        }
      }
      if let failure { throw failure }
      if bytes.count < known.count + size { return bytes }
      rest = bytes
      size = Self.chunk
    }
  }

  /// Writes a file that is not there yet, which only its owner may read.
  func writePrivate(_ bytes: [UInt8], to path: String) throws(SystemFailure) {
    let file = create(path, 0o600)
    guard file >= 0 else { throw .last }
    do throws(SystemFailure) {
      try bytes.withUnsafeBufferPointer { (bytes) throws(SystemFailure) in
        try Self.write(UnsafeRawBufferPointer(bytes), file)
      }
    } catch {
      close(file)
      throw error
    }
    guard close(file) == 0 || errno == EINTR else { throw .last }
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, _ file: Int32) throws(SystemFailure) {
    var rest = bytes
    while !rest.isEmpty {
      let count = retry { systemWrite(file, rest.baseAddress, rest.count) }
      guard count >= 0 else { throw .last }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
  }

  /// Writes a file that is not there yet.
  ///
  /// - Parameter outermost: a folder that is there; those between it and the file are made where they
  ///   are missing. Nil where none is to be made.
  @discardableResult
  func write(
    _ bytes: UnsafeRawBufferPointer, to path: String, makingFoldersIn outermost: String? = nil
  ) throws(SystemFailure) -> FileMark {
    var file = create(path, 0o666)
    if file < 0, errno == ENOENT, let outermost {
      try makeFolders(of: path, in: outermost)
      file = create(path, 0o666)
    }
    guard file >= 0 else { throw .last }
    do throws(SystemFailure) {
      try Self.write(bytes, file)
    } catch {
      close(file)
      throw error
    }
    var status = stat()
    let isKnown = fstat(file, &status) == 0
    let failure = SystemFailure.last
    // Some file systems report a full disk only here.
    guard close(file) == 0 || errno == EINTR else { throw .last }
    guard isKnown else { throw failure }
    return FileMark(status)
  }

  private func create(_ path: String, _ mode: mode_t) -> Int32 {
    retry {
      openat(descriptor, path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    }
  }

  /// Several workers may make one folder at a time.
  private func makeFolders(of path: String, in outermost: String) throws(SystemFailure) {
    // From the inside: mostly only the innermost is missing.
    let folders = Array(OutputPath.folders(of: path).prefix { $0 != outermost })
    var missing = 0
    while missing < folders.count, try !makesFolder(folders[missing]) { missing += 1 }
    for folder in folders[..<missing].reversed() { _ = try makesFolder(folder) }
  }

  /// - Returns: false where the folder that it is to be in is missing.
  private func makesFolder(_ path: String) throws(SystemFailure) -> Bool {
    if mkdirat(descriptor, path, 0o777) == 0 || errno == EEXIST { return true }
    guard errno == ENOENT else { throw .last }
    return false
  }

  /// Whether a file holds exactly these bytes. One that cannot be read counts as different.
  func compare(_ path: String, _ bytes: UnsafeRawBufferPointer) -> Comparison {
    // Without O_NONBLOCK a named pipe in the way would hang the build.
    let file = retry {
      openat(descriptor, path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
    }
    guard file >= 0 else {
      switch errno {
      case ENOENT, ENOTDIR: return .missing
      case ELOOP, ENXIO: return .notAFile(isFolder: false)
      default: return .different
      }
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return .different }
    guard status.st_mode & S_IFMT == S_IFREG else {
      return .notAFile(isFolder: status.st_mode & S_IFMT == S_IFDIR)
    }
    guard status.st_size == bytes.count else { return .different }
    return Self.isSame(file, bytes) ? .same(FileMark(status)) : .different
  }

  private static func isSame(_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Bool {
    withUnsafeTemporaryAllocation(byteCount: chunk, alignment: 16) { buffer in
      var rest = bytes
      while true {
        let count = retry { systemRead(file, buffer.baseAddress, buffer.count) }
        guard count > 0, let new = rest.baseAddress, let old = buffer.baseAddress else {
          return count == 0 && rest.isEmpty
        }
        guard count <= rest.count, memcmp(new, old, count) == 0 else { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
      }
    }
  }
}

private func systemRead(_ file: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(file, buffer, count)
}

private func systemWrite(_ file: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(file, buffer, count)
}
