import Synchronization

/// An output that keeps its files in memory, for the local preview and for tests.
package final class MemoryOutput: Output {
  private struct State: Sendable {
    var addresses = Addresses()
    var files: [String: [UInt8]] = [:]
    var isOpen = true
  }
  private let state = Mutex(State())

  package init() {}

  /// What was put so far, by path.
  package var files: [String: [UInt8]] { state.withLock { $0.files } }

  package func put(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    let copy = Array(bytes)
    try state.withLock { (state) throws(OutputError) in
      guard state.isOpen else { throw .closed }
      try state.addresses.claim(path)
      state.files[path] = copy
    }
  }

  package func finish() -> OutputSummary {
    state.withLock { state in
      state.isOpen = false
      return OutputSummary(
        written: state.files.count, bytes: state.files.values.reduce(0) { $0 + $1.count })
    }
  }

  package func abandon() {
    state.withLock { state in
      guard state.isOpen else { return }
      state.files = [:]
      state.isOpen = false
    }
  }
}
