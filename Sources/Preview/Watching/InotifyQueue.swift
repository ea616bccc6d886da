#if canImport(Glibc)
  import Glibc

  /// One thing that happened in a watched folder.
  package struct InotifyEvent: Sendable {
    let watch: Int32
    let mask: UInt32
    /// Of the entry in the folder; empty where the folder itself is meant. Not necessarily UTF-8.
    let name: [UInt8]

    package init(watch: Int32, mask: UInt32, name: [UInt8]) {
      self.watch = watch
      self.mask = mask
      self.name = name
    }

    func has(_ flag: Int32) -> Bool { mask & UInt32(flag) != 0 }

    /// That of a folder in it.
    var isOfFolder: Bool { has(Int32(IN_ISDIR)) }
  }

  /// The system's queue of events.
  package struct InotifyQueue: Sendable {
    let descriptor: Int32

    /// What is asked of each folder. Writing counts when it is done, so that half a file is not read.
    private static let mask =
      IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE | IN_ATTRIB
      | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR

    package init?() {
      descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      if descriptor < 0 { return nil }
    }

    /// - Returns: the number of the watch, the same one for a folder that is watched already; nil for
    ///   one that is not there or cannot be read.
    func watch(_ folder: String) throws(WatchLost) -> Int32? {
      let watch = inotify_add_watch(descriptor, folder, UInt32(Self.mask))
      if watch >= 0 { return watch }
      // Neither more watches nor more memory.
      if errno == ENOSPC || errno == ENOMEM { throw .tooManyFolders }
      return nil
    }

    func forget(_ watch: Int32) {
      inotify_rm_watch(descriptor, watch)
    }

    package func close() {
      Glibc.close(descriptor)
    }

    /// All events that are there.
    func read() -> [InotifyEvent] {
      var events: [InotifyEvent] = []
      var buffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let size = buffer.withUnsafeMutableBytes { buffer in
          Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        }
        if size < 0, errno == EINTR { continue }
        guard size > 0 else { return events }
        buffer.withUnsafeBytes {
          Self.append(UnsafeRawBufferPointer(rebasing: $0[..<size]), to: &events)
        }
      }
    }

    private static func append(_ bytes: UnsafeRawBufferPointer, to events: inout [InotifyEvent]) {
      let head = MemoryLayout<inotify_event>.size
      var offset = 0
      while offset + head <= bytes.count {
        let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let name = bytes[(offset + head)...].prefix(Int(event.len)).prefix { $0 != 0 }
        events.append(InotifyEvent(watch: event.wd, mask: event.mask, name: Array(name)))
        offset += head + Int(event.len)
      }
    }
  }
#endif
