import Foundation
import Testing

import Site

/// Pages as a reader reads them, beside what they are made from: `Tests/Fixtures/chains/content`
/// and `expected/`. `ISNAD_UPDATE=1` writes the expected texts anew, to be read before they are kept.
@Suite("Chains on their pages")
struct ChainPagesTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Fixtures/chains")
  private static let site = Task { try await TestSite(source: folder.path, workers: 2) }

  @Test(
    "A page reads as it is expected to",
    arguments: [
      // The wire and the statement, the minister and her spokesman: one body, one origin.
      "claims/bridge-closed",
      // Two papers that confirm each other, one that follows, one that denies.
      "claims/mill-burned", "ar/claims/mill-burned",
      // Chains that break, in an article without outlet and date.
      "claims/road-open",
      "claims", "sources", "sources/north", "sources/spokesman", "broken-chains",
      "broken-chains/unnamed", "broken-chains/uncarried", "broken-chains/originless",
      "ar/broken-chains/undated",
    ])
  func page(_ path: String) async throws {
    let site = try await Self.site.value
    let text = PageOutline(try site.page("\(path)/index.html")).text
    let file = Self.folder.appendingPathComponent(
      "expected/\(path.replacing("/", with: "-")).txt")
    if ProcessInfo.processInfo.environment["ISNAD_UPDATE"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(text == (try String(contentsOf: file, encoding: .utf8)))
  }

  @Test("The table of claims says who reports in a circle, and which reports may be the first")
  func table() async throws {
    let rows = try await Self.site.value.page("data/claims.csv").components(separatedBy: "\r\n")
    #expect(
      rows.map { $0.split(separator: ",", omittingEmptySubsequences: false).dropFirst(2) }
        .map { $0.joined(separator: ",") }.prefix(4) == [
          "origins,attributions,circles,earliest,path",
          "1,4,,n1,claims/bridge-closed/index.html",
          "2,4,north south,n2 s2,claims/mill-burned/index.html",
          "3,3,,x1,claims/road-open/index.html",
        ])
  }

  @Test("A claim with very many attributions shows the ways that it came, and where all are")
  func large() async throws {
    var lines: [String] = []
    for number in 0..<450 {
      let outlet = "p\(number % 3)"
      let entities =
        number > 0
        ? ""
        : ["ministry", "wire", "p0", "p1", "p2"].map {
          #"{"id": "\#($0)", "type": "organization", "names": {"en": "\#($0)"}}"#
        }.joined(separator: ", ")
      lines.append(
        #"{"article": {"id": "a\#(1000 + number)", "publisher": "\#(outlet)", "text": "It rains."}, "#
          + #""analysis": {"format": "isnad/1", "article": "a\#(1000 + number)", "#
          + #""entities": [\#(entities)], "attributions": [{"id": "a1", "content": {"exact": "It rains"}, "#
          + #""directness": "indirect", "claim": "rain", "chain": [{"source": "ministry"}, {"source": "wire"}]}]}}"#
      )
    }
    let site = try await TestSite(
      files: ["rain.jsonl": lines.joined(separator: "\n"), "site.yaml": "languages: [en]\n"])
    let page = try site.page("claims/rain/index.html")
    #expect(page.count(of: "<blockquote") == 3)
    #expect(page.contains("data-whole=\"../../claims/rain/attributions/index.html#attributions\""))
    #expect(page.contains("All: 450 attributions"))
    #expect(site.paths.contains("claims/rain/attributions/page/3/index.html"))
  }
}
