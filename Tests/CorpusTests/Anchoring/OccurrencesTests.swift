import TestSupport
import Testing

import Corpus

@Suite struct `Searching every occurrence` {
  private func naive(_ wanted: [UInt8], in text: [UInt8]) -> [Int] {
    guard !wanted.isEmpty, wanted.count <= text.count else { return [] }
    return (0...text.count - wanted.count).filter { text[$0...].starts(with: wanted) }
  }

  @Test func `finds what a plain search finds, in texts of few letters`() {
    var random = SplitMix(seed: 2)
    for round in 0..<6_000 {
      let letters = UInt64(1 + round % 4)
      func letter() -> UInt8 { UInt8(97 + random.next() % letters) }
      let text = (0..<Int(random.next() % 200)).map { _ in letter() }
      let wanted = (0..<Int(random.next() % 9)).map { _ in letter() }
      guard Occurrences.of(wanted, in: text) == naive(wanted, in: text) else {
        let (needle, hay) = (
          String(decoding: wanted, as: UTF8.self), String(decoding: text, as: UTF8.self)
        )
        Issue.record("\(needle) in \(hay)")
        return
      }
    }
  }

  @Test func `finds what a plain search finds after it has changed its way`() {
    // Long runs exhaust the work that skipping may do.
    let run = [UInt8](repeating: 97, count: 3_000)
    let text = run + [98] + run + [98, 99] + run
    for wanted in [Array(run.prefix(700)), run + [98], run.prefix(500) + [98, 99], [98] + run] {
      #expect(Occurrences.of(wanted, in: text) == naive(wanted, in: text))
    }
  }

  @Test func `counts overlapping ones`() {
    #expect(Occurrences.of(Array("ana".utf8), in: Array("banana".utf8)) == [1, 3])
    #expect(Occurrences.of(Array("aa".utf8), in: Array("aaaa".utf8)) == [0, 1, 2])
  }

  /// Each would be 2.5e11 steps for a search that takes the product of the two lengths.
  @Test(arguments: ["aaaa…", "aaaa…b", "baaaa…", "aaaa…baaaa…"])
  func `in a megabyte of one letter takes no square of it`(_ shape: String) {
    let text = [UInt8](repeating: 97, count: 1 << 20)
    let half = [UInt8](repeating: 97, count: 1 << 19)
    let wanted: [UInt8] =
      switch shape {
      case "aaaa…": half
      case "aaaa…b": half + [98]
      case "baaaa…": [98] + half
      default: half.prefix(1 << 18) + [98] + half.prefix(1 << 18)
      }
    let time = ContinuousClock().measure {
      #expect(Occurrences.of(wanted, in: text).count == (shape == "aaaa…" ? (1 << 19) + 1 : 0))
    }
    #expect(time < .seconds(20))
  }
}
