import Foundation
import Synchronization

/// A line on the terminal that tells how far a build is: from its second second on, and drawn ten
/// times a second at most.
package final class ProgressLine: Sendable {
  private struct State {
    var phase = ""
    /// When the phase began.
    var start = Duration.zero
    var lastDrawn: Duration?
  }
  private let state = Mutex(State())
  private let now: @Sendable () -> Duration
  private let draw: @Sendable (String) -> Void
  private let beginning: Duration

  /// Before this, nothing is drawn: most builds are done by then.
  private static let patience = Duration.seconds(1)
  private static let interval = Duration.milliseconds(100)

  /// - Parameters:
  ///   - now: the time since any fixed moment.
  ///   - draw: puts text on the terminal as it is.
  package init(
    now: @escaping @Sendable () -> Duration = Stopwatch.now,
    draw: @escaping @Sendable (String) -> Void = {
      FileHandle.standardError.write(Data($0.utf8))
    }
  ) {
    self.now = now
    self.draw = draw
    beginning = now()
  }

  package func show(_ amount: ProgressAmount) {
    show(amount.phase) { amount.line(after: $0) }
  }

  /// A phase that nobody can tell the length of.
  package func show(_ phase: String) {
    show(phase) { _ in phase + "…" }
  }

  private func show(_ phase: String, _ line: (_ elapsed: Duration) -> String) {
    state.withLock { state in
      let now = now()
      if state.phase != phase {
        state.phase = phase
        state.start = now
      }
      guard now - beginning >= Self.patience else { return }
      if let last = state.lastDrawn, now - last < Self.interval { return }
      state.lastDrawn = now
      draw("\r\u{1B}[K" + line(now - state.start))
    }
  }

  /// Takes the line away.
  package func clear() {
    state.withLock { state in
      if state.lastDrawn != nil { draw("\r\u{1B}[K") }
      state.lastDrawn = nil
    }
  }
}

/// How much of a phase is done.
package struct ProgressAmount: Sendable {
  package enum Unit: Sendable { case pages, texts, bytes }

  /// `Building`.
  let phase: String
  let done: Int
  let total: Int
  let unit: Unit
  /// How much of it was done before it was shown, which says nothing of the pace.
  let before: Int

  package init(phase: String, done: Int, total: Int, unit: Unit, before: Int = 0) {
    self.phase = phase
    self.done = done
    self.total = total
    self.unit = unit
    self.before = before
  }

  /// Before this, a rate says nothing.
  private static let patience = Duration.milliseconds(500)

  /// `Building 12,000 of 21,000 pages, 2,500 a second, 4 s left`.
  /// - Parameter elapsed: since the phase began.
  package func line(after elapsed: Duration) -> String {
    let done = min(done, total)
    let line = "\(phase) \(amount(done)) of \(amount(total))\(unit == .bytes ? "" : " \(unit)")"
    guard elapsed >= Self.patience, done > before else { return line + "…" }
    let rate = Double(done - before) / (elapsed / .seconds(1))
    let left = (Double(total - done) / rate).rounded(.up)
    return "\(line), \(amount(Self.rounded(rate))) a second, \(Self.time(left)) left"
  }

  private func amount(_ number: Int) -> String {
    switch unit {
    case .pages, .texts: grouped(number)
    case .bytes: size(number)
    }
  }

  /// To two digits, so that it can be read while it changes. At least 1.
  private static func rounded(_ rate: Double) -> Int {
    var step = 1.0
    while rate / step >= 100 { step *= 10 }
    return Int(exactly: max((rate / step).rounded() * step, 1)) ?? .max
  }

  private static func time(_ seconds: Double) -> String {
    // Far from the end the last minute matters little.
    let minutes = (seconds / 60).rounded(.up)
    return seconds > 90
      ? "\(grouped(Int(exactly: minutes) ?? .max)) min" : "\(Int(exactly: seconds) ?? 0) s"
  }
}
