import Diagnostics
import Foundation
import Testing

import Verify

@Suite("A built site holds against its content")
struct HoldingTests {
  @Test("The demonstration report holds, and everything in it was looked at")
  func demo() async throws {
    let (faults, tally) = try await BuiltSite.demo.value.verify()
    #expect(faults.map(\.message) == [])
    let site = try await BuiltSite.demo.value
    #expect(tally.articles == site.corpus.articles.count * site.corpus.site.languages.count)
    let attributions = site.corpus.analyses.reduce(0) { $0 + $1.attributions.count }
    #expect(attributions > 0)
    // Each at least in its article and in the whole table, in both languages.
    #expect(tally.quotations >= attributions * 4)
    for part in [
      tally.cues, tally.labels, tally.times, tally.events, tally.mentions, tally.marks,
      tally.targets, tally.links, tally.lists, tally.counts, tally.rows,
    ] {
      #expect(part > 0)
    }
  }

  @Test("Each fixture of a rule of the evidence holds", arguments: fixtures)
  func fixture(name: String) async throws {
    let site = try await BuiltSite(source: "\(Self.folder)/\(name)")
    defer { site.remove() }
    #expect(await site.verify().diagnostics.map(\.message) == [])
  }

  private static let folder = BuiltSite.package.appendingPathComponent("Tests/Fixtures/evidence")
    .path
  private static let fixtures: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { !$0.hasPrefix(".") }.sorted()

  @Test("A real article, analysed whole, holds")
  func seed() async throws {
    guard let bulk = Self.shared("seed/seed.jsonl") else { return }
    let site = try await BuiltSite(bulk: bulk, languages: "[ar, en]")
    defer { site.remove() }
    #expect(await site.verify().diagnostics.map(\.message) == [])
  }

  @Test("A corpus of 120 articles in one bulk file holds")
  func meantime() async throws {
    guard let bulk = Self.shared("corpora/meantime/meantime.jsonl") else { return }
    let site = try await BuiltSite(bulk: bulk, languages: "[en]")
    defer { site.remove() }
    let (faults, tally) = await site.verify()
    #expect(faults.map(\.message) == [])
    #expect(tally.articles == 120)
  }

  /// A corpus that is at hand on some machines only: `ISNAD_SHARED`, else beside the package.
  private static func shared(_ path: String) -> URL? {
    let named = ProcessInfo.processInfo.environment["ISNAD_SHARED"]
    let folder =
      named.map { URL(fileURLWithPath: $0) }
      ?? BuiltSite.package.appendingPathComponent("../shared")
    let file = folder.appendingPathComponent(path)
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }

  @Test("Where nothing was built, that is the fault")
  func nothing() async throws {
    let corpus = try await BuiltSite.demo.value.corpus
    let verifier = Verifier(corpus: corpus, folder: "/nowhere", name: "public", baseURL: nil)
    #expect(await verifier.verify(workers: 1).diagnostics.map(\.id) == ["verify/no-site"])
  }

  @Test("What is found does not depend on the number of workers")
  func workers() async throws {
    let site = try await BuiltSite.demo.value.copy()
    defer { site.remove() }
    for page in ["index.html", "en/index.html", "claims/index.html", "events/index.html"] {
      try site.replace("index.html", "index.htm", in: page)
    }
    func faults(_ workers: Int) async -> [Diagnostic] {
      await Verifier(corpus: site.corpus, folder: site.folder.path, baseURL: nil)
        .verify(workers: workers).diagnostics
    }
    let one = await faults(1)
    #expect(one.count >= 4)
    #expect(await faults(3) == one)
  }
}

/// One thing in the built site is altered, and is found at its place.
@Suite("A site that was altered does not hold")
struct AlteredTests {
  private static let lull = "en/articles/2019-05-12-demo-lull-en/index.html"

  /// - Parameters:
  ///   - mark: the change is made behind this.
  ///   - id: of the fault that tells of it, without its area.
  ///   - line: whether it names the line of the change.
  ///   - message: a part of what it says, where several faults with the id stand there.
  private func expect(
    _ id: String, when old: String, becomes new: String, after mark: String = "", in path: String,
    line isOnLine: Bool = true, saying message: String? = nil, expected: String? = nil,
    found: String? = nil
  ) async throws {
    let site = try await BuiltSite.demo.value.copy()
    defer { site.remove() }
    let line = try site.replace(old, new, after: mark, in: path)
    let faults = await site.verify().diagnostics
    let fault = try #require(
      faults.first {
        $0.id == "verify/\(id)" && $0.place?.file == "public/\(path)"
          && (!isOnLine || $0.place?.line == line)
          && (message.map($0.message.contains) ?? true)
      }, "\(faults.map { ($0.id, $0.message, $0.place.map { "\($0.file):\($0.line)" }) })")
    let notes = fault.notes.map(\.text)
    if let expected {
      #expect(notes.contains { $0.hasPrefix("expected: ") && $0.contains(expected) })
    }
    if let found { #expect(notes.contains { $0.hasPrefix("found: ") && $0.contains(found) }) }
  }

  @Test("One letter of the words that a row shows: quotation, cue, time, label, event")
  func words() async throws {
    let changes = [
      ("#content-a1", "some hours", "some hourz"),
      ("#content-a2", "than any night", "than any nights"),
      ("#cue-a4", "claimed", "claims"),
      ("#when-t1", "overnight", "Overnight"),
      ("#label-1", "“arrangement”", "\"arrangement\""),
      ("#event-overnight-lull-2019-05:1", "some hours", "some  hours"),
    ]
    let site = try await BuiltSite.demo.value.copy()
    defer { site.remove() }
    let lines = try changes.map { fragment, old, new in
      try site.replace(old, new, after: "href=\"\(fragment)\"", in: Self.lull)
    }
    let faults = await site.verify().diagnostics
    #expect(faults.count == changes.count)
    for (change, line) in zip(changes, lines) {
      let fault = faults.first { fault in
        fault.notes.contains { $0.text.hasPrefix("found: ") && $0.text.contains(change.2) }
      }
      #expect(fault?.id == "verify/words")
      #expect(fault?.place?.file == "public/\(Self.lull)")
      #expect(fault?.place?.line == line)
      #expect(
        fault?.notes.contains {
          $0.text.hasPrefix("expected: ") && $0.text.contains(change.1)
        } == true)
    }
  }

  @Test("A vowel sign that a row has lost")
  func vowelSign() async throws {
    let path = "en/claims/attack-repelled/index.html"
    try await expect(
      "words", when: "صُدّ", becomes: "صد", after: "#content-a3", in: path, expected: "صُدّ")
  }

  @Test("One letter of an article's text as a file, and of what an annotation finds in it")
  func besides() async throws {
    let folder = "articles/2019-05-12-demo-lull-en"
    try await expect(
      "text", when: "The claim could not be checked", becomes: "The claim could now be checked",
      in: "\(folder)/text.txt", expected: "t be checked", found: "w be checked")
    let annotations = "\(folder)/annotations.jsonld"
    for (old, new) in [
      ("\"exact\":\"northern Hama\"", "\"exact\":\"northern Homs\""),
      ("\"start\":56,", "\"start\":55,"), ("\"prefix\":\"ng parts", "\"prefix\":\"ng part"),
      ("\"suffix\":\" front, a", "\"suffix\":\" front; a"), ("\"end\":69", "\"end\":690000"),
    ] {
      try await expect(
        "words", when: old, becomes: new, after: "./#mention-1", in: annotations,
        saying: "./#mention-1")
    }
    try await expect(
      "count", when: "\"total\":", becomes: "\"total\":1", in: annotations, line: false)
    try await expect(
      "truncated", when: "{\"id\":\"./#mention-1\"", becomes: "{\"id\"", in: annotations,
      line: false)
  }

  @Test("A letter before a mention")
  func context() async throws {
    try await expect(
      "context", when: "along parts of the ", becomes: "along part of the ", after: "<q",
      in: "en/entities/north-hama/index.html")
  }

  @Test("One letter of an article's text, between its marks")
  func text() async throws {
    try await expect(
      "text", when: "The claim could not be checked", becomes: "The claim could now be checked",
      in: Self.lull, expected: "t be checked", found: "w be checked")
  }

  @Test("One letter of an article's title")
  func title() async throws {
    try await expect(
      "text", when: "<h1 data-reading=\"title\" lang=\"en\" dir=\"ltr\">",
      becomes: "<h1 data-reading=\"title\" lang=\"en\" dir=\"ltr\">X", in: Self.lull)
  }

  @Test("A paragraph that is missing")
  func paragraph() async throws {
    let site = try await BuiltSite.demo.value.copy()
    defer { site.remove() }
    let text = try site.text(Self.lull)
    let element = try #require(text.range(of: "data-reading=\"text\"")).upperBound
    let start = try #require(text.range(of: "<p>", range: element..<text.endIndex)).lowerBound
    let end = try #require(text.range(of: "</p>", range: start..<text.endIndex)).upperBound
    try site.replace(String(text[start..<end]), "", in: Self.lull)
    let faults = await site.verify().diagnostics
    #expect(faults.contains { $0.id == "verify/text" && $0.place?.file == "public/\(Self.lull)" })
  }

  @Test("A mark that begins elsewhere, and one that ends elsewhere")
  func marks() async throws {
    try await expect(
      "mark", when: ">told</span>", becomes: "></span>told", after: "id=\"cue-a1\"", in: Self.lull,
      line: false)
    try await expect(
      "mark", when: "claimed</span> that", becomes: "claimed that</span>", after: "id=\"cue-a4\"",
      in: Self.lull, line: false, expected: "claimed", found: "claimed that")
  }

  @Test("A mark that is missing")
  func missingMark() async throws {
    try await expect(
      "no-mark", when: " id=\"cue-a5\"", becomes: "", in: Self.lull, line: false)
  }

  @Test("A number that is shown, and one that is given")
  func counts() async throws {
    let page = "en/entities/index.html"
    let text = try await BuiltSite.demo.value.text(page)
    let match = try #require(text.firstMatch(of: #/data-count="(\d+)" data-of="[^"]*#mentions">/#))
    let number = String(match.1)
    let wrong = String((Int(number) ?? 0) + 1)
    try await expect(
      "count", when: ">\(number)<", becomes: ">\(wrong)<", after: String(match.0.dropLast()),
      in: page, expected: number, found: wrong)
    try await expect(
      "count", when: String(match.0) + number,
      becomes: match.0.replacing("\"\(number)\"", with: "\"\(wrong)\"") + wrong, in: page,
      expected: number, found: wrong)
  }

  @Test("A number of cues that is shown, given, or of another speaker")
  func tallies() async throws {
    let page = "en/sources/demo-desk-damascus/index.html"
    let text = try await BuiltSite.demo.value.text(page)
    let match = try #require(
      text.firstMatch(of: #/data-tally="(\d+)" data-by="[^"]* stance=distancing">/#))
    let number = String(match.1)
    let wrong = String((Int(number) ?? 0) + 1)
    try await expect(
      "count", when: ">\(number)<", becomes: ">\(wrong)<", after: String(match.0.dropLast()),
      in: page, expected: number, found: wrong)
    try await expect(
      "count", when: String(match.0) + number,
      becomes: match.0.replacing("\"\(number)\"", with: "\"\(wrong)\"") + wrong, in: page,
      expected: number, found: wrong)
    try await expect(
      "count", when: String(match.0),
      becomes: String(match.0).replacing("speaker=", with: "speaker=nobody-"), in: page,
      expected: "0")
  }

  @Test("A row that is missing from a list")
  func rows() async throws {
    let path = "en/attributions/index.html"
    let site = try await BuiltSite.demo.value.copy()
    defer { site.remove() }
    let text = try site.text(path)
    let list = try #require(text.range(of: "data-list=")).upperBound
    let start = try #require(text.range(of: "<tr", range: list..<text.endIndex)).lowerBound
    let end = try #require(text.range(of: "</tr>", range: start..<text.endIndex)).upperBound
    try site.replace(String(text[start..<end]), "", in: path)
    let faults = await site.verify().diagnostics
    #expect(faults.contains { $0.id == "verify/count" && $0.place?.file == "public/\(path)" })
    #expect(
      faults.contains {
        $0.id == "verify/row" && $0.place?.file == "public/data/attributions.csv"
          && $0.place?.line == 2 && $0.message == "the row is not on en/attributions/"
      })
  }

  @Test("A link to a page, and one to a place on a page")
  func links() async throws {
    try await expect(
      "link", when: "north-hama/index.html", becomes: "north-hame/index.html", in: Self.lull)
    try await expect(
      "link", when: "#source-a1:1\"", becomes: "#source-a1:9\"", in: Self.lull)
  }

  @Test("An address in the feed and in the sitemap")
  func addresses() async throws {
    try await expect(
      "link", when: "-demo-", becomes: "-dema-",
      after: "<link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/isnad/articles",
      in: "feed.xml")
    try await expect("link", when: "/articles/2019", becomes: "/articles/2018", in: "sitemap.xml")
  }

  @Test("A field of the table, in CSV and in JSON")
  func tables() async throws {
    let csv = "data/attributions.csv"
    try await expect(
      "words", when: "150,000 people", becomes: "150,001 people", in: csv, expected: "150,000",
      found: "150,001")
    try await expect("table", when: ",probable,", becomes: ",certain,", in: csv)
    try await expect(
      "table", when: "\r\n2019", becomes: ",\r\n2019", after: "credibility,path\r\n", in: csv)
    let site = try await BuiltSite.demo.value.copy()
    defer { site.remove() }
    try site.replace("\"ocha\"", "\"ochre\"", in: "data/attributions.json")
    let faults = await site.verify().diagnostics
    #expect(faults.map(\.id) == ["verify/table"])
    #expect(faults.first?.place?.file == "public/\(csv)")
    #expect(faults.first?.place?.line == 2)
  }

  @Test("How a chain is broken, in the table: the rule is applied again")
  func breaks() async throws {
    let csv = "data/attributions.csv"
    for (old, new) in [
      (",unnamed undated,", ",undated,"), (",uncarried,", ",,"),
      (",originless undated,", ",undated,"),
      (",uncarried undated,", ",uncarried,"),
    ] {
      try await expect(
        "broken", when: old, becomes: new, in: csv, saying: "the chain is broken otherwise",
        expected: old.trimmingCharacters(in: [","]))
    }
    try await expect("row", when: ",2019-05-13,", becomes: ",2019-05-12,", in: csv)
  }

  @Test("A count of rows of the table, of one source and of one kind of broken chain")
  func tableCounts() async throws {
    for page in ["en/sources/index.html", "en/sources/demo-desk-beirut/index.html"] {
      let text = try await BuiltSite.demo.value.text(page)
      let match = try #require(
        text.firstMatch(of: #/data-count="([1-9]\d*)" data-where="[^"]*">/#))
      let number = String(match.1)
      let wrong = String((Int(number) ?? 0) + 1)
      try await expect(
        "count", when: String(match.0) + number,
        becomes: match.0.replacing("\"\(number)\"", with: "\"\(wrong)\"") + wrong, in: page,
        expected: number, found: wrong)
    }
  }

  @Test("A row that a list of broken chains lacks, and one that does not belong there")
  func brokenRows() async throws {
    let site = try await BuiltSite.demo.value.copy()
    defer { site.remove() }
    let path = "en/broken-chains/originless/index.html"
    let text = try site.text(path)
    let list = try #require(text.range(of: "data-list=")).upperBound
    let start = try #require(text.range(of: "<tr", range: list..<text.endIndex)).lowerBound
    let end = try #require(text.range(of: "</tr>", range: start..<text.endIndex)).upperBound
    let other = try site.text("en/broken-chains/unnamed/index.html")
    let otherStart = try #require(other.range(of: "<tr>\n<td>")).lowerBound
    let otherEnd = try #require(other.range(of: "</tr>", range: otherStart..<other.endIndex))
      .upperBound
    try site.replace(
      String(text[start..<end]),
      String(other[otherStart..<otherEnd]), in: path)
    let messages = await site.verify().diagnostics.map(\.message)
    #expect(messages.contains("the row is not on en/broken-chains/originless/"))
    #expect(messages.contains("the row does not belong on en/broken-chains/originless/"))
  }

  @Test("A row that the table has lost")
  func lostRow() async throws {
    let site = try await BuiltSite.demo.value.copy()
    defer { site.remove() }
    let csv = "data/attributions.csv"
    let rows = try site.text(csv).components(separatedBy: "\r\n")
    try site.replace(rows[3] + "\r\n", "", in: csv)
    let faults = await site.verify().diagnostics
    #expect(
      faults.contains {
        $0.id == "verify/row"
          && $0.message == "the table lacks content-a3 of 2019-05-09-demo-displacement-en"
      })
  }

  @Test("Files that are cut off, in the midst, before their ends, and wholly")
  func truncated() async throws {
    let cuts: [(path: String, (Int) -> Int)] = [
      (Self.lull, { $0 / 2 }), ("en/index.html", { $0 - 5 }), ("en/404.html", { _ in 0 }),
      ("feed.xml", { $0 / 2 }), ("sitemap.xml", { $0 - 5 }), ("data/attributions.csv", { $0 / 2 }),
    ]
    let site = try await BuiltSite.demo.value.copy()
    defer { site.remove() }
    for (path, length) in cuts {
      let file = site.folder.appendingPathComponent(path)
      let bytes = try Data(contentsOf: file)
      try bytes.prefix(length(bytes.count)).write(to: file, options: .atomic)
    }
    let faults = await site.verify().diagnostics
    for (path, _) in cuts {
      #expect(
        faults.contains { $0.id == "verify/truncated" && $0.place?.file == "public/\(path)" },
        "\(path)")
    }
  }

  @Test("A page that is missing")
  func page() async throws {
    let site = try await BuiltSite.demo.value.copy()
    defer { site.remove() }
    try FileManager.default.removeItem(at: site.folder.appendingPathComponent(Self.lull))
    let faults = await site.verify().diagnostics
    #expect(
      faults.contains { $0.id == "verify/no-page" && $0.place?.file == "public/\(Self.lull)" })
    #expect(faults.contains { $0.id == "verify/link" })
  }
}
