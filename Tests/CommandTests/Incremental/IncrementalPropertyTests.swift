import Diagnostics
import Corpus
import Foundation
import Testing

import isnad

/// Whatever is edited, a build over the last one leaves what a build into an empty folder makes.
///
/// `ISNAD_SEEDS=100-299` draws other edits than those that are always drawn.
@Suite("A build over the last one", .serialized)
struct IncrementalPropertyTests {
  let shop: Workshop
  let source: SourceFolder

  init() throws {
    shop = try Workshop()
    source = SourceFolder(path: shop.path + "/source")
  }

  static func seeds(_ usual: [UInt64]) -> [UInt64] {
    let bounds = ProcessInfo.processInfo.environment["ISNAD_SEEDS"]?.split(separator: "-")
      .compactMap { UInt64($0) }
    guard let bounds, bounds.count == 2, bounds[0] <= bounds[1] else { return usual }
    return Array(bounds[0]...bounds[1])
  }

  @Test(
    "of the demo is the same as a build of all, after each of some edits", arguments: seeds([1]))
  func demo(seed: UInt64) async throws {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    try FileManager.default.createDirectory(
      atPath: source.path, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: project.path + "/content", toPath: source.path + "/content")
    try await check(seed: seed, steps: 3)
  }

  @Test(
    "of long lists is the same as a build of all, after each of some edits", arguments: seeds([2]))
  func longLists(seed: UInt64) async throws {
    try ManyArticles.write(into: source)
    try await check(seed: seed, steps: 3)
  }

  @Test("makes few pages where one title was changed")
  func oneEdit() async throws {
    try ManyArticles.write(into: source)
    let first = try #require(try await build(into: "public").made)
    #expect(first.jobs == first.ledger.entries.count)
    let text = try source.text("content/a.jsonl")
    try source.write(
      "content/a.jsonl", text.replacing("\"title\":\"Article 7\"", with: "\"title\":\"Another\""))
    let second = try await build(into: "public")
    let made = try #require(second.made)
    #expect(made.jobs > 0)
    #expect(made.jobs * 4 < made.ledger.entries.count)
    #expect(made.change == .values(articles: [33], analyses: [33]))
    try await expectSame(second, "the title of article 7")
  }

  @Test("makes few pages for a new article of a new day")
  func oneArticle() async throws {
    try ManyArticles.write(into: source)
    #expect(try await build(into: "public").made != nil)
    // The second over what was kept of the first.
    for day in 1...2 {
      try ManyArticles.writeOneMore(into: source, day: day)
      let outcome = try await build(into: "public")
      let made = try #require(outcome.made)
      #expect(made.jobs * 2 < made.ledger.entries.count, "\(made.jobs)")
      var growth = CorpusChange.Growth()
      (growth.newArticles, growth.newAnalyses) = ([35 + day], [35 + day])
      #expect(made.change == .grown(growth))
      try await expectSame(outcome, "the article of day \(day)")
    }
  }

  // MARK: Steps

  private func check(seed: UInt64, steps: Int) async throws {
    var edits = RandomEdits(of: source, seed: seed)
    var done = try await build(into: "public")
    try #require(done.summary != nil, "\(done.diagnostics.first?.message ?? "")")
    var good = try source.state
    for _ in 0..<steps {
      let what = try (0..<3).map { _ in try edits.edit() }.joined(separator: "; ")
      done = try await build(into: "public")
      try await expectSame(done, "seed \(seed): \(what)")
      if done.summary == nil {
        try source.restore(good)
      } else {
        good = try source.state
      }
    }
    done = try await build(into: "public")
    try await expectSame(done, "seed \(seed): what was good last")
    #expect(try await build(into: "public").made == nil, "nothing is left to make")
  }

  /// Compares with a build of all.
  private func expectSame(_ outcome: Build.Outcome, _ what: String) async throws {
    let whole = try await build(into: "whole")
    #expect(outcome.diagnostics == whole.diagnostics, "\(what)")
    #expect((outcome.summary == nil) == (whole.summary == nil), "\(what)")
    guard let summary = outcome.summary else { return }
    #expect(outcome.pages == whole.pages, "\(what)")
    #expect(summary.bytes == whole.summary?.bytes, "\(what)")
    let (mine, all) = (try shop.tree("public"), try shop.tree("whole"))
    #expect(mine.keys.sorted() == all.keys.sorted(), "\(what)")
    let other = all.keys.filter { mine[$0] != all[$0] }.sorted()
    #expect(other == [], "\(what)")
    try FileManager.default.removeItem(atPath: shop.path + "/whole")
  }

  private func build(into output: String) async throws -> Build.Outcome {
    let build = Build(
      try SourceOptions.parse(["--source", source.path]), try WorkOptions.parse(["--jobs", "2"]),
      baseURL: nil)
    return await IncrementalBuild(
      build: build, output: shop.path + "/" + output, outputName: output, isForced: false
    ).run()
  }
}
