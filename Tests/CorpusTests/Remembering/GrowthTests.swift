import Diagnostics
import Fingerprint
import Foundation
import TestSupport
import Testing

import Corpus

/// What is read after records came, went and changed is what is read of all, whether that fits in or is at
/// fault.
@Suite("Records that come, that go, and that are bound to others otherwise")
struct GrowthTests {
  // MARK: One at a time

  /// The card of the publisher.
  private static func paper(_ front: String, _ note: String = "A note.") -> String {
    "---\n\(front)\nnames: {en: P}\n---\n\(note)\n"
  }

  /// What is written, and whether it fits in: else all has to be looked at.
  private static let cases: [(what: String, files: [String: String], fits: Bool)] = [
    ("an article in a new file", ["new.jsonl": SmallReport.line("b")], true),
    (
      "one in a new line",
      ["bulk.jsonl": SmallReport.base["bulk.jsonl", default: ""] + SmallReport.line("0")], true
    ),
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
    (
      "who is new", ["new.jsonl": SmallReport.line("b", entities: ["g": "person"], claim: "d")],
      true
    ),
    (
      "who is new, and is an item of Wikidata",
      ["new.jsonl": SmallReport.line("b", entities: ["g": "person"], more: #","wikidata":"Q9""#)],
      true
    ),
    (
      "who is new, and a member of who is there",
      ["new.jsonl": SmallReport.line("b", entities: ["g": "person"], more: #","memberOf":["f"]"#)],
      true
    ),
    (
      "who is there, as before", ["new.jsonl": SmallReport.line("b", entities: ["e": "person"])],
      true
    ),
    (
      "an article that credits somebody who is there",
      ["articles/own.md": "---\npublisher: p\ncredit: [e]\n---\nOf [](entity:p).\n"], true
    ),
    (
      "somebody more in an analysis that is there",
      [
        "bulk.jsonl": SmallReport.line(
          "a", entities: ["e": "person", "f": "group", "g": "person"], claim: "c")
      ], true
    ),
    (
      "an article with a title that is there",
      ["new.jsonl": SmallReport.line("b") + SmallReport.line("c")], true
    ),

    ("a card of who is there", ["entities/e.md": SmallReport.card], true),
    ("a card of who is new", ["entities/g.md": SmallReport.card], true),
    (
      "a card of an event that is new, and one that is a part of it",
      [
        "events/v.md": "---\ntype: talk\ntitle: {en: V}\n---\n",
        "events/w.md": "---\ntype: talk\ntitle: {en: W}\n---\nA part of [](event:v).\n",
      ], true
    ),
    (
      "who is there, as an item of Wikidata that nobody is",
      ["new.jsonl": SmallReport.line("b", entities: ["f": "group"], more: #","wikidata":"Q2""#)],
      true
    ),
    ("a brief of an article", ["briefs/a.md": "---\nid: a\n---\nIn short, [](claim:c).\n"], true),
    (
      "an article with its brief",
      ["new.jsonl": SmallReport.line("n"), "briefs/n.md": "---\nid: n\n---\nIn short.\n"], true
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
        "new.jsonl": SmallReport.line("b"),
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
    ("an id that is there", ["new.jsonl": SmallReport.line("a")], false),
    ("an id twice", ["new.jsonl": SmallReport.line("b") + SmallReport.line("b")], false),
    ("an id in other letters", ["new.jsonl": SmallReport.line("A")], false),
    (
      "ids in other letters than each other",
      ["new.jsonl": SmallReport.line("b") + SmallReport.line("B")], false
    ),
    ("the id of a draft", ["new.jsonl": SmallReport.line("draft")], false),
    ("another draft", ["articles/more.txt": "---\ndraft: true\n---\nNo.\n"], false),
    (
      "an entity's id in other letters",
      ["new.jsonl": SmallReport.line("b", entities: ["E": "person"])], false
    ),
    ("another type", ["new.jsonl": SmallReport.line("b", entities: ["e": "place"])], false),
    ("an article with an id that a brief is of", ["new.jsonl": SmallReport.line("e")], false),
    ("a claim with that id", ["new.jsonl": SmallReport.line("b", claim: "e")], false),
    (
      "a publisher who is not there", ["new.jsonl": SmallReport.line("b", publisher: "nobody")],
      false
    ),
    (
      "what is not there to be spoken of", ["new.jsonl": SmallReport.line("b", about: "nothing")],
      false
    ),
    ("words that the text has not", ["new.jsonl": SmallReport.line("b", text: "No.")], false),
    (
      "an item of Wikidata that is somebody else",
      ["new.jsonl": SmallReport.line("b", entities: ["g": "person"], more: #","wikidata":"Q1""#)],
      false
    ),
    (
      "somebody who is two items",
      [
        "new.jsonl": SmallReport.line("b", entities: ["g": "person"], more: #","wikidata":"Q2""#)
          + SmallReport.line("c", entities: ["g": "person"], more: #","wikidata":"Q3""#)
      ], false
    ),
    (
      "two who are one item",
      [
        "new.jsonl": SmallReport.line(
          "b", entities: ["g": "person", "h": "person"], more: #","wikidata":"Q2""#)
      ],
      false
    ),
    (
      "a member of itself",
      ["new.jsonl": SmallReport.line("b", entities: ["g": "person"], more: #","memberOf":["g"]"#)],
      false
    ),
    (
      "a new membership of who is there",
      ["new.jsonl": SmallReport.line("b", entities: ["e": "person"], more: #","memberOf":["f"]"#)],
      false
    ),
    (
      "a link to an attribution",
      ["articles/b.md": "---\npublisher: p\n---\nSee [](attribution:a/1).\n"], false
    ),
    ("an old address", ["articles/b.md": "---\naliases: [old]\n---\nWords.\n"], false),
    ("another card", ["entities/q.md": "---\nid: p\n" + SmallReport.card.dropFirst(4)], false),
    (
      "a card that joins", ["entities/g.md": "---\nsameAs: [e]\n" + SmallReport.card.dropFirst(4)],
      false
    ),
    ("a card of another type", ["entities/f.md": SmallReport.card], false),
    ("another brief of the same", ["briefs/c.md": "---\nid: e\n---\nAnother.\n"], false),
    ("a brief of nothing", ["briefs/c.md": "---\nid: nothing\n---\nOf what?\n"], false),
    ("a brief of a draft", ["briefs/c.md": "---\nid: draft\n---\nNot yet.\n"], false),
    ("a page with a dead link", ["pages/x.md": "---\ntitle: X\n---\n[](event:none)\n"], false),
    (
      "a page with an old address",
      ["pages/x.md": "---\ntitle: X\naliases: [old]\n---\nWords.\n"], false
    ),
    (
      "less that is declared",
      ["bulk.jsonl": SmallReport.line("a", entities: ["e": "person"], claim: "c")],
      true
    ),
    (
      "a claim that goes",
      ["bulk.jsonl": SmallReport.line("a", entities: ["e": "person", "f": "group"])], true
    ),
    (
      "somebody who goes of whom there is a brief",
      ["bulk.jsonl": SmallReport.line("a", entities: ["f": "group"], claim: "c")], false
    ),
    (
      "another id",
      ["bulk.jsonl": SmallReport.line("z", entities: ["e": "person", "f": "group"], claim: "c")],
      false
    ),
  ]

  @Test("are read alone where they fit in, else all is read again", arguments: cases)
  func oneAtATime(what: String, files: [String: String], fits: Bool) async throws {
    let content = try TestContent(SmallReport.base)
    var known = try await KnownReport(content)
    #expect(known.reading.diagnostics.isEmpty)
    for (path, text) in files { try content.write(Array(text.utf8), to: path) }
    let changes = try await known.check(content, what)
    #expect(changes.allSatisfy { ($0 != .all) == fits }, "\(what): \(changes)")
  }

  // MARK: By lot

  @Test("are read as if all were read, whatever comes and goes")
  func byLot() async throws {
    var tally = (fitting: 0, faulty: 0)
    for seed in 0..<40 as Range<UInt64> { try await draw(seed, &tally) }
    // Of 320 steps.
    #expect(tally.fitting > 30 && tally.faulty > 100, "\(tally)")
  }

  private func draw(_ seed: UInt64, _ tally: inout (fitting: Int, faulty: Int)) async throws {
    let content = try TestContent(SmallReport.base)
    var known = try await KnownReport(content)
    var random = SplitMix(seed: seed)
    var bulk = SmallReport.base["bulk.jsonl", default: ""]
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
      // Bound as before.
      if Bool.random(using: &random), let place = lines.indices.randomElement(using: &random) {
        lines[place] = lines[place].replacing(#""title":"T"#, with: #""title":"T\#(step)"#)
      }
      // Nor that.
      if Int.random(in: 0..<4, using: &random) == 0,
        let place = lines.indices.dropFirst().randomElement(using: &random)
      {
        lines.remove(at: place)
      }
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        let place =
          Bool.random(using: &random)
          ? lines.count : Int.random(in: 0...lines.count, using: &random)
        lines.insert(Self.drawn(&random), at: place)
      }
      file = lines.joined()
      try content.write(Array(file.utf8), to: "bulk.jsonl")
      let (path, text) = Self.drawnText(step, &random)
      if !text.isEmpty { try content.write(Array(text.utf8), to: path) }
      let gone =
        Bool.random(using: &random)
        ? texts.keys.sorted().filter { $0 != path }.randomElement(using: &random) : nil
      if let gone { try content.remove(gone) }
      let changes = try await known.check(
        content, "seed \(seed), step \(step): \(file)\(path): \(text)less \(gone ?? "nothing")")
      if changes.allSatisfy(\.isGrown) { tally.fitting += 1 }
      guard known.isInError else {
        bulk = file
        if !text.isEmpty { texts[path] = text }
        if let gone { texts[gone] = nil }
        continue
      }
      tally.faulty += 1
      // What was good last.
      if let gone, let last = texts[gone] { try content.write(Array(last.utf8), to: gone) }
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
    return SmallReport.line(
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
