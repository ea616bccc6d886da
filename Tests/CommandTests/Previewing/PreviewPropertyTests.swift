import Corpus
import Diagnostics
import Evidence
import Fingerprint
import Foundation
import Testing

import Site
import isnad

/// Whatever is edited, a preview that reads and links no more than what changed shows what one would
/// that begins anew.
///
/// `ISNAD_SEEDS=100-299` draws other edits than those that are always drawn.
@Suite("A preview that follows")
struct PreviewPropertyTests {
  let shop: Workshop
  let source: SourceFolder
  let build: Build

  init() throws {
    shop = try Workshop()
    source = SourceFolder(path: shop.path + "/source")
    build = Build(
      try SourceOptions.parse(["--source", source.path]), try WorkOptions.parse(["--jobs", "2"]),
      baseURL: nil, isPreview: true)
  }

  @Test("shows the demo as if it were new, after each of some edits", arguments: seeds([3]))
  func demo(seed: UInt64) async throws {
    let project = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    try FileManager.default.createDirectory(atPath: source.path, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      atPath: project.path + "/content", toPath: source.path + "/content")
    try await check(seed: seed, steps: 8)
  }

  @Test("shows bulk files as if they were new, after each of some edits", arguments: seeds([4]))
  func bulk(seed: UInt64) async throws {
    try ManyArticles.write(into: source)
    try await check(seed: seed, steps: 6)
  }

  @Test(
    "puts nothing together again where only words changed",
    arguments: [
      ("\"title\":\"Article 7\"", "\"title\":\"Another\""),
      ("\"title\":\"Article 7\"", "\"title\":\"Another\",\"license\":\"CC0-1.0\""),
    ])
  func words(old: String, new: String) async throws {
    try ManyArticles.write(into: source)
    var preview = PreviewBuild(build)
    _ = await preview.update([.content, .templates], progress: nil)
    let before = try #require(preview.reading)
    let text = try source.text("content/a.jsonl")
    try source.write("content/a.jsonl", text.replacing(old, with: new))
    _ = await preview.update(.content, progress: nil)
    let after = try #require(preview.reading)
    guard case .values(let articles, let analyses) = after.change else {
      Issue.record("all was read again")
      return
    }
    #expect(articles.count == 1)
    #expect(analyses.count == 1)
    #expect(after.corpus.articles.count == before.corpus.articles.count)
    try await expectNew(preview, "\(new) for \(old)")
  }

  // MARK: Steps

  private static func seeds(_ usual: [UInt64]) -> [UInt64] { IncrementalPropertyTests.seeds(usual) }

  private func check(seed: UInt64, steps: Int) async throws {
    var edits = RandomEdits(of: source, seed: seed)
    var preview = PreviewBuild(build)
    _ = await preview.update([.content, .templates], progress: nil)
    try await expectNew(preview, "seed \(seed): nothing")
    var good = try source.state
    var followed = 0
    for step in 0..<steps {
      if step.isMultiple(of: 2) { preview.prepare() }
      let what = try edits.edit()
      let outcome = await preview.update([.content, .templates], progress: nil)
      try await expectNew(preview, "seed \(seed): \(what)")
      if case .values = preview.reading?.change { followed += 1 }
      if outcome.diagnostics.hasErrors {
        try source.restore(good)
      } else {
        good = try source.state
      }
    }
    // Others than the usual edits may all be of another kind.
    if ProcessInfo.processInfo.environment["ISNAD_SEEDS"] == nil { #expect(followed * 4 > steps) }
  }

  /// Compares with all that a preview shows which reads and links everything.
  private func expectNew(_ preview: PreviewBuild, _ what: String) async throws {
    let (corpus, diagnostics) = await build.read(nil, key: preview.key)
    #expect(preview.contentDiagnostics == diagnostics, "\(what)")
    let new = build.link(corpus, diagnostics, nil)
    let isShown = !preview.contentDiagnostics.hasErrors
    let mine = await fingerprints(isShown ? preview.shown?.builder : nil, preview.key)
    let all = await fingerprints(isShown ? await builder(new) : nil, preview.key)
    #expect(mine.map(\.address) == all.map(\.address), "\(what)")
    let other = zip(mine, all).filter { $0.fingerprint != $1.fingerprint }.map(\.0.address)
    #expect(other == [], "\(what)")
  }

  /// nil where the templates are in error.
  private func builder(_ evidence: Evidence) async -> SiteBuilder? {
    var faults: [Diagnostic] = []
    let builder = await build.builder(evidence, &faults)
    return faults.hasErrors ? nil : builder
  }

  /// Of all that each page is made from.
  private func fingerprints(
    _ builder: SiteBuilder?, _ key: FingerprintKey
  ) async -> [(address: String, fingerprint: Fingerprint)] {
    guard let builder else { return [] }
    let changes = await builder.changes(since: nil, key, workers: 1) { _ in false }
    return [("", changes.whole)] + Array(zip(changes.addresses, changes.fingerprints))
  }
}
