import Diagnostics
import Foundation
import TestSupport
import Testing

import Corpus

@Suite("No input whatever stops the reader")
struct MutationTests {
  private static let folder = Repository.root + "/Tests/Fixtures/valid/desk/content"

  private static let files: [String] = {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.contains(".") && !$0.hasPrefix(".") }.sorted()
  }()

  @Test("A whole corpus with bytes changed at random is read, and every fault has a place")
  func mutations() async throws {
    #expect(Self.files.count > 10)
    let content = try TestContent()
    var originals: [String: [UInt8]] = [:]
    for file in Self.files {
      let bytes = try Array(Data(contentsOf: URL(fileURLWithPath: "\(Self.folder)/\(file)")))
      originals[file] = bytes
      try content.write(bytes, to: file)
    }
    var random = SplitMix(seed: 2019)
    var faults = 0
    for _ in 0..<150 {
      let file = try #require(Self.files.randomElement(using: &random))
      let original = originals[file] ?? []
      try content.write(changed(original, &random), to: file)
      let (_, diagnostics) = await content.read(jobs: 2)
      for diagnostic in diagnostics {
        faults += 1
        #expect(diagnostic.place != nil, "\(diagnostic)")
        #expect(diagnostic.message.last != ".")
      }
      try content.write(original, to: file)
    }
    #expect(faults > 50)
  }

  @Test("Any range of any bytes has a place, on whole code points")
  func places() {
    var random = SplitMix(seed: 5)
    let seed = Array("أ\r\nب\u{64E}c\n\n😀x\r\n".utf8)
    for _ in 0..<2_000 {
      let bytes = changed(seed, &random)
      let text = SourceText(file: "x", bytes: bytes, firstLine: 3)
      for start in 0...bytes.count {
        let place = text.place(of: start..<start + Int.random(in: 0...3, using: &random))
        #expect(place.line == 3 + bytes[..<start].count { $0 == 0x0A })
      }
    }
    let text = SourceText(file: "x", bytes: Array("اب\r\nت".utf8))
    #expect(text.place(of: 1..<2).marked == 0..<1)
    #expect(text.place(of: 1..<3).marked == 0..<2)
    #expect(text.place(of: 5..<6) == text.place(of: 4..<5))
  }

  /// A piece taken out, doubled or replaced by other bytes, of which some are no UTF-8.
  private func changed(_ original: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let start = Int.random(in: 0..<bytes.count, using: &random)
      let end = min(start + Int.random(in: 1...12, using: &random), bytes.count)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.removeSubrange(start..<end)
      case 1: bytes.insert(contentsOf: bytes[start..<end], at: start)
      case 2: bytes[start] = UInt8.random(in: 0...255, using: &random)
      default:
        let words = [
          "\"", "null", "[]", "{}", "-1", "9999999999999999999", "\n---\n", "\r\n", "..", ": ", "ـ",
        ]
        bytes.replaceSubrange(start..<end, with: (words.randomElement(using: &random) ?? "").utf8)
      }
    }
    return bytes
  }
}
