import Synchronization

/// How long the phases of a build took.
package struct Timings: Sendable {
  /// In the order in which a build goes through them.
  package enum Phase: String, Sendable, CaseIterable {
    /// What the last build was made from, and what it made, is compared with what is there.
    case compare
    /// Files are read, decoded, checked, and their quotations anchored.
    case read
    /// What they say is put together.
    case link
    /// Templates are read and checked, and it is settled which pages there are, and which of them have
    /// nothing new to show.
    case plan
    /// Rows that stand on many pages are rendered.
    case rows
    /// Pages are rendered.
    case pages
    /// Files are handed to the output, by the same workers at the same time.
    case write
    /// Texts are indexed to be searched: as long as that takes beyond the pages.
    case index
    /// The new site takes the place of the old one.
    case finish
  }

  package private(set) var durations: [Phase: Duration] = [:]

  package init() {}

  package mutating func add(_ duration: Duration, to phase: Phase) {
    durations[phase, default: .zero] += duration
  }

  static func += (left: inout Timings, right: Timings) {
    for (phase, duration) in right.durations { left.add(duration, to: phase) }
  }

  /// One line for each phase, and one for all:
  ///
  ///     read      1.24 s   31 %
  package var text: String {
    let phases = Phase.allCases.compactMap { phase in durations[phase].map { (phase.rawValue, $0) }
    }
    let total = phases.reduce(Duration.zero) { $0 + $1.1 }
    return (phases + [("total", total)])
      .map { name, duration in
        let share = total > .zero ? Int((duration / total * 100).rounded()) : 0
        return Self.padded(name, 8, atEnd: true) + Self.padded(Self.seconds(duration), 7)
          + " s" + Self.padded(String(share), 5) + " %\n"
      }
      .joined()
  }

  /// To hundredths.
  package static func seconds(_ duration: Duration) -> String {
    let hundredths = Int((duration / .milliseconds(10)).rounded())
    let rest = hundredths % 100
    return "\(grouped(hundredths / 100)).\(rest < 10 ? "0" : "")\(rest)"
  }

  private static func padded(_ text: String, _ width: Int, atEnd: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(width - text.count, 0))
    return atEnd ? text + spaces : spaces + text
  }
}

/// Measures one phase after the other.
package struct Stopwatch: Sendable {
  private let now: @Sendable () -> Duration
  private var last: Duration
  package private(set) var timings = Timings()

  /// The time since an arbitrary moment, which never goes back.
  package static let now: @Sendable () -> Duration = { [start = ContinuousClock.now] in
    ContinuousClock.now - start
  }

  package init(now: @escaping @Sendable () -> Duration = Stopwatch.now) {
    self.now = now
    last = now()
  }

  /// Counts the time since the last call, or since the beginning, for a phase.
  package mutating func lap(_ phase: Timings.Phase) {
    let now = now()
    timings.add(now - last, to: phase)
    last = now
  }

  /// Takes a part of what was counted for one phase and gives it to another.
  package mutating func move(
    _ duration: Duration, from phase: Timings.Phase, to other: Timings.Phase
  ) {
    timings.add(.zero - duration, to: phase)
    timings.add(duration, to: other)
  }
}
