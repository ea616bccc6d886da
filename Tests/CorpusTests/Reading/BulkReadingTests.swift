import Diagnostics
import Foundation
import Synchronization
import Testing

import Corpus

@Suite("Bulk files of any size are read line by line")
struct BulkReadingTests {
  private func line(_ id: Int, words: Int, fault: Bool = false) -> String {
    let text = Array(repeating: "كلمة", count: words).joined(separator: " ")
    let key = fault ? "txet" : "tags"
    let title = #""title": "T", "\#(key)": []"#
    return #"{"article": {"id": "a\#(id)", \#(title), "text": "\#(text)"}, "analysis": "#
      + #"{"format": "isnad/1", "article": "a\#(id)", "mentions": "#
      + #"[{"entity": "desk", "target": {"exact": "كلمة", "start": 0}}], "#
      + #""entities": [{"id": "desk", "type": "organization", "names": {"ar": "المكتب"}}]}}"#
  }

  @Test("Lines across batches, and one longer than several of them", arguments: [1, 4])
  func batches(jobs: Int) async throws {
    var lines = (0..<3_000).map { line($0, words: 40, fault: $0 == 2_345) }
    lines[1_500] = line(1_500, words: 400_000)
    let content = try TestContent(["big.jsonl": lines.joined(separator: "\n")])
    let (corpus, diagnostics) = await content.read(jobs: jobs)
    #expect(corpus.articles.count == 3_000)
    #expect(corpus.analyses.count == 3_000)
    #expect(corpus.articles.map(\.body.text.utf8.count).max() == 400_000 * 9 - 1)
    #expect(diagnostics.map(\.place?.line) == [2_346])
    #expect(diagnostics.map(\.id) == ["format/unknown-key"])
    let origins = Set(corpus.articles.map(\.origin.line))
    #expect(origins == Set(1...3_000))
  }

  @Test("The corpus is the same whatever the jobs")
  func determinism() async throws {
    let content = try TestContent()
    for file in 0..<8 {
      let lines = (0..<400).map { line(file * 1_000 + $0, words: 30, fault: $0 % 97 == 0) }
      try content.write(Array(lines.joined(separator: "\n").utf8), to: "part-\(file).jsonl")
    }
    let alone = await content.read(jobs: 1)
    for jobs in [2, 3, 7] {
      let other = await content.read(jobs: jobs)
      #expect(other.corpus.articles == alone.corpus.articles)
      #expect(other.corpus.analyses == alone.corpus.analyses)
      #expect(other.diagnostics == alone.diagnostics)
    }
  }

  @Test("An article of a bulk file may have its analysis in a file")
  func split() async throws {
    let content = try TestContent([
      "wire.jsonl": #"{"article": {"id": "a", "text": "نص قصير"}}"#,
      "analysis/a.json": """
      {"format": "isnad/1", "article": "a",
       "entities": [{"id": "x", "type": "other", "names": {"ar": "س"}}],
       "mentions": [{"entity": "x", "target": {"exact": "قصير"}}]}
      """,
    ])
    let (corpus, diagnostics) = await content.read()
    #expect(diagnostics.isEmpty)
    #expect(corpus.analyses.first?.mentions.first?.target.first.codePoints == 3..<7)
  }

  @Test("Progress ends with everything")
  func progress() async throws {
    let content = try TestContent(["a.jsonl": line(1, words: 9), "articles/b.txt": "x\n"])
    let told = Told()
    _ = await CorpusReader(source: content.source, includesDrafts: false, jobs: 2)
      .read { done, total in told.add(done, total) }
    #expect(told.last?.done == told.last?.total)
    #expect((told.last?.total ?? 0) > 0)
  }

  @Test("A file whose name is not UTF-8 is told, and does not stop the others")
  func names() async throws {
    let content = try TestContent(["articles/a.txt": "x\n"])
    let path =
      Array("\(content.source)/content/articles/".utf8) + [0xC7, 0xE1] + Array(".txt".utf8)
    let file = (path + [0]).withUnsafeBytes { name in
      name.bindMemory(to: CChar.self).baseAddress.flatMap { fopen($0, "w") }
    }
    #expect(file.map { fclose($0) } == 0)
    let (corpus, diagnostics) = await content.read()
    #expect(diagnostics.map(\.id) == ["content/bad-name"])
    #expect(corpus.articles.map(\.id) == ["a"])
  }
}

private final class Told: Sendable {
  private let values = Mutex<[(done: Int, total: Int)]>([])

  func add(_ done: Int, _ total: Int) { values.withLock { $0.append((done, total)) } }

  var last: (done: Int, total: Int)? { values.withLock { $0.last } }
}
