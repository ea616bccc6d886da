import Foundation
import Testing

@Suite("The walk-through in the README")
struct ReadmeTests {
  let shop: Workshop
  let article: String
  let analysis: String
  let complaint: String

  init() throws {
    shop = try Workshop()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let blocks = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
      .components(separatedBy: "```")
    func block(_ start: String) throws -> String {
      let block = try #require(
        blocks.first { $0.hasPrefix(start) }, "\(start) is not in the README")
      return String(block.drop { $0 != "\n" }.dropFirst())
    }
    article = try block("\n---\ntitle:")
    analysis = try block("json\n")
    complaint = try block("\nerror[")
    try shop.write("report/content/articles/2024-03-05-library.txt", article)
  }

  @Test("makes a site, without a warning")
  func builds() async throws {
    try shop.write("report/content/analysis/2024-03-05-library.json", analysis)
    let result = try await shop.isnad("build", "--source", "report")
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(shop.exists("report/public/claims/library-opens-on-sundays/index.html"))
  }

  @Test("shows the error as it is shown")
  func complains() async throws {
    try shop.write(
      "report/content/analysis/2024-03-05-library.json",
      analysis.replacing("\"source\": \"city-council\"", with: "\"source\": \"city-counsil\""))
    let result = try await shop.isnad("build", "--source", "report")
    #expect(result.errors == complaint + "\n1 error\n")
  }
}
