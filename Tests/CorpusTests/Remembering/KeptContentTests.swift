import ByteCoding
import Diagnostics
import Fingerprint
import Foundation
import Testing

import Corpus

@Suite("What is kept of a corpus")
struct KeptContentTests {
  private let key = FingerprintKey(first: 1, second: 2)

  private func read(
    _ source: String, after kept: KeptContent? = nil
  ) async -> NotedReading {
    await CorpusReader(source: source, includesDrafts: false, jobs: 2)
      .read(after: kept, noting: key)
  }

  private func parts(
    _ reading: NotedReading, after last: [KeptPart] = []
  ) async throws -> [KeptPart] {
    try await KeptContent.parts(
      of: reading.corpus, reading.notes, after: last, reading.change, jobs: 2)
  }

  private static var sources: [String] {
    [Repository.root + "/Tests/Fixtures/valid/desk", Repository.root]
  }

  @Test("is read as it was written, with nothing lost", arguments: sources)
  func roundTrip(source: String) async throws {
    let reading = await read(source)
    let parts = try await parts(reading)
    let kept = try #require(await KeptContent(parts, jobs: 2))
    #expect(!kept.corpus.articles.isEmpty)
    #expect(kept.corpus.articles == reading.corpus.articles)
    #expect(kept.corpus.analyses == reading.corpus.analyses)
    #expect(kept.corpus.briefs == reading.corpus.briefs)
    #expect(kept.corpus.entityCards == reading.corpus.entityCards)
    #expect(kept.corpus.eventCards == reading.corpus.eventCards)
    #expect(kept.corpus.pages == reading.corpus.pages)
    // Values that are equal may differ in their bytes.
    let again = try await KeptContent.parts(of: kept.corpus, kept.notes)
    #expect(again.map(\.name) == parts.map(\.name))
    #expect(again.map(\.bytes) == parts.map(\.bytes))
  }

  @Test("tells whatever changed since from what did not, and which records are bound otherwise")
  func changes() async throws {
    let content = try TestContent([
      "bulk.jsonl": """
      {"article":{"id":"a","title":"A","lang":"en","text":"He said so."}}
      {"article":{"id":"b","title":"B","lang":"en","text":"She said so."}}

      """,
      "articles/c.txt": "---\ntitle: C\n---\nThey said so.\n",
      "analysis/c.json": """
      {"format":"isnad/1","article":"c","mentions":[],
       "entities":[{"id":"they","type":"group","names":{"en":"They"}}]}
      """,
      "pages/about.md": "---\ntitle: About\n---\nSee [them](entity:they).\n",
    ])
    let first = await read(content.source)
    #expect(first.diagnostics.isEmpty)
    #expect(first.change == .all)
    let kept = try #require(await KeptContent(try await parts(first), jobs: 1))

    let same = await read(content.source, after: kept)
    #expect(same.change == .values(articles: [], analyses: []))

    try content.write(
      Array(
        """
        {"article":{"id":"a","title":"A","lang":"en","text":"He said so."}}
        {"article":{"id":"b","title":"Another, and longer","lang":"en","text":"She said so."}}

        """.utf8), to: "bulk.jsonl")
    let retitled = await read(content.source, after: kept)
    #expect(retitled.change == .values(articles: [1], analyses: []))
    #expect(retitled.corpus.articles.map(\.title) == ["A", "Another, and longer", "C"])

    // The analysis is anchored again in the text that changed.
    try content.write(Array("---\ntitle: C\n---\nThey all said so.\n".utf8), to: "articles/c.txt")
    let reworded = await read(content.source, after: kept)
    #expect(reworded.change == .values(articles: [1, 2], analyses: [0]))

    try content.write(
      Array("---\ntitle: About\n---\nSee [them](entity:nobody).\n".utf8), to: "pages/about.md")
    let dangling = await read(content.source, after: kept)
    #expect(dangling.change == .all)
    #expect(dangling.diagnostics.map(\.id) == ["reference/unknown-entity"])
    #expect(dangling.notes == nil)
  }

  @Test("tells files apart whose names are two normal forms of one")
  func normalForms() async throws {
    let names = ["articles/\u{E9}.txt", "articles/e\u{301}.txt"]
    let content = try TestContent()
    for (number, name) in names.enumerated() {
      try content.write(Array("---\nid: a\(number)\n---\nWords \(number).\n".utf8), to: name)
    }
    let files = try FileManager.default.contentsOfDirectory(
      atPath: content.source + "/content/articles")
    // Some disks take both for one.
    guard files.count == 2 else { return }
    let kept = try #require(
      await KeptContent(try await parts(await read(content.source)), jobs: 1))
    try content.write(Array("---\nid: a1\n---\nOther words.\n".utf8), to: names[1])
    let edited = await read(content.source, after: kept)
    #expect(edited.change == .values(articles: [1], analyses: []))
    #expect(edited.corpus.articles.map(\.body.text) == ["Words 0.\n", "Other words.\n"])

    let reader = CorpusReader(source: content.source, includesDrafts: false, jobs: 2)
    let first = await reader.read(after: nil, key: key)
    #expect(first.corpus.articles.map(\.body.text) == ["Words 0.\n", "Other words.\n"])
    try content.write(Array("---\nid: a0\n---\nNew words.\n".utf8), to: names[0])
    let second = await reader.read(after: first, key: key)
    #expect(second.change == .values(articles: [0], analyses: []))
    #expect(second.corpus.articles.map(\.body.text) == ["New words.\n", "Other words.\n"])
  }

  @Test("writes only those parts again in which something changed")
  func reuse() async throws {
    let lines = (0..<600).map { number in
      #"{"article":{"id":"a\#(1000 + number)","title":"T","lang":"en","text":"He said so."}}"#
    }
    let content = try TestContent(["bulk.jsonl": lines.joined(separator: "\n")])
    let first = try await parts(await read(content.source))
    let kept = try #require(await KeptContent(first, jobs: 1))
    var edited = lines
    edited[300] = edited[300].replacing("\"T\"", with: "\"Other\"")
    try content.write(Array(edited.joined(separator: "\n").utf8), to: "bulk.jsonl")
    let reading = await read(content.source, after: kept)
    let second = try await parts(reading, after: first)
    let other = zip(first, second).filter { $0.bytes != $1.bytes }.map(\.0.name)
    #expect(other == ["notes", "articles 256"])
    let anew = try await KeptContent.parts(of: reading.corpus, reading.notes)
    #expect(second.map(\.bytes) == anew.map(\.bytes))
  }

  @Test("is known to be damaged by any bit of it, and no bytes whatever do harm")
  func damage() async throws {
    let parts = try await parts(await read(Self.sources[0]))
    var random = SystemRandomNumberGenerator()
    for _ in 0..<150 {
      var damaged = parts
      let number = Int.random(in: parts.indices, using: &random)
      var bytes = try #require(parts[number].bytes)
      bytes[Int.random(in: bytes.indices, using: &random)] ^=
        1 << UInt8.random(in: 0..<8, using: &random)
      damaged[number] = KeptPart(
        name: parts[number].name, checksum: parts[number].checksum, load: { [bytes] in bytes })
      #expect(await KeptContent(damaged, jobs: 1) == nil)
      // As if somebody had written it so.
      damaged[number] = KeptPart(name: parts[number].name, bytes: bytes)
      _ = await KeptContent(damaged, jobs: 1)
      damaged[number] = KeptPart(
        name: parts[number].name, bytes: Array(bytes.prefix(Int.random(in: 0..<bytes.count))))
      _ = await KeptContent(damaged, jobs: 1)
    }
  }
}
