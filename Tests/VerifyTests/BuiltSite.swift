import Corpus
import Diagnostics
import Evidence
import Foundation
import Output
import Site
import Testing

import Verify

/// A site on the disk, the content that it was built from, and what each of its files said when it
/// was built.
struct BuiltSite {
  let corpus: Corpus
  let folder: URL
  private let asBuilt: Reading

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
    let site = await SiteBuilder(
      Evidence(corpus), try TemplateFolder(folder: nil),
      SiteOptions(baseURL: corpus.site.baseURL, generator: "isnad"))
    try #require(!site.diagnostics.hasErrors)
    folder = Self.temporaryFolder()
    self.corpus = corpus
    let output = try DiskOutput(folder: folder.path)
    try await site.build(workers: 2) { try output.put($0, $1) }
    _ = try output.finish()
    let ground = Ground(
      corpus, SiteFiles(folder: folder.path), baseURL: corpus.site.baseURL)
    asBuilt = Reading(Self.verifier(corpus, folder), ground: ground)
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

  private init(corpus: Corpus, folder: URL, asBuilt: Reading) {
    self.corpus = corpus
    self.folder = folder
    self.asBuilt = asBuilt
  }

  /// The same site in a folder of its own, to be altered; its files are those of the other until they
  /// are replaced.
  func copy() throws -> BuiltSite {
    let copy = Self.temporaryFolder()
    for path in asBuilt.ground.files.paths {
      let file = copy.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.linkItem(at: folder.appendingPathComponent(path), to: file)
    }
    return BuiltSite(corpus: corpus, folder: copy, asBuilt: asBuilt)
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

  /// All that the verifier says of the site. Files that are as they were built are not read again,
  /// as long as no file came or went.
  func verify() async -> (diagnostics: [Diagnostic], tally: Tally) {
    let verifier = Self.verifier(corpus, folder)
    let files = SiteFiles(folder: folder.path)
    guard files.paths == asBuilt.ground.files.paths else {
      return await verifier.verify(workers: 2)
    }
    let ground = Ground(corpus, files, baseURL: corpus.site.baseURL)
    var findings = Findings()
    for number in files.paths.indices {
      let path = files.paths[number]
      let isAsBuilt = FileManager.default.contentsEqual(
        atPath: folder.appendingPathComponent(path).path,
        andPath: "\(asBuilt.ground.files.folder)/\(path)")
      findings.append(isAsBuilt ? asBuilt.findings[number] : verifier.read(number, ground))
    }
    return verifier.conclude(ground, findings)
  }

  private static func verifier(_ corpus: Corpus, _ folder: URL) -> Verifier {
    Verifier(corpus: corpus, folder: folder.path, name: "public", baseURL: corpus.site.baseURL)
  }

  private static func temporaryFolder() -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("isnad-\(UUID().uuidString)")
  }
}

/// What each file of a site says.
private struct Reading {
  let ground: Ground
  /// By the file's number.
  let findings: [Findings]

  init(_ verifier: Verifier, ground: Ground) {
    self.ground = ground
    findings = ground.files.paths.indices.map { verifier.read($0, ground) }
  }
}
