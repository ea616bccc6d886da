import Diagnostics
import Fingerprint
import Foundation
import TestSupport
import Testing

import Corpus

/// What is read after records came and changed is what is read of all, whether they fit in or are at fault.
@Suite("Records that come, and that are bound to others otherwise")
struct GrowthTests {
  private static let key = FingerprintKey(first: 3, second: 4)

  private static func reader(_ content: TestContent) -> CorpusReader {
    CorpusReader(source: content.source, includesDrafts: false, jobs: 2)
  }

  /// A report, and what is known of it from one build to the next, and in the preview.
  private struct Known {
    var kept: KeptContent
    var parts: [KeptPart]
    var reading: Reading
    /// Whether what was read last is.
    private(set) var isInError = false

    init(_ content: TestContent) async throws {
      let reader = reader(content)
      let noted = await reader.read(after: nil, noting: key)
      parts = await KeptContent.parts(
        of: noted.corpus, try #require(noted.notes), after: [], .all, jobs: 1)
      kept = try #require(await KeptContent(parts, jobs: 1))
      reading = await reader.read(after: nil, key: key)
    }

    /// Reads what changed, and holds it against a reading of all.
    ///
    /// - Returns: how it changed, to a build and to the preview.
    mutating func check(_ content: TestContent, _ what: String) async throws -> [CorpusChange] {
      let reader = reader(content)
      let whole = await reader.read(after: nil, noting: key)
      let noted = await reader.read(after: kept, noting: key)
      let next = await reader.read(after: reading, key: key)
      for (corpus, diagnostics) in [
        (noted.corpus, noted.diagnostics), (next.corpus, next.diagnostics),
      ] {
        #expect(diagnostics == whole.diagnostics, "\(what)")
        #expect(corpus.articles == whole.corpus.articles, "\(what)")
        #expect(corpus.analyses == whole.corpus.analyses, "\(what)")
        #expect(corpus.briefs == whole.corpus.briefs, "\(what)")
        #expect(corpus.entityCards == whole.corpus.entityCards, "\(what)")
        #expect(corpus.eventCards == whole.corpus.eventCards, "\(what)")
        #expect(corpus.pages == whole.corpus.pages, "\(what)")
      }
      isInError = whole.diagnostics.hasErrors
      guard let notes = noted.notes else { return [noted.change, next.change] }
      parts = await KeptContent.parts(
        of: noted.corpus, notes, after: parts, noted.change, jobs: 1)
      let all = await KeptContent.parts(
        of: whole.corpus, try #require(whole.notes), after: [], .all, jobs: 1)
      // The notes tell when files were read.
      #expect(parts.map(\.name) == all.map(\.name), "\(what)")
      #expect(parts.dropFirst().map(\.bytes) == all.dropFirst().map(\.bytes), "\(what)")
      kept = try #require(await KeptContent(parts, jobs: 1))
      reading = next
      return [noted.change, next.change]
    }
  }

  // MARK: One at a time

  private static let base = [
    "bulk.jsonl": line("a", entities: ["e": "person", "f": "group"], claim: "c", publisher: "p"),
    "articles/own.md": "---\npublisher: p\n---\nOf [](entity:p).\n",
    "entities/p.md": "---\ntype: organization\nnames: {en: P}\nwikidata: Q1\n---\nA note.\n",
    "briefs/b.md": "---\nid: e\n---\nA brief of whatever has this id.\n",
    "articles/draft.txt": "---\ndraft: true\n---\nNot yet.\n",
  ]

  private static func line(
    _ article: String, entities: [String: String] = [:], more: String = "", claim: String? = nil,
    about: String? = nil, publisher: String = "p", text: String = "He said so."
  ) -> String {
    let declared = entities.sorted { $0.key < $1.key }.map {
      #"{"id":"\#($0.key)","type":"\#($0.value)","names":{"en":"N"}\#(more)}"#
    }
    let source = entities.keys.min() ?? "p"
    let attribution =
      #"{"id":"1","content":{"exact":"said so"},"directness":"direct","#
      + #""chain":[{"source":"\#(source)"}]"#
      + (claim.map { #","claim":"\#($0)""# } ?? "") + (about.map { #","about":["\#($0)"]"# } ?? "")
      + "}"
    return #"{"article":{"id":"\#(article)","title":"T","lang":"en","publisher":"\#(publisher)","#
      + #""text":"\#(text)"},"analysis":{"format":"isnad/1","article":"\#(article)","#
      + #""entities":[\#(declared.joined(separator: ","))],"mentions":[],"#
      + #""attributions":[\#(attribution)]}}"# + "\n"
  }

  /// The card of the publisher.
  private static func paper(_ front: String, _ note: String = "A note.") -> String {
    "---\n\(front)\nnames: {en: P}\n---\n\(note)\n"
  }

  private static let card = "---\ntype: person\nnames: {en: Somebody}\n---\nA note.\n"

  /// What is written, and whether it fits in: else all has to be looked at.
  private static let cases: [(what: String, files: [String: String], fits: Bool)] = [
    ("an article in a new file", ["new.jsonl": line("b")], true),
    ("one in a new line", ["bulk.jsonl": base["bulk.jsonl", default: ""] + line("0")], true),
    ("an article's own file", ["articles/b.md": "---\npublisher: p\n---\nWords.\n"], true),
    (
      "an article and its analysis, each in a file of its own",
      [
        "articles/b.txt": "---\nlang: en\n---\nShe said it.\n",
        "analysis/b.json":
          #"{"format":"isnad/1","article":"b","entities":[],"mentions":[{"entity":"e","target":{"exact":"She"}}]}"#,
      ], true
    ),
    (
      "another analysis of an article that is there",
      [
        "analysis/more.json":
          #"{"format":"isnad/1","article":"own","entities":[],"mentions":[{"entity":"e","target":{"exact":"Of"}}]}"#
      ], true
    ),
    ("who is new", ["new.jsonl": line("b", entities: ["g": "person"], claim: "d")], true),
    (
      "who is new, and is an item of Wikidata",
      ["new.jsonl": line("b", entities: ["g": "person"], more: #","wikidata":"Q9""#)], true
    ),
    (
      "who is new, and a member of who is there",
      ["new.jsonl": line("b", entities: ["g": "person"], more: #","memberOf":["f"]"#)], true
    ),
    ("who is there, as before", ["new.jsonl": line("b", entities: ["e": "person"])], true),
    (
      "an article that credits somebody who is there",
      ["articles/own.md": "---\npublisher: p\ncredit: [e]\n---\nOf [](entity:p).\n"], true
    ),
    (
      "somebody more in an analysis that is there",
      [
        "bulk.jsonl": line(
          "a", entities: ["e": "person", "f": "group", "g": "person"], claim: "c")
      ], true
    ),
    ("an article with a title that is there", ["new.jsonl": line("b") + line("c")], true),

    ("a card of who is there", ["entities/e.md": card], true),
    ("a card of who is new", ["entities/g.md": card], true),
    (
      "a card of an event that is new, and one that is a part of it",
      [
        "events/v.md": "---\ntype: talk\ntitle: {en: V}\n---\n",
        "events/w.md": "---\ntype: talk\ntitle: {en: W}\n---\nA part of [](event:v).\n",
      ], true
    ),
    (
      "who is there, as an item of Wikidata that nobody is",
      ["new.jsonl": line("b", entities: ["f": "group"], more: #","wikidata":"Q2""#)], true
    ),
    ("a brief of an article", ["briefs/a.md": "---\nid: a\n---\nIn short, [](claim:c).\n"], true),
    (
      "an article with its brief",
      ["new.jsonl": line("n"), "briefs/n.md": "---\nid: n\n---\nIn short.\n"], true
    ),
    (
      "a brief in another language",
      ["briefs/b.ar.md": "---\nid: e\nlang: ar\n---\nموجز.\n"], true
    ),
    ("a page", ["pages/about.md": "---\ntitle: About\n---\nOf [](article:a).\n"], true),

    (
      "another name on a card", ["entities/p.md": paper("type: organization\naliases: [Q]")], true
    ),
    (
      "a card with the item that it had",
      ["entities/p.md": paper("type: organization\nkind: x\nwikidata: Q1")], true
    ),
    ("a card with no item", ["entities/p.md": paper("type: organization")], true),
    (
      "a card with an article",
      [
        "entities/p.md": paper("type: organization\nlocation: {lat: 1, lon: 2}"),
        "new.jsonl": line("b"),
      ], true
    ),

    (
      "another item on a card",
      ["entities/p.md": paper("type: organization\nwikidata: Q7")], false
    ),
    ("another type on a card", ["entities/p.md": paper("type: place")], false),
    ("another id on a card", ["entities/p.md": paper("id: q\ntype: organization")], false),
    (
      "a card that joins others now",
      ["entities/p.md": paper("type: organization\nsameAs: [f]")], false
    ),
    (
      "a membership on a card",
      ["entities/p.md": paper("type: organization\nmemberOf: [f]")], false
    ),
    (
      "a card with a link to nothing",
      ["entities/p.md": paper("type: organization", "[](entity:nobody)")], false
    ),
    ("an id that is there", ["new.jsonl": line("a")], false),
    ("an id twice", ["new.jsonl": line("b") + line("b")], false),
    ("an id in other letters", ["new.jsonl": line("A")], false),
    ("ids in other letters than each other", ["new.jsonl": line("b") + line("B")], false),
    ("the id of a draft", ["new.jsonl": line("draft")], false),
    ("another draft", ["articles/more.txt": "---\ndraft: true\n---\nNo.\n"], false),
    ("an entity's id in other letters", ["new.jsonl": line("b", entities: ["E": "person"])], false),
    ("another type", ["new.jsonl": line("b", entities: ["e": "place"])], false),
    ("an article with an id that a brief is of", ["new.jsonl": line("e")], false),
    ("a claim with that id", ["new.jsonl": line("b", claim: "e")], false),
    ("a publisher who is not there", ["new.jsonl": line("b", publisher: "nobody")], false),
    ("what is not there to be spoken of", ["new.jsonl": line("b", about: "nothing")], false),
    ("words that the text has not", ["new.jsonl": line("b", text: "No.")], false),
    (
      "an item of Wikidata that is somebody else",
      ["new.jsonl": line("b", entities: ["g": "person"], more: #","wikidata":"Q1""#)], false
    ),
    (
      "somebody who is two items",
      [
        "new.jsonl": line("b", entities: ["g": "person"], more: #","wikidata":"Q2""#)
          + line("c", entities: ["g": "person"], more: #","wikidata":"Q3""#)
      ], false
    ),
    (
      "two who are one item",
      [
        "new.jsonl": line(
          "b", entities: ["g": "person", "h": "person"], more: #","wikidata":"Q2""#)
      ],
      false
    ),
    (
      "a member of itself",
      ["new.jsonl": line("b", entities: ["g": "person"], more: #","memberOf":["g"]"#)], false
    ),
    (
      "a new membership of who is there",
      ["new.jsonl": line("b", entities: ["e": "person"], more: #","memberOf":["f"]"#)], false
    ),
    (
      "a link to an attribution",
      ["articles/b.md": "---\npublisher: p\n---\nSee [](attribution:a/1).\n"], false
    ),
    ("an old address", ["articles/b.md": "---\naliases: [old]\n---\nWords.\n"], false),
    ("another card", ["entities/q.md": "---\nid: p\n" + card.dropFirst(4)], false),
    ("a card that joins", ["entities/g.md": "---\nsameAs: [e]\n" + card.dropFirst(4)], false),
    ("a card of another type", ["entities/f.md": card], false),
    ("another brief of the same", ["briefs/c.md": "---\nid: e\n---\nAnother.\n"], false),
    ("a brief of nothing", ["briefs/c.md": "---\nid: nothing\n---\nOf what?\n"], false),
    ("a brief of a draft", ["briefs/c.md": "---\nid: draft\n---\nNot yet.\n"], false),
    ("a page with a dead link", ["pages/x.md": "---\ntitle: X\n---\n[](event:none)\n"], false),
    (
      "a page with an old address",
      ["pages/x.md": "---\ntitle: X\naliases: [old]\n---\nWords.\n"], false
    ),
    (
      "less that is declared", ["bulk.jsonl": line("a", entities: ["e": "person"], claim: "c")],
      false
    ),
    (
      "a claim that goes", ["bulk.jsonl": line("a", entities: ["e": "person", "f": "group"])], false
    ),
    (
      "another id", ["bulk.jsonl": line("z", entities: ["e": "person", "f": "group"], claim: "c")],
      false
    ),
  ]

  @Test("are read alone where they fit in, else all is read again", arguments: cases)
  func oneAtATime(what: String, files: [String: String], fits: Bool) async throws {
    let content = try TestContent(Self.base)
    var known = try await Known(content)
    #expect(known.reading.diagnostics.isEmpty)
    for (path, text) in files { try content.write(Array(text.utf8), to: path) }
    let changes = try await known.check(content, what)
    #expect(changes.allSatisfy { ($0 != .all) == fits }, "\(what): \(changes)")
  }

  // MARK: By lot

  @Test("are read as if all were read, whatever comes")
  func byLot() async throws {
    var tally = (fitting: 0, faulty: 0)
    for seed in 0..<40 as Range<UInt64> { try await draw(seed, &tally) }
    // Of 320 steps.
    #expect(tally.fitting > 30 && tally.faulty > 100, "\(tally)")
  }

  private func draw(_ seed: UInt64, _ tally: inout (fitting: Int, faulty: Int)) async throws {
    let content = try TestContent(Self.base)
    var known = try await Known(content)
    var random = SplitMix(seed: seed)
    var bulk = Self.base["bulk.jsonl", default: ""]
    var texts: [String: String] = [:]
    for step in 0..<8 {
      var file = bulk
      var lines = file.split(separator: "\n").map { String($0) + "\n" }
      // Not the first, which declares what all others speak of.
      if Bool.random(using: &random),
        let place = lines.indices.dropFirst().randomElement(using: &random)
      {
        lines[place] = Self.drawn(&random)
      }
      for _ in 0..<Int.random(in: 0...2, using: &random) { lines.append(Self.drawn(&random)) }
      file = lines.joined()
      try content.write(Array(file.utf8), to: "bulk.jsonl")
      let (path, text) = Self.drawnText(step, &random)
      if !text.isEmpty { try content.write(Array(text.utf8), to: path) }
      let changes = try await known.check(
        content, "seed \(seed), step \(step): \(file)\(path): \(text)")
      if changes.allSatisfy(\.isGrown) { tally.fitting += 1 }
      guard known.isInError else {
        bulk = file
        if !text.isEmpty { texts[path] = text }
        continue
      }
      tally.faulty += 1
      // What was good last.
      try content.write(Array(bulk.utf8), to: "bulk.jsonl")
      if let last = texts[path] {
        try content.write(Array(last.utf8), to: path)
      } else if !text.isEmpty {
        try content.remove(path)
      }
    }
  }

  private static func one<Value>(_ values: [Value], _ random: inout SplitMix) -> Value {
    values[Int.random(in: values.indices, using: &random)]
  }

  /// A card, a brief or a page, or none.
  private static func drawnText(
    _ step: Int, _ random: inout SplitMix
  ) -> (path: String, text: String) {
    let id = one("abcdefghijk".map(String.init), &random)
    let link = one(["", "", "[](entity:e)", "[](entity:g)", "[](article:b)"], &random)
    let lang = one(["", "", "lang: ar\n"], &random)
    // Some are written again.
    let step = Int.random(in: 0...step, using: &random)
    switch Int.random(in: 0..<8, using: &random) {
    case 0:
      let more = one(
        ["", "", "kind: \(step)\n", "memberOf: [f]\n", "wikidata: Q3\n", "sameAs: [h]\n"], &random)
      // Mostly of the same, file by file.
      let id = one([id, "c\(step)", "c\(step)", "c\(step)"], &random)
      return (
        "entities/card-\(step).md",
        "---\nid: \(id)\ntype: person\nnames: {en: N}\n\(more)---\n\(link)\n"
      )
    case 1:
      let part = one(["", "partOf: v0\n"], &random)
      return (
        "events/v\(step).md", "---\ntype: talk\ntitle: {en: V}\n\(part)---\n\(link)\n"
      )
    case 2, 3:
      let kind = one(["", "", "kind: entity\n", "kind: article\n"], &random)
      return ("briefs/brief-\(step).md", "---\nid: \(id)\n\(kind)\(lang)---\n\(link)\n")
    case 4:
      return ("pages/page-\(step).md", "---\nid: \(id)\ntitle: P\n\(lang)---\n\(link)\n")
    default: return ("", "")
    }
  }

  private static func drawn(_ random: inout SplitMix) -> String {
    var entities: [String: String] = [:]
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let id = one(["e", "f", "g", "h", "i", "j", "k"], &random)
      entities[id] = id == "f" ? "group" : "person"
    }
    if Int.random(in: 0..<12, using: &random) == 0 { entities["E"] = "person" }
    if Int.random(in: 0..<12, using: &random) == 0 { entities["g"] = "place" }
    let more =
      Array(repeating: "", count: 8) + [
        #","wikidata":"Q2""#, #","memberOf":["f"]"#, #","memberOf":["g"]"#,
      ]
    return line(
      one("abcdhijklmnopqrstuvwxyzB".map(String.init), &random), entities: entities,
      more: one(more, &random), claim: one([nil, nil, "c", "c", "d", "d", "C"], &random),
      about: one([nil, nil, nil, "e", "e", "k"], &random),
      publisher: one(["p", "p", "p", "p", "p", "g"], &random))
  }
}

extension CorpusChange {
  fileprivate var isGrown: Bool {
    if case .grown = self { true } else { false }
  }
}
