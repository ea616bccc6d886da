import Foundation
import Synchronization
import Testing

import isnad

@Suite("Progress on a terminal")
struct ProgressTests {
  /// A terminal and a clock that the test turns.
  final class Terminal: Sendable {
    private let state = Mutex((time: Duration.zero, drawn: [String]()))

    var progress: ProgressLine {
      ProgressLine(
        now: { self.state.withLock { $0.time } },
        draw: { text in self.state.withLock { $0.drawn.append(text) } })
    }

    func wait(_ duration: Duration) { state.withLock { $0.time += duration } }

    /// What was drawn since the last call.
    func drawn() -> [String] {
      state.withLock { state in
        defer { state.drawn = [] }
        return state.drawn
      }
    }
  }

  static let line = "\r\u{1B}[K"

  func pages(_ done: Int, of total: Int = 21_000) -> ProgressAmount {
    ProgressAmount(phase: "Building", done: done, total: total, unit: .pages)
  }

  @Test("is not shown of what is done in a second")
  func short() {
    let terminal = Terminal()
    let progress = terminal.progress
    progress.show("Linking")
    terminal.wait(.milliseconds(999))
    progress.show(pages(20_000))
    progress.show("Finishing")
    progress.clear()
    #expect(terminal.drawn() == [])
  }

  @Test("tells what is done, how fast, and how long it will take")
  func long() {
    let terminal = Terminal()
    let progress = terminal.progress
    progress.show("Linking")
    terminal.wait(.seconds(2))
    progress.show(pages(0))
    #expect(terminal.drawn() == [Self.line + "Building 0 of 21,000 pages…"])
    terminal.wait(.milliseconds(4_800))
    progress.show(pages(12_000))
    #expect(
      terminal.drawn() == [
        Self.line + "Building 12,000 of 21,000 pages, 2,500 a second, 4 s left"
      ])
    terminal.wait(.seconds(4))
    progress.show("Finishing")
    #expect(terminal.drawn() == [Self.line + "Finishing…"])
    progress.clear()
    #expect(terminal.drawn() == [Self.line])
    progress.clear()
    #expect(terminal.drawn() == [])
  }

  @Test("is drawn ten times a second at most")
  func often() {
    let terminal = Terminal()
    let progress = terminal.progress
    terminal.wait(.seconds(1))
    for done in 0..<1_000 {
      progress.show(pages(done))
      terminal.wait(.milliseconds(1))
    }
    #expect(terminal.drawn().count == 10)
  }

  @Test(
    "is a line that can be read",
    arguments: [
      (0, 10, .seconds(9), "Building 0 of 10 pages…"),
      (10, 10, .milliseconds(100), "Building 10 of 10 pages…"),
      (10, 10, .seconds(1), "Building 10 of 10 pages, 10 a second, 0 s left"),
      (12, 10, .seconds(1), "Building 10 of 10 pages, 10 a second, 0 s left"),
      (1, 1_000, .seconds(3), "Building 1 of 1,000 pages, 1 a second, 50 min left"),
      (1_234, 2_000, .seconds(1), "Building 1,234 of 2,000 pages, 1,200 a second, 1 s left"),
      (100, 9_100, .seconds(1), "Building 100 of 9,100 pages, 100 a second, 90 s left"),
      (100, 9_200, .seconds(1), "Building 100 of 9,200 pages, 100 a second, 2 min left"),
    ] as [(Int, Int, Duration, String)])
  func lines(done: Int, total: Int, elapsed: Duration, line: String) {
    #expect(pages(done, of: total).line(after: elapsed) == line)
  }

  @Test("tells how far the texts are once nothing else is waited for, and their pace since then")
  func texts() {
    let terminal = Terminal()
    let progress = IndexingProgress(terminal.progress)
    terminal.wait(.seconds(2))
    progress.begin(total: 2_000)
    for _ in 0..<1_200 { progress.countText() }
    #expect(terminal.drawn() == [])
    progress.show()
    #expect(terminal.drawn() == [Self.line + "Indexing 1,200 of 2,000 texts…"])
    for _ in 0..<399 { progress.countText() }
    terminal.wait(.seconds(1))
    progress.countText()
    #expect(
      terminal.drawn() == [Self.line + "Indexing 1,600 of 2,000 texts, 400 a second, 1 s left"])
    for _ in 0..<399 { progress.countText() }
    terminal.wait(.seconds(1))
    progress.countText()
    #expect(terminal.drawn() == [Self.line + "Indexing…"])
  }

  @Test("says nothing of texts that were indexed before")
  func noTexts() {
    let terminal = Terminal()
    let progress = IndexingProgress(terminal.progress)
    terminal.wait(.seconds(2))
    progress.show()
    #expect(terminal.drawn() == [])
  }

  @Test("counts what is read in bytes")
  func bytes() {
    let amount = ProgressAmount(
      phase: "Reading", done: 12_000_000, total: 112_000_000, unit: .bytes)
    #expect(
      amount.line(after: .seconds(1))
        == "Reading 12.0 MB of 112.0 MB, 12.0 MB a second, 9 s left")
  }
}

@Suite("Timings of a build")
struct TimingsTests {
  @Test("are its phases in their order, each with its share")
  func text() {
    var timings = Timings()
    timings.add(.milliseconds(1_000), to: .pages)
    timings.add(.milliseconds(1_236), to: .read)
    timings.add(.milliseconds(4), to: .plan)
    timings.add(.milliseconds(250), to: .pages)
    #expect(
      timings.text == """
        read       1.24 s   50 %
        plan       0.00 s    0 %
        pages      1.25 s   50 %
        total      2.49 s  100 %

        """)
  }

  @Test("are measured from one phase to the next")
  func measured() {
    let time = Mutex(Duration.seconds(7))
    var watch = Stopwatch(now: { time.withLock { $0 } })
    time.withLock { $0 += .seconds(2) }
    watch.lap(.read)
    watch.lap(.link)
    time.withLock { $0 += .seconds(5) }
    watch.lap(.pages)
    watch.move(.seconds(1), from: .pages, to: .write)
    #expect(
      watch.timings.durations
        == [.read: .seconds(2), .link: .zero, .pages: .seconds(4), .write: .seconds(1)])
  }

  @Test("are told in seconds, whatever they are")
  func seconds() {
    #expect(Timings.seconds(.seconds(1_234)) == "1,234.00")
    #expect(Timings.seconds(.microseconds(49_999)) == "0.05")
  }
}

@Suite("isnad build --timings")
struct TimingsCommandTests {
  @Test("tells the phases beside the result")
  func phases() async throws {
    let shop = try Workshop()
    try shop.makeSmallSite()
    let result = try await shop.isnad("build", "--timings")
    #expect(result.output.hasPrefix("Built "))
    let names = result.errors.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    #expect(
      names == ["compare", "read", "link", "plan", "rows", "pages", "write", "finish", "total"])
    let line = /[a-z]+ +[0-9,]+\.[0-9]{2} s +[0-9]+ %/
    #expect(result.errors.split(separator: "\n").allSatisfy { $0.wholeMatch(of: line) != nil })
    let quiet = try await shop.isnad("build", "--quiet", "--timings")
    #expect(quiet.output.isEmpty)
    #expect(quiet.errors.contains("total"))
  }

  @Test("nothing is drawn where there is no terminal")
  func piped() async throws {
    let shop = try Workshop()
    try shop.makeSmallSite()
    #expect(try await shop.isnad("build").errors.isEmpty)
  }
}
