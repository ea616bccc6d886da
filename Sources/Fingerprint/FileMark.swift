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

  /// Whether a file that still has this mark is as it was when somebody looked at it.
  ///
  /// One that was written shortly before may have been written again at what its disk takes for the
  /// same moment: no disk's clock is coarser than two seconds.
  ///
  /// - Parameter moment: when it was looked at: since 1970-01-01T00:00Z, in nanoseconds.
  package func isSettled(at moment: Int64) -> Bool { time < moment - 2_000_000_000 }

  /// Since 1970-01-01T00:00Z, in nanoseconds.
  package static var now: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
