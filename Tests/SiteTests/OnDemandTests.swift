import Corpus
import Evidence
import Foundation
import Testing

import Site

@Suite("A site whose pages are made when they are asked for")
struct OnDemandTests {
  /// The same site, built and on demand.
  struct Pair {
    let built: [String: [UInt8]]
    let onDemand: SiteOnDemand

    init(source: String, baseURL: String?) async throws {
      let site = try await TestSite(source: source, workers: 2, baseURL: baseURL)
      built = site.contents
      let builder = await SiteBuilder(
        site.evidence, try TemplateFolder(folder: source + "/templates"),
        SiteOptions(baseURL: baseURL, generator: "isnad test"))
      onDemand = SiteOnDemand(builder)
    }

    /// The demo report, built once for all tests.
    static let demo = Task {
      let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      return try await Pair(source: root.path, baseURL: "https://example.org/isnad/")
    }

    /// So many articles of one outlet on one person that every list has pages of its own.
    static func crowd(_ count: Int) async throws -> Pair {
      let source = FileManager.default.temporaryDirectory
        .appendingPathComponent("isnad-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: source) }
      let content = source.appendingPathComponent("content")
      try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
      try Data("languages: [en, ar]\n".utf8).write(to: content.appendingPathComponent("site.yaml"))
      let lines = (0..<count).map(Self.line).joined(separator: "\n")
      try Data(lines.utf8).write(to: content.appendingPathComponent("bulk.jsonl"))
      return try await Pair(source: source.path, baseURL: nil)
    }

    private static func line(_ number: Int) -> String {
      let date = number % 3 == 0 ? "" : #""date": "2019-0\#(number % 9 + 1)-12","#
      return """
        {"article": {"id": "a\(number)", "title": "T \(number)", "lang": "en", \
        "publisher": "paper", "aliases": ["/old/\(number)/"], \
        "text": "The minister said that it rained in town on Monday."}, \
        "analysis": {"format": "isnad/1", "article": "a\(number)", \
        "entities": [{"id": "minister", "type": "person", "names": {"en": "Minister"}}, \
        {"id": "paper", "type": "organization", "names": {"en": "Paper"}}, \
        {"id": "wire", "type": "organization", "names": {"en": "Wire"}}, \
        {"id": "writer\(number)", "type": "person", "names": {"en": "Writer"}, \
        "memberOf": ["paper"]}], \
        "mentions": [{"entity": "minister", "target": {"exact": "The minister"}}], \
        "labels": [{"entity": "minister", "target": {"exact": "minister"}, \
        "device": "epithet"}], \
        "times": [{"id": "t", "target": {"exact": "Monday"}, "value": "2019-05-13"}], \
        "events": [{"id": "e\(number)", "type": "rain", "title": {"en": "Rain \(number)"}, \(date) \
        "participants": [{"entity": "minister", "role": "witness"}], "partOf": "season"}, \
        {"id": "season", "type": "rain", "title": {"en": "Season"}, \
        "targets": [{"exact": "rained"}]}], \
        "attributions": [{"id": "x", "content": {"exact": "it rained in town"}, \
        "directness": "indirect", "claim": "rain", "about": ["minister", "season"], \
        "chain": [{"source": "minister"}, {"source": "wire"}]}]}}
        """
    }
  }

  /// Every file is there, with the same bytes, in whatever order they are asked for.
  func expectSame(_ pair: Pair) async throws {
    for path in pair.built.keys.shuffled() {
      let bytes = try await pair.onDemand.bytes(of: path)
      if bytes != pair.built[path] { Issue.record("\(path) is another, or not there") }
      if path.hasSuffix("index.html") {
        #expect(await pair.onDemand.contains(path), "\(path) is said not to be there")
      }
    }
    let pages = pair.built.keys.count { $0.hasSuffix(".html") }
    #expect(await pair.onDemand.pageCount == pages)
    #expect(Set(await pair.onDemand.knownPaths).subtracting(pair.built.keys) == [])
  }

  @Test("is the demo report, byte for byte")
  func demo() async throws {
    try await expectSame(try await Pair.demo.value)
  }

  @Test("is a site of long lists, byte for byte")
  func long() async throws {
    let pair = try await Pair.crowd(210)
    // The lists are long enough to have further pages in every way.
    for path in [
      "articles/page/2/index.html", "entities/minister/said/page/2/index.html",
      "entities/minister/said-about/index.html", "entities/wire/relayed/index.html",
      "entities/minister/labels/index.html", "entities/minister/mentions/index.html",
      "entities/minister/events/index.html", "entities/minister/articles/index.html",
      "events/season/parts/index.html", "events/season/reports/index.html",
      "events/season/attributions/index.html", "claims/rain/attributions/page/2/index.html",
      "entities/paper/members/page/2/index.html", "sources/paper/published/index.html",
      "sources/paper/articles/index.html",
      "timeline/2019/index.html", "events/page/2/index.html", "timeline/undated/index.html",
      "old/7/index.html",
      "ar/articles/page/2/index.html",
    ] {
      #expect(pair.built[path] != nil, "\(path)")
    }
    try await expectSame(pair)
  }

  @Test(
    "tells how many rows a list has on its first page, and which page it is on the others",
    arguments: [
      "attributions", "broken-chains/undated", "entities/minister/said",
      "entities/minister/mentions", "sources/paper/articles", "entities/minister/events",
    ])
  func totals(list: String) async throws {
    let pair = try await Pair.crowd(210)
    func page(_ path: String) throws -> String {
      String(decoding: try #require(pair.built["\(list)/\(path)"], "\(path)"), as: UTF8.self)
    }
    let (first, second) = (try page("index.html"), try page("page/2/index.html"))
    #expect(first.contains("<p class=\"details\"><span data-count=\"210\""))
    #expect(!second.contains("<span data-count=\"210\""))
    #expect(second.contains("<p class=\"details\">Page 2 of 2</p>"))
  }

  @Test("has no other file")
  func others() async throws {
    let pair = try await Pair.demo.value
    for path in [
      "", "index", "articles", "articles/", "articles/none/index.html",
      "articles/page/99/index.html", "articles/page/1/index.html", "data/none.csv",
      "search/none.js", "sitemap-9.xml", "en/data/articles.csv", "../index.html",
      "assets/none.css", "nothing.txt", "feed.xml/index.html",
    ] {
      #expect(try await pair.onDemand.bytes(of: path) == nil, "\(path)")
      #expect(await !pair.onDemand.contains(path), "\(path)")
    }
  }

  @Test("makes only what it is asked for")
  func lazy() async throws {
    let site = try await TestSite(files: ["articles/a.txt": "---\ntitle: A\n---\nText.\n"])
    let builder = await SiteBuilder(
      site.evidence, try TemplateFolder(folder: nil),
      SiteOptions(baseURL: nil, generator: "isnad test"))
    let onDemand = SiteOnDemand(builder)
    #expect(onDemand.madeCount == 0)
    #expect(try await onDemand.bytes(of: "articles/a/index.html") != nil)
    // The page, and beside it the brief, the reading text and the annotations.
    #expect(onDemand.madeCount == 4)
  }

  @Test(
    "has its pages where they are now, although there are as many of each kind as there were",
    arguments: [
      ("Something", "Something else"), ("2019-05-14", "2019-05-15"), ("2019-05-14", "2020-05-14"),
      ("shelling", "bombing"), ("denial", "refusal"), ("minister", "speaker"), ("tagged", "marked"),
      ("about.md", "contact.md"), ("a.txt", "b.txt"),
    ])
  func moved(old: String, new: String) async throws {
    let files = [
      "articles/a.txt": "---\ntitle: A\ntags: [tagged]\n---\nSomething was said.\n",
      "analysis/a.json": """
      {"format": "isnad/1", "article": "a",
       "entities": [{"id": "minister", "type": "person", "names": {"en": "Somebody"}}],
       "events": [{"id": "shelling", "type": "strike", "title": {"en": "It"}, "date": "2019-05-14"}],
       "attributions": [{"id": "x", "content": {"exact": "was said"}, "directness": "indirect",
         "claim": "denial", "chain": [{"source": "minister"}]}]}
      """,
      "pages/about.md": "---\ntitle: About\n---\nThis.\n",
    ]
    func edited(_ text: String) -> String {
      // An article's name is its id.
      (new == "b.txt" ? text.replacing(#""a","#, with: #""b","#) : text).replacing(old, with: new)
    }
    let first = try await TestSite(files: files)
    let second = try await TestSite(
      files: Dictionary(uniqueKeysWithValues: files.map { (edited($0.key), edited($0.value)) }))
    func onDemand(_ site: TestSite, after last: SiteOnDemand? = nil) async throws -> SiteOnDemand {
      let builder = await SiteBuilder(
        site.evidence, try TemplateFolder(folder: nil),
        SiteOptions(baseURL: nil, generator: "isnad test"))
      return SiteOnDemand(builder, after: last)
    }
    let site = try await onDemand(second, after: try await onDemand(first))
    for (path, bytes) in second.contents {
      #expect(try await site.bytes(of: path) == bytes, "\(path)")
    }
    for path in first.contents.keys where second.contents[path] == nil {
      #expect(try await site.bytes(of: path) == nil, "\(path)")
    }
  }
}
