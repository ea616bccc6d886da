import Foundation
import Testing

import Site

/// Each folder of `Tests/Fixtures/evidence` has a `content/` in which one rule of the evidence decides
/// something, names in `pages.txt` the pages that show it, and has their text in `expected.txt`.
/// `ISNAD_UPDATE=1` writes those files anew, to be read before they are kept.
@Suite("Each rule of the evidence shows on its page")
struct EvidencePageTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/evidence").path

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test("The pages' text", arguments: names)
  func pages(name: String) async throws {
    let source = "\(Self.folder)/\(name)"
    let site = try await TestSite(source: source, workers: 2)
    let pages = try String(contentsOfFile: source + "/pages.txt", encoding: .utf8)
      .split(separator: "\n").map(String.init)
    #expect(!pages.isEmpty)
    let text = try pages.map { path in
      "== \(path)\n" + PageText(try part(path, of: site)).lines.map { $0 + "\n" }.joined()
    }.joined(separator: "\n")
    let file = source + "/expected.txt"
    if ProcessInfo.processInfo.environment["ISNAD_UPDATE"] == "1" {
      try text.write(toFile: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text == expected, "now it reads:\n\(text)")
  }

  /// A whole page, or the section of it whose heading has the id behind `#`.
  private func part(_ path: String, of site: TestSite) throws -> String {
    let parts = path.split(separator: "#").map(String.init)
    let page = try site.page(parts[0])
    guard parts.count == 2 else { return page }
    let section = page.components(separatedBy: "<section").dropFirst()
      .first { $0.contains(" id=\"\(parts[1])\"") }
    return "<section" + (try #require(section, "there is no section \(path)"))
  }
}
