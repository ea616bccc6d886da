import Corpus
import Diagnostics
import Evidence
import Foundation
import Output
import Site
import Testing

@testable import Verify

/// A site on the disk, and the content that it was built from.
struct BuiltSite {
  let corpus: Corpus
  let folder: URL

  /// That of the demonstration content, built once for all tests.
  static let demo = Task { try await BuiltSite(source: Self.package.path) }

  static var package: URL {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  init(source: String) async throws {
    let (corpus, diagnostics) = await CorpusReader(
      source: source, includesDrafts: false, jobs: 2
    ).read()
    try #require(!diagnostics.hasErrors)
    let site = SiteBuilder(
      Evidence(corpus), try TemplateFolder(folder: nil),
      SiteOptions(baseURL: corpus.site.baseURL, generator: "isnad"))
    try #require(!site.diagnostics.hasErrors)
    folder = Self.temporaryFolder()
    self.corpus = corpus
    let output = try DiskOutput(folder: folder.path)
    try await site.build(workers: 2) { try output.put($0, $1) }
    _ = try output.finish()
  }

  /// One bulk file alone.
  init(bulk: URL, languages: String) async throws {
    let source = Self.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: source) }
    let content = source.appendingPathComponent("content")
    try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
    try FileManager.default.copyItem(at: bulk, to: content.appendingPathComponent("bulk.jsonl"))
    try "languages: \(languages)\n".write(
      to: content.appendingPathComponent("site.yaml"), atomically: true, encoding: .utf8)
    try await self.init(source: source.path)
  }

  private init(corpus: Corpus, folder: URL) {
    self.corpus = corpus
    self.folder = folder
  }

  /// The same site in a folder of its own, to be altered.
  func copy() throws -> BuiltSite {
    let copy = Self.temporaryFolder()
    try FileManager.default.copyItem(at: folder, to: copy)
    return BuiltSite(corpus: corpus, folder: copy)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  /// Replaces the first place of `old` behind `mark`.
  /// - Returns: the line of the change, from 1.
  @discardableResult
  func replace(
    _ old: String, _ new: String, after mark: String = "", in path: String
  ) throws -> Int {
    var text = try text(path)
    let start = mark.isEmpty ? text.startIndex : try #require(text.range(of: mark)).upperBound
    let found = try #require(text.range(of: old, range: start..<text.endIndex))
    let line = text[..<found.lowerBound].utf8.count { $0 == 0x0A } + 1
    text.replaceSubrange(found, with: new)
    try text.write(
      to: folder.appendingPathComponent(path), atomically: true, encoding: .utf8)
    return line
  }

  func verify() async -> (diagnostics: [Diagnostic], tally: Tally) {
    await Verifier(
      corpus: corpus, folder: folder.path, name: "public", baseURL: corpus.site.baseURL
    ).verify(workers: 2)
  }

  private static func temporaryFolder() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("isnad-\(UUID().uuidString)")
  }
}
