import Fingerprint

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// An open folder. Every path is taken from it, and no link at the end of a path is followed.
///
/// Only the calls of the system are used: one build makes some ten of them for each of its files.
final class Folder: Sendable {
  enum Kind: Sendable {
    case file, folder, link, other
  }

  enum Comparison: Sendable {
    case missing, different
    case same(FileMark)
    case notAFile(isFolder: Bool)
  }

  let descriptor: Int32

  private init(descriptor: Int32) {
    self.descriptor = descriptor
  }

  deinit {
    close(descriptor)
  }

  /// Opens a folder, made when it is missing together with those around it.
  static func open(_ path: String) throws(SystemFailure) -> Folder {
    try makeFolders(path)
    let descriptor = retry { openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .last }
    return Folder(descriptor: descriptor)
  }

  /// `nil` where there is no such folder.
  static func existing(_ path: String) throws(SystemFailure) -> Folder? {
    let descriptor = retry { openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .last
    }
    return Folder(descriptor: descriptor)
  }

  private static func makeFolders(_ path: String) throws(SystemFailure) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let outer = OutputPath.folders(of: path).first(where: { _ in true }),
      !outer.isEmpty
    else { throw .last }
    try makeFolders(outer)
    if mkdir(path, 0o777) != 0, errno != EEXIST { throw .last }
  }

  /// Takes the lock that a file stands for; it is held until the process or this object ends.
  /// - Returns: nil when another holds it.
  func lock(_ path: String) throws(SystemFailure) -> Folder? {
    let file = retry {
      openat(descriptor, path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, mode_t(0o666))
    }
    guard file >= 0 else { throw .last }
    let held = Folder(descriptor: file)
    if retry({ flock(file, LOCK_EX | LOCK_NB) }) == 0 { return held }
    guard errno == EWOULDBLOCK else { throw .last }
    return nil
  }

  /// nil where there is nothing.
  func kind(of path: String) throws(SystemFailure) -> Kind? {
    var status = stat()
    guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw .last
    }
    return switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }

  /// `nil` where there is no plain file.
  func mark(of path: String) -> FileMark? {
    var status = stat()
    guard fstatat(descriptor, path, &status, AT_SYMLINK_NOFOLLOW) == 0,
      status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return FileMark(status)
  }

  /// Whether two paths lead to one file, as names that differ in case do on some disks.
  func isSame(_ path: String, _ other: String) -> Bool {
    var (a, b) = (stat(), stat())
    return fstatat(descriptor, path, &a, AT_SYMLINK_NOFOLLOW) == 0
      && fstatat(descriptor, other, &b, AT_SYMLINK_NOFOLLOW) == 0
      && a.st_dev == b.st_dev && a.st_ino == b.st_ino
  }

  func makeFolder(_ path: String, mode: mode_t = 0o777) throws(SystemFailure) {
    guard mkdirat(descriptor, path, mode) == 0 else { throw .last }
  }

  /// A folder in this one; throws where there is none, or a link to one.
  func inner(_ path: String) throws(SystemFailure) -> Folder {
    let inner = retry {
      openat(descriptor, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    }
    guard inner >= 0 else { throw .last }
    return Folder(descriptor: inner)
  }

  func rename(_ path: String, to target: String) throws(SystemFailure) {
    guard renameat(descriptor, path, descriptor, target) == 0 else { throw .last }
  }

  func removeFile(_ path: String) throws(SystemFailure) {
    guard unlinkat(descriptor, path, 0) == 0 else { throw .last }
  }

  /// - Returns: false when the folder is not empty or is none.
  @discardableResult
  func removeEmptyFolder(_ path: String) -> Bool {
    unlinkat(descriptor, path, AT_REMOVEDIR) == 0
  }
}

/// Repeats a call for as long as a signal interrupts it.
func retry<Count: SignedInteger>(_ call: () -> Count) -> Count {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
