import Foundation
import Testing

/// Pagefind takes longer than all else that a build does. It is let work only where what it would make
/// may be another.
@Suite(
  "The index of the texts",
  .enabled(if: SearchTests.isInstalled, "PAGEFIND_BINARY_PATH names the program in make test"))
struct TextIndexTests {
  let shop: Workshop

  init() throws {
    shop = try Workshop()
    try shop.write("content/site.yaml", "title: {en: Report}\nlanguages: [en]\n")
    try writeArticle()
    try shop.write("content/articles/other.txt", "---\ntitle: Other\n---\nNothing of it.\n")
    try writePublisher("The Paper")
    try writePagefind()
  }

  private func writeArticle(
    title: String = "A call", published: String = "2019-05-14",
    text: String = "They spoke by phone."
  ) throws {
    try shop.write(
      "content/articles/call.txt",
      "---\ntitle: \(title)\nlang: en\npublisher: paper\npublished: \(published)\n---\n\(text)\n")
  }

  private func writePublisher(_ name: String) throws {
    try shop.write(
      "content/entities/paper.md",
      "---\ntype: organization\nkind: newspaper\nnames: {en: \(name)}\n---\n")
  }

  // MARK: Pagefind

  private var pagefind: String { shop.path + "/pagefind" }

  /// Pagefind itself, which is counted when it is let work.
  private func writePagefind(version: String = "") throws {
    let program = try #require(ProcessInfo.processInfo.environment["PAGEFIND_BINARY_PATH"])
    try shop.write(
      "pagefind",
      """
      #!/bin/sh
      if [ "$1" = --service ]; then echo >>'\(shop.path)/runs'; fi
      if [ "$1" = --version ]; then echo '\(version)'; fi
      exec '\(program)' "$@"

      """)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: pagefind)
  }

  private func build(_ arguments: String...) async throws -> Workshop.Result {
    try await shop.isnad(["build"] + arguments, environment: ["PAGEFIND_BINARY_PATH": pagefind])
  }

  /// Builds with an index, which is to be that of a build into an empty folder.
  ///
  /// - Returns: how often Pagefind was let work.
  private func runs() async throws -> Int {
    try shop.write("runs", "")
    let result = try await build("--search")
    #expect(result.status == 0, "\(result.errors)")
    let runs = try shop.text("runs").count
    #expect(try await build("--search", "--output", "whole").status == 0)
    #expect(try shop.tree("public") == shop.tree("whole"))
    #expect(shop.exists("public/pagefind/pagefind.js"))
    try FileManager.default.removeItem(atPath: shop.path + "/whole")
    return runs
  }

  // MARK: Tests

  @Test("is left as it is where nothing changed, or nothing that it is made from")
  func kept() async throws {
    #expect(try await runs() == 1)
    let again = try await build("--search")
    #expect(again.output.contains("(0 files written, "))
    #expect(try await runs() == 0)

    try shop.write("content/briefs/articles/call.md", "What they said.\n")
    #expect(try await runs() == 0)
    try shop.write(
      "content/analysis/call.json",
      """
      {"format": "isnad/1", "article": "call", "entities": [],
       "labels": [], "mentions": [{"entity": "paper", "target": {"exact": "They"}}]}
      """)
    #expect(try await runs() == 0)
    // All pages are made again.
    try shop.write("content/site.yaml", "title: {en: Another}\nlanguages: [en]\n")
    #expect(try await runs() == 0)
    // What a kept index leaves behind is kept as well.
    #expect(try await runs() == 0)
  }

  @Test("is made again where a text, or what is told of it, is another")
  func changed() async throws {
    #expect(try await runs() == 1)
    try writeArticle(text: "They met.")
    #expect(try await runs() == 1)
    try writeArticle(title: "A meeting", text: "They met.")
    #expect(try await runs() == 1)
    try writeArticle(title: "A meeting", published: "2019-05-15", text: "They met.")
    #expect(try await runs() == 1)
    try writePublisher("The Journal")
    #expect(try await runs() == 1)
    try shop.write("content/site.yaml", "title: {en: Report}\nlanguages: [en, ar]\n")
    #expect(try await runs() == 1)
    try shop.write("content/articles/third.txt", "---\ntitle: Third\n---\nMore.\n")
    #expect(try await runs() == 1)
    try FileManager.default.removeItem(atPath: shop.path + "/content/articles/other.txt")
    #expect(try await runs() == 1)
    #expect(try await runs() == 0)
  }

  @Test("is made again where its files are not as they were left, and by another Pagefind")
  func damaged() async throws {
    #expect(try await runs() == 1)
    try FileManager.default.removeItem(atPath: shop.path + "/public/pagefind/pagefind.js")
    #expect(try await runs() == 1)
    try shop.write("public/pagefind/pagefind-entry.json", "{}")
    #expect(try await runs() == 1)
    try writePagefind(version: "another")
    #expect(try await runs() == 1)
    try FileManager.default.removeItem(atPath: shop.path + "/public/.isnad/cache")
    #expect(try await runs() == 1)
    #expect(try await runs() == 0)
  }

  @Test("of a large report is several, of which only those are made again whose texts changed")
  func several() async throws {
    // Of the same few words, which Pagefind takes least time for.
    let years = 1_000..<3_300
    try shop.write(
      "content/bulk.jsonl",
      years.map { year in
        #"{"article":{"id":"b-\#(year)","title":"A","lang":"en","published":"\#(year)","text":"B."}}"#
          + "\n"
      }.joined())
    #expect(try await build("--search").status == 0)
    #expect(try shop.text("runs").count == 2)
    for further in ["", "2/"] {
      #expect(shop.exists("public/pagefind/\(further)pagefind-entry.json"))
      #expect(shop.exists("public/pagefind/\(further)pagefind.js") == further.isEmpty)
    }
    #expect(try shop.text("public/search/index.html").contains(#"pagefind.js#indexes=2""#))
    try FileManager.default.removeItem(atPath: shop.path + "/public/pagefind/2/pagefind-entry.json")
    try writeArticle(published: "1001")
    #expect(try await runs() == 2)
    try shop.write("content/articles/last.txt", "---\npublished: 4000\n---\nThe last.\n")
    #expect(try await runs() == 1)
    // A small one again.
    try FileManager.default.removeItem(atPath: shop.path + "/content/bulk.jsonl")
    #expect(try await runs() == 1)
    #expect(!shop.exists("public/pagefind/2"))
  }

  @Test("comes and goes as it is asked for")
  func unwanted() async throws {
    #expect(try await runs() == 1)
    #expect(try await build().status == 0)
    #expect(!shop.exists("public/pagefind"))
    #expect(try await runs() == 1)
  }
}
