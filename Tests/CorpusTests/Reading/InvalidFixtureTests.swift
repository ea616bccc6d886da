import Diagnostics
import Foundation
import Testing

import Corpus

/// Each folder of `Tests/Fixtures/invalid` has a `content/` that is wrong, and in `expected.txt` what
/// the console says of it. `ISNAD_UPDATE=1` writes those files anew, to be read before they are kept.
@Suite("What is wrong is told exactly")
struct InvalidFixtureTests {
  private static let folder = Repository.root + "/Tests/Fixtures/invalid"

  private static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test("There are enough of them")
  func count() {
    #expect(Self.names.count >= 65)
  }

  @Test("The console text, by one worker and by four", arguments: names)
  func console(name: String) async throws {
    let source = "\(Self.folder)/\(name)"
    let alone = await text(source, jobs: 1)
    #expect(await text(source, jobs: 4) == alone)
    let file = source + "/expected.txt"
    if ProcessInfo.processInfo.environment["ISNAD_UPDATE"] == "1" {
      try alone.write(toFile: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOfFile: file, encoding: .utf8)
    #expect(!expected.isEmpty)
    let isSame = alone.utf8.elementsEqual(expected.utf8)
    #expect(isSame, "now it says:\n\(alone)")
  }

  private func text(_ source: String, jobs: Int) async -> String {
    let reader = CorpusReader(source: source, includesDrafts: false, jobs: jobs)
    return ConsoleFormat(hasColor: false).text(await reader.read().diagnostics)
  }
}
