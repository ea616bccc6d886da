import Fingerprint
import Foundation

/// The few calls that reading needs, on bytes and without exceptions.
enum FileSystem {
  struct Failure: Error {
    /// In words: “No such file or directory”.
    let reason: String

    init(_ code: Int32) {
      reason = String(cString: strerror(code))
    }
  }

  struct Entry {
    enum Kind { case file, folder, link, other }

    /// Not necessarily UTF-8.
    let name: [UInt8]
    let kind: Kind
    /// Of what it leads to, where links were followed.
    let mark: FileMark
    /// The number of its disk.
    let device: UInt64

    init(name: [UInt8], _ status: stat) {
      self.name = name
      kind = FileSystem.kind(status)
      mark = FileMark(status)
      device = UInt64(truncatingIfNeeded: status.st_dev)
    }
  }

  /// The entries of a folder in the order of their bytes, without `.` and `..`.
  static func entries(of folder: String) throws(Failure) -> [Entry] {
    guard let stream = opendir(folder) else { throw Failure(errno) }
    defer { closedir(stream) }
    var entries: [Entry] = []
    while let entry = readdir(stream) {
      let name = name(of: entry)
      guard name != [UInt8(ascii: ".")], name != [UInt8(ascii: "."), UInt8(ascii: ".")] else {
        continue
      }
      var status = stat()
      let code = (name + [0]).withUnsafeBytes { name -> Int32 in
        guard let start = name.bindMemory(to: CChar.self).baseAddress else { return -1 }
        return fstatat(dirfd(stream), start, &status, AT_SYMLINK_NOFOLLOW)
      }
      guard code == 0 else { continue }
      entries.append(Entry(name: name, status))
    }
    return entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
  }

  /// What a path leads to, links followed.
  static func entry(at path: String) throws(Failure) -> Entry {
    var status = stat()
    guard stat(path, &status) == 0 else { throw Failure(errno) }
    return Entry(name: Array(path.utf8), status)
  }

  /// The path without links.
  static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func kind(_ status: stat) -> Entry.Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .other
    }
  }
}

/// A file that is open for reading; closed when it is let go of.
final class OpenFile {
  private let descriptor: Int32
  let size: Int

  init(_ path: String) throws(FileSystem.Failure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileSystem.Failure(errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw FileSystem.Failure(code)
    }
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit {
    close(descriptor)
  }

  /// What is given, and after it the bytes from an offset on: `count`, or fewer at the end of the file.
  func bytes(
    after rest: ArraySlice<UInt8> = [], from start: Int, count: Int
  ) throws(FileSystem.Failure) -> [UInt8] {
    var failure: FileSystem.Failure?
    let total = rest.count + max(count, 0)
    let bytes = [UInt8](unsafeUninitializedCapacity: total) { buffer, filled in
      _ = buffer.initialize(from: rest)
      filled = rest.count
      while filled < total {
        let base = buffer.baseAddress.map { UnsafeMutableRawPointer($0 + filled) }
        let read = pread(descriptor, base, total - filled, off_t(start + filled - rest.count))
        if read < 0, errno == EINTR { continue }
        if read < 0 { failure = FileSystem.Failure(errno) }
        guard read > 0 else { return }
        filled += read
      }
    }
    if let failure { throw failure }
    return bytes
  }

  func allBytes() throws(FileSystem.Failure) -> [UInt8] {
    try bytes(from: 0, count: size)
  }
}

enum Bytes {
  /// The offset of the next LF, or of the end.
  ///
  /// - Parameter bytes: indexed from 0.
  static func lineEnd(in bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    bytes.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return bytes.count }
      return UnsafeRawPointer(found) - base
    }
  }

  /// How many LF there are.
  ///
  /// - Parameter bytes: indexed from 0.
  static func lineEnds(in bytes: ArraySlice<UInt8>) -> Int {
    var count = 0
    var offset = lineEnd(in: bytes, from: 0)
    while offset < bytes.count {
      count += 1
      offset = lineEnd(in: bytes, from: offset + 1)
    }
    return count
  }
}
