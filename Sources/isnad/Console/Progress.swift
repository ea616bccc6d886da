import Foundation
import Synchronization

/// A line on the terminal that tells how far a build is. It is drawn ten times a second at most.
final class Progress: Sendable {
  private let lastDrawn = Mutex<ContinuousClock.Instant?>(nil)

  func show(_ phase: String, _ done: Int, of total: Int) {
    guard total > 0 else { return }
    show("\(phase) \(min(done, total) * 100 / total) %")
  }

  func show(_ phase: String) {
    lastDrawn.withLock { last in
      let now = ContinuousClock.now
      if let last, now - last < .milliseconds(100) { return }
      last = now
      draw("\r\u{1B}[K\(phase)…")
    }
  }

  func clear() {
    lastDrawn.withLock { last in
      if last != nil { draw("\r\u{1B}[K") }
      last = nil
    }
  }

  private func draw(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
