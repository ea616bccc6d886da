import Diagnostics
import Foundation
import Output
import TestSupport
import Testing

import isnad

/// What a build keeps for the next may be gone or damaged, and the site altered by hand: nothing of it
/// does any harm.
@Suite("What a build keeps for the next")
struct CacheTests {
  let shop: Workshop

  init() throws {
    shop = try Workshop()
    try shop.write("content/site.yaml", "title: {en: Report}\n")
    for name in ["one", "two", "three"] {
      try shop.write("content/articles/\(name).txt", "---\ntitle: \(name)\n---\nSomething.\n")
    }
    try shop.write("content/articles/draft.txt", "---\ndraft: true\n---\nNot yet.\n")
    try shop.write("content/notes.doc", "of no use here")
  }

  private var cache: String { shop.path + "/public/.isnad/cache" }

  private var cacheBytes: [UInt8] {
    get throws { Array(try Data(contentsOf: URL(fileURLWithPath: cache))) }
  }

  private func build(
    into output: String = "public", baseURL: String? = nil, _ arguments: [String] = []
  ) async throws -> Build.Outcome {
    let build = Build(
      try SourceOptions.parse(["--source", shop.path]),
      try WorkOptions.parse(["--jobs", "2"] + arguments), baseURL: baseURL)
    return await IncrementalBuild(
      build: build, output: shop.path + "/" + output, outputName: output, isForced: false
    ).run()
  }

  /// Whether the site is the one that a build into an empty folder makes on the same terms.
  private func expectWhole(baseURL: String? = nil, _ arguments: [String] = []) async throws {
    _ = try await build(into: "whole", baseURL: baseURL, arguments)
    #expect(try shop.tree("public") == shop.tree("whole"))
    try FileManager.default.removeItem(atPath: shop.path + "/whole")
  }

  @Test("lets nothing be made, and says the same, where nothing changed")
  func nothing() async throws {
    let first = try await build()
    #expect(first.diagnostics.map(\.id) == ["content/unknown-file"])
    let made = try #require(first.made)
    #expect(made.jobs == made.ledger.entries.count)
    let summary = try #require(first.summary)
    let second = try await build()
    #expect(second.made == nil)
    #expect(second.diagnostics == first.diagnostics)
    #expect(second.pages == first.pages)
    #expect(
      second.summary == OutputSummary(unchanged: summary.written, bytes: summary.bytes))
  }

  @Test("is of no weight when it is gone, cut short, or of another program")
  func damage() async throws {
    let jobs = try #require(try await build().made).jobs
    let whole = try cacheBytes
    var other = try #require(BuildCache(bytes: whole))
    other.terms.tool += "0"
    for bytes in [nil, [], Array(whole.dropLast()), Array(whole.prefix(40)), other.encoded] {
      try FileManager.default.removeItem(atPath: cache)
      if let bytes { try Data(bytes).write(to: URL(fileURLWithPath: cache)) }
      let outcome = try await build()
      #expect(outcome.made?.jobs == jobs)
      #expect(outcome.summary?.written == 0)
      #expect(BuildCache(bytes: try cacheBytes) != nil)
    }
    try await expectWhole()
  }

  private var content: URL { URL(fileURLWithPath: shop.path + "/public/.isnad/content") }

  /// The file of a part of the content, by what its name begins with.
  private func part(_ name: String) throws -> URL {
    let folder = shop.path + "/public/.isnad/parts"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    let found = try #require(names.first { $0.hasPrefix(name) })
    return URL(fileURLWithPath: folder + "/" + found)
  }

  @Test("is of no weight when what was kept of the content is gone, cut short, or damaged")
  func damagedContent() async throws {
    _ = try await build()
    var number = 0
    for name in [nil, "notes", "articles", "texts", "evidence-links"] {
      for damage in 0..<5 {
        let file = try name.map(part) ?? content
        let whole = try Data(contentsOf: file)
        var turned = whole
        turned[whole.count - 1] ^= 1
        let bytes = [nil, Data(), whole.dropLast(), whole.prefix(whole.count / 2), turned][damage]
        try FileManager.default.removeItem(at: file)
        if let bytes { try bytes.write(to: file) }
        number += 1
        try shop.write("content/articles/one.txt", "---\ntitle: one\n---\nNumber \(number).\n")
        let change = try await build().made?.change
        // The evidence is put together of the content, which is not damaged.
        let isKnown = name == "evidence-links"
        #expect(change == (isKnown ? .values(articles: [0], analyses: []) : .all))
        try await expectWhole()
      }
    }
    try shop.write("content/articles/one.txt", "---\ntitle: one\n---\nOther words.\n")
    let followed = try await build()
    #expect(followed.made?.change == .values(articles: [0], analyses: []))
    #expect(followed.diagnostics.map(\.id) == ["content/unknown-file"])
    try await expectWhole()
  }

  @Test("writes the parts of the content that changed, and removes no file but theirs")
  func parts() async throws {
    let folder = shop.path + "/public/.isnad/parts"
    func names() throws -> Set<String> {
      Set(try FileManager.default.contentsOfDirectory(atPath: folder))
    }
    _ = try await build()
    let first = try names()
    // A build that was killed left the second; the others are somebody's.
    let killed = "articles-0-" + String(repeating: "0", count: 32) + ".new"
    let foreign: Set = ["notes.txt", "a.new", "notes-0"]
    for name in foreign.union([killed]) {
      try shop.write("public/.isnad/parts/\(name)", "words")
    }
    try shop.write("content/articles/one.txt", "---\ntitle: one\n---\nOther words.\n")
    _ = try await build()
    let second = try names()
    #expect(second.subtracting(first).subtracting(foreign).count == 2)
    #expect(second.count == first.count + foreign.count)
    #expect(
      Set(second.subtracting(first).map { String($0.prefix { $0 != "-" }) })
        == ["notes", "articles", "notes.txt", "a.new"])
    #expect(foreign.isSubset(of: second))
    try await expectWhole()
  }

  @Test("keeps nothing of the content behind a link")
  func linkedParts() async throws {
    _ = try await build()
    let folder = shop.path + "/public/.isnad/parts"
    let away = shop.path + "/away"
    try FileManager.default.moveItem(atPath: folder, toPath: away)
    try FileManager.default.createSymbolicLink(atPath: folder, withDestinationPath: away)
    let before = try FileManager.default.contentsOfDirectory(atPath: away).sorted()
    try shop.write("content/articles/one.txt", "---\ntitle: one\n---\nOther words.\n")
    #expect(try await build().made?.change == .all)
    #expect(try FileManager.default.contentsOfDirectory(atPath: away).sorted() == before)
    try await expectWhole()
  }

  @Test("is read by its owner alone")
  func permissions() async throws {
    _ = try await build()
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    for file in [cache, content.path, try part("articles").path] {
      #expect(try mode(file) == 0o600)
    }
    #expect(try mode(shop.path + "/public/.isnad/parts") == 0o700)
  }

  @Test("is known to be damaged by any bit of it")
  func bits() async throws {
    _ = try await build()
    let whole = try cacheBytes
    let cache = try #require(BuildCache(bytes: whole))
    #expect(BuildCache(bytes: cache.encoded) == cache)
    var random = SplitMix(seed: 5)
    for _ in 0..<200 {
      var bytes = whole
      bytes[Int.random(in: bytes.indices, using: &random)] ^=
        1
        << UInt8.random(
          in: 0..<8, using: &random)
      #expect(BuildCache(bytes: bytes) == nil)
    }
  }

  @Test("does not hide that a file of the site was altered, or is gone")
  func altered() async throws {
    _ = try await build()
    let before = try shop.tree("public")
    try shop.write("public/articles/one/index.html", "mine")
    try FileManager.default.removeItem(atPath: shop.path + "/public/articles/two/brief.md")
    let outcome = try await build()
    #expect(outcome.made?.jobs == 2)
    #expect(outcome.summary?.written == 2)
    #expect(try shop.tree("public") == before)
  }

  @Test("does not hide a link in the place of a folder of the site")
  func linked() async throws {
    _ = try await build()
    let folder = shop.path + "/public/articles/one"
    try FileManager.default.moveItem(atPath: folder, toPath: shop.path + "/elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: folder, withDestinationPath: shop.path + "/elsewhere")
    #expect(try await build().diagnostics.contains { $0.id == "output/foreign-folder" })
  }

  @Test("does not make foreign files ours")
  func foreign() async throws {
    _ = try await build()
    try FileManager.default.removeItem(atPath: shop.path + "/public/.isnad/manifest")
    #expect(try await build().diagnostics.contains { $0.id == "output/foreign-file" })
  }

  @Test("holds on its own terms only: an address, drafts")
  func terms() async throws {
    _ = try await build()
    let address = "https://example.org/report/"
    _ = try await build(baseURL: address)
    try await expectWhole(baseURL: address)
    _ = try await build(["--drafts"])
    #expect(shop.exists("public/articles/draft/index.html"))
    try await expectWhole(["--drafts"])
    _ = try await build()
    #expect(!shop.exists("public/articles/draft/index.html"))
    try await expectWhole()
  }

  @Test("outlasts a build with errors")
  func errors() async throws {
    _ = try await build()
    let good = try shop.text("content/articles/one.txt")
    try shop.write("content/articles/one.txt", "---\ntitel: one\n---\nSomething.\n")
    let bad = try await build()
    #expect(bad.summary == nil)
    #expect(bad.diagnostics.contains { $0.id == "content/unknown-file" })
    try shop.write("content/articles/one.txt", good)
    let again = try await build()
    #expect(again.made == nil)
    #expect(again.diagnostics.map(\.id) == ["content/unknown-file"])
    try await expectWhole()
  }

  @Test("tells files by what is in them where their times say nothing")
  func times() async throws {
    _ = try await build()
    let file = shop.path + "/content/articles/one.txt"
    let time = try #require(
      try FileManager.default.attributesOfItem(atPath: file)[.modificationDate] as? Date)
    // Written in place, to the same length.
    let handle = try #require(FileHandle(forWritingAtPath: file))
    try handle.write(contentsOf: Data("---\ntitle: ONE\n".utf8))
    try handle.close()
    try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: file)
    #expect(try await build().made != nil)
    #expect(try shop.text("public/articles/one/index.html").contains("ONE"))
    try await expectWhole()

    try FileManager.default.setAttributes(
      [.modificationDate: time.addingTimeInterval(-1000)], ofItemAtPath: file)
    #expect(try await build().made == nil)
  }

  @Test("is not used while another build writes there")
  func locked() async throws {
    _ = try await build()
    let other = try DiskOutput(folder: shop.path + "/public")
    #expect(try await build().diagnostics.contains { $0.id == "output/locked" })
    other.abandon()
  }
}
