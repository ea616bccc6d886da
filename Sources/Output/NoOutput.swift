import Synchronization

/// An output that checks paths as others do, and keeps nothing.
package final class NoOutput: Output {
  private struct State: Sendable {
    var addresses = Addresses()
    var summary = OutputSummary()
  }
  private let state = Mutex(State())

  package init() {}

  package func put(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    try state.withLock { (state) throws(OutputError) in
      try state.addresses.claim(path)
      state.summary.written += 1
      state.summary.bytes += bytes.count
    }
  }

  package func finish() -> OutputSummary {
    state.withLock { $0.summary }
  }

  package func abandon() {}
}
