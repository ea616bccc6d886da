import Corpus
import Diagnostics
import Evidence
import Foundation
import Output
import Testing

import Site

/// A site built in memory from a source folder or from one bulk file.
struct TestSite {
  let evidence: Evidence
  private let files: [String: [UInt8]]

  /// - Parameters:
  ///   - bulk: the path of a `.jsonl` file.
  ///   - languages: for `site.yaml`, in YAML.
  init(bulk: String, languages: String) async throws {
    try await self.init(
      files: ["site.yaml": "languages: \(languages)\n"], bulk: bulk, workers: 2)
  }

  /// - Parameters:
  ///   - files: by their path in `content/`.
  ///   - templates: by their path in `templates/`.
  init(
    files: [String: String], templates: [String: String] = [:], bulk: String? = nil,
    workers: Int = 2, baseURL: String? = nil
  ) async throws {
    let source = FileManager.default.temporaryDirectory
      .appendingPathComponent("isnad-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: source) }
    let all =
      files.map { ("content/" + $0.key, $0.value) }
      + templates.map { ("templates/" + $0.key, $0.value) }
    for (path, text) in all {
      let file = source.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    if let bulk {
      try FileManager.default.copyItem(
        atPath: bulk, toPath: source.appendingPathComponent("content/bulk.jsonl").path)
    }
    try await self.init(source: source.path, workers: workers, baseURL: baseURL)
  }

  init(source: String, workers: Int, baseURL: String? = nil) async throws {
    let read = await CorpusReader(source: source, includesDrafts: false, jobs: workers).read()
    evidence = Evidence(read.corpus)
    let site = await SiteBuilder(
      evidence, try TemplateFolder(folder: source + "/templates"),
      SiteOptions(baseURL: baseURL ?? read.corpus.site.baseURL, generator: "isnad test"))
    let faults = (read.diagnostics + site.diagnostics).filter { $0.severity == .error }
    if !faults.isEmpty { throw Faults(text: ConsoleFormat(hasColor: false).text(faults)) }
    let output = MemoryOutput()
    try await site.build(workers: workers) { try output.put($0, $1) }
    files = output.files
  }

  /// The input has errors.
  struct Faults: Error, Equatable {
    let text: String
  }

  var paths: [String] { files.keys.sorted() }
  var contents: [String: [UInt8]] { files }

  func page(_ path: String) throws -> String {
    String(decoding: try #require(files[path], "there is no \(path)"), as: UTF8.self)
  }

  /// The numbers of the first list of figures of a page, without markup.
  func figures(_ path: String) -> [String] {
    guard let page = files[path].map({ String(decoding: $0, as: UTF8.self) }),
      let list = page.between("<dl class=\"figures\">", "</dl>")
    else { return [] }
    return list.components(separatedBy: "<dd").dropFirst().map { part in
      (part.between(">", "</dd>") ?? "").replacing(#/<[^>]*>/#, with: "")
    }
  }
}

extension String {
  func between(_ start: String, _ end: String) -> String? {
    guard let from = range(of: start),
      let to = range(of: end, range: from.upperBound..<endIndex)
    else { return nil }
    return String(self[from.upperBound..<to.lowerBound])
  }

  func count(of part: String) -> Int { components(separatedBy: part).count - 1 }

  /// The section with a heading, up to its end.
  func section(_ heading: String) -> String? {
    components(separatedBy: "<section").first { $0.contains("\(heading)</h2>") }
  }

  /// The row of a speaker in the table of cues.
  func speaker(_ name: String) -> String? {
    between("<table class=\"speakers\">", "</table>")?
      .components(separatedBy: "<tr>").first { $0.contains(">\(name)</bdi>") }
  }
}
