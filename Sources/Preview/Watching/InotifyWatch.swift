#if canImport(Glibc)
  import Dispatch
  import Glibc
  import Synchronization

  /// Is told of changes by Linux as they happen, inotify(7).
  ///
  /// Folders that come or go are only noted: the watches are set anew when the burst is over, before
  /// anybody reads what changed. So no file in a new folder is missed, and no folder is walked more
  /// than once a burst.
  final class InotifyWatch: ChangeNotifier {
    private struct State {
      var folders: WatchedFolders
      var pending: SourceChange = []
      /// Folders came or went, or the system dropped events.
      var isStale = false
      /// Grows with every event that counts.
      var count = 0
    }
    private let state: Mutex<State>
    private let wakes: AsyncStream<Void>
    private let reader = Mutex<(any DispatchSourceRead)?>(nil)

    /// Is nil where the system has no more watches to give, or there is no such folder.
    init?(_ source: String) {
      guard let queue = InotifyQueue() else { return nil }
      var folders = WatchedFolders(source, queue)
      guard (try? folders.renew()) != nil else {
        queue.close()
        return nil
      }
      state = Mutex(State(folders: folders))
      let (wakes, wake) = AsyncStream.makeStream(
        of: Void.self, bufferingPolicy: .bufferingNewest(1))
      self.wakes = wakes
      reader.withLock { reader in
        reader = DispatchSource.makeReadSource(
          fileDescriptor: queue.descriptor, queue: DispatchQueue(label: "isnad.watch"))
        reader?.setEventHandler { [weak self] in
          for event in queue.read() { self?.note(event) }
          wake.yield()
        }
        reader?.setCancelHandler {
          queue.close()
          wake.finish()
        }
        reader?.activate()
      }
    }

    deinit {
      reader.withLock { $0?.cancel() }
    }

    private func note(_ event: InotifyEvent) {
      state.withLock { state in
        guard let note = state.folders.meaning(of: event) else { return }
        state.pending.formUnion(note.change)
        if note.isOfFolders { state.isStale = true }
        state.count += 1
      }
    }

    func next() async throws -> SourceChange {
      for await _ in wakes {
        guard state.withLock({ !$0.pending.isEmpty }) else { continue }
        try await Burst.settle { state.withLock { $0.count } }
        return try state.withLock { state in
          if state.isStale { try state.folders.renew() }
          state.isStale = false
          defer { state.pending = [] }
          return state.pending
        }
      }
      throw CancellationError()
    }
  }
#endif
