#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// By what a file is known to be as it was without being read: whoever writes to it, or puts another
/// in its place, changes this.
package struct FileMark: Sendable, Hashable {
  /// In bytes.
  package let size: Int64
  /// When it was last written: since 1970-01-01T00:00Z, in nanoseconds, as the disk has it.
  package let time: Int64
  package let inode: UInt64

  package init(size: Int64, time: Int64, inode: UInt64) {
    self.size = size
    self.time = time
    self.inode = inode
  }

  /// - Returns: nil where there is no plain file; links are followed.
  package init?(of path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  package init(_ status: stat) {
    #if canImport(Darwin)
      let written = status.st_mtimespec
    #else
      let written = status.st_mtim
    #endif
    size = Int64(status.st_size)
    time = Int64(written.tv_sec) &* 1_000_000_000 &+ Int64(written.tv_nsec)
    inode = UInt64(status.st_ino)
  }
}
