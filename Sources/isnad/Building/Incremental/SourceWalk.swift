import Fingerprint
import Foundation
import Output

/// Finds the files that a site is made from. Whatever begins with a full stop is none of them, as for
/// those who read them.
struct SourceWalk {
  struct Entry {
    /// Relative to the source folder.
    let path: String
    /// Of what a link leads to.
    let mark: FileMark
    let device: UInt64
    let isLink: Bool
    /// Whether there is something to read: a link may lead to a folder, or nowhere.
    let isFile: Bool
  }

  let source: String

  /// Sorted by path, bytewise; those of a folder that is not there are none.
  ///
  /// - Returns: nil where a folder cannot be read.
  func files(in roots: [String]) -> [Entry]? {
    var files: [Entry] = []
    // A list of its own, so that deep folders cannot exhaust the stack.
    var folders = roots
    while let folder = folders.popLast() {
      guard visit(folder, &files, &folders) || (roots.contains(folder) && isMissing(folder)) else {
        return nil
      }
    }
    return files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  private func isMissing(_ path: String) -> Bool {
    access("\(source)/\(path)", F_OK) != 0 && errno == ENOENT
  }

  private func visit(_ folder: String, _ files: inout [Entry], _ folders: inout [String]) -> Bool {
    guard let stream = opendir("\(source)/\(folder)") else { return false }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      guard bytes.first != UInt8(ascii: ".") else { continue }
      guard let name = String(validating: bytes, as: UTF8.self) else { return false }
      let path = "\(folder)/\(name)"
      var own = stat()
      guard lstat("\(source)/\(path)", &own) == 0 else { return false }
      if own.st_mode & S_IFMT == S_IFDIR {
        folders.append(path)
        continue
      }
      let isLink = own.st_mode & S_IFMT == S_IFLNK
      var status = own
      let isThere = !isLink || stat("\(source)/\(path)", &status) == 0
      files.append(
        Entry(
          path: path, mark: FileMark(status), device: UInt64(truncatingIfNeeded: status.st_dev),
          isLink: isLink, isFile: isThere && status.st_mode & S_IFMT == S_IFREG))
    }
    return true
  }

  /// - Returns: nil where it cannot be read.
  func content(of entry: Entry, _ key: FingerprintKey) -> Fingerprint? {
    var maker = FingerprintMaker(key)
    let path = "\(source)/\(entry.path)"
    if entry.isLink {
      guard let target = realpath(path, nil) else {
        maker.add("")
        return maker.finish()
      }
      defer { free(target) }
      maker.add(String(cString: target))
    }
    guard entry.isFile else { return maker.finish() }
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    return add(file, to: &maker) ? maker.finish() : nil
  }

  /// In pieces of one size, whatever a call of the system gives at a time.
  private func add(_ file: Int32, to maker: inout FingerprintMaker) -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      var filled = 0
      while filled < piece.count {
        let count = piece.withUnsafeMutableBytes {
          read(file, $0.baseAddress.map { $0 + filled }, $0.count - filled)
        }
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return false }
        if count == 0 { break }
        filled += count
      }
      piece.withUnsafeBytes { maker.add(UnsafeRawBufferPointer(rebasing: $0.prefix(filled))) }
      if filled < piece.count { return true }
    }
  }
}
