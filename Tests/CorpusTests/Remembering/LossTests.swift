import Foundation
import Testing

import Corpus

/// What is read after records went is what is read of all, whether anybody misses them or not.
@Suite("Records that go")
struct LossTests {
  /// What is written first, what is written then, `nil` for what goes, and whether nobody misses it.
  private static let losses:
    [(what: String, more: [String: String], then: [String: String?], fits: Bool)] = [
      ("an article", [:], ["articles/own.md": nil], true),
      ("a brief", [:], ["briefs/b.md": nil], true),
      (
        "a page",
        ["pages/x.md": "---\ntitle: X\n---\nWords.\n"], ["pages/x.md": nil], true
      ),
      (
        "a card of who is declared elsewhere", ["entities/e.md": SmallReport.card],
        ["entities/e.md": nil], true
      ),
      (
        "a card of who is an item of Wikidata, and nothing else",
        ["entities/g.md": "---\nwikidata: Q5\n" + SmallReport.card.dropFirst(4)],
        ["entities/g.md": nil], true
      ),
      (
        "an article, while one after it changes",
        ["articles/0.md": "---\npublisher: p\n---\nWords.\n"],
        [
          "articles/0.md": nil,
          "articles/own.md": "---\npublisher: p\ntitle: Another\n---\nOf [](entity:p).\n",
        ], true
      ),
      (
        "the last line, with all that is in it alone",
        [
          "bulk.jsonl": SmallReport.base["bulk.jsonl", default: ""]
            + SmallReport.line("b", entities: ["g": "person"], claim: "d")
        ],
        ["bulk.jsonl": SmallReport.base["bulk.jsonl", default: ""]], true
      ),
      (
        "an analysis",
        [
          "analysis/own.json":
            #"{"format":"isnad/1","article":"own","entities":[{"id":"g","type":"person","names":{"en":"G"}}],"mentions":[{"entity":"g","target":{"exact":"Of"}}]}"#
        ], ["analysis/own.json": nil], true
      ),
      (
        "an article with its analysis, while others come",
        ["more.jsonl": SmallReport.line("b", entities: ["g": "person"], claim: "d")],
        [
          "more.jsonl": nil,
          "other.jsonl": SmallReport.line("0", entities: ["h": "person"], claim: "d"),
        ], true
      ),
      (
        "an article of which there is a brief, and that",
        ["briefs/own.md": "---\nid: own\n---\nIn short.\n"],
        ["briefs/own.md": nil, "articles/own.md": nil], true
      ),
      (
        "a part of an event",
        [
          "events/v.md": "---\ntype: talk\ntitle: {en: V}\n---\n",
          "events/w.md": "---\ntype: talk\ntitle: {en: W}\npartOf: v\n---\nOf [](event:v).\n",
        ], ["events/w.md": nil], true
      ),
      (
        "an attribution to which nothing leads",
        ["bulk.jsonl": SmallReport.line("a", entities: ["e": "person", "f": "group"], claim: "c")],
        [
          "bulk.jsonl": SmallReport.line("a", entities: ["e": "person", "f": "group"], claim: "c")
            .replacing(#""id":"1""#, with: #""id":"2""#)
        ], true
      ),

      (
        "an article of which there is a brief",
        ["briefs/own.md": "---\nid: own\n---\nIn short.\n"], ["articles/own.md": nil], false
      ),
      (
        "an article to which a page leads",
        ["pages/x.md": "---\ntitle: X\n---\n[](article:own)\n"], ["articles/own.md": nil], false
      ),
      (
        "an article to which another leads by a link without words",
        ["articles/x.md": "---\npublisher: p\n---\nSee [](article:own).\n"],
        ["articles/own.md": nil], false
      ),
      (
        "an article to which another leads in letters that are encoded",
        ["articles/x.md": "---\npublisher: p\n---\nSee [it](&#97;rticle:o%77n).\n"],
        ["articles/own.md": nil], false
      ),
      (
        "an article to which a heading leads",
        ["articles/x.md": "---\npublisher: p\n---\n# [See](article:own)\n\nWords.\n"],
        ["articles/own.md": nil], false
      ),
      (
        "an article that was translated",
        ["articles/x.md": "---\ntranslationOf: own\n---\nWords.\n"], ["articles/own.md": nil],
        false
      ),
      (
        "an article of which there is an analysis",
        [
          "analysis/own.json":
            #"{"format":"isnad/1","article":"own","entities":[],"mentions":[{"entity":"e","target":{"exact":"Of"}}]}"#
        ], ["articles/own.md": nil], false
      ),
      (
        "an article to which the menu leads",
        ["site.yaml": "menu: [{title: {en: Own}, address: /articles/own/}]\n"],
        ["articles/own.md": nil], false
      ),
      (
        "a page to which the menu leads",
        [
          "site.yaml": "menu: [{title: {en: X}, address: /pages/x/}]\n",
          "pages/x.md": "---\ntitle: X\n---\nWords.\n",
        ], ["pages/x.md": nil], false
      ),
      (
        "an article with an old address",
        ["articles/x.md": "---\naliases: [old]\n---\nWords.\n"], ["articles/x.md": nil], false
      ),
      ("a draft", [:], ["articles/draft.txt": nil], false),
      ("who publishes", [:], ["entities/p.md": nil], false),
      (
        "whom an analysis mentions",
        [
          "entities/g.md": SmallReport.card,
          "analysis/own.json":
            #"{"format":"isnad/1","article":"own","entities":[],"mentions":[{"entity":"g","target":{"exact":"Of"}}]}"#,
        ], ["entities/g.md": nil], false
      ),
      (
        "what something is about",
        ["entities/g.md": SmallReport.card, "more.jsonl": SmallReport.line("b", about: "g")],
        ["entities/g.md": nil], false
      ),
      (
        "who was said to have said something",
        [
          "entities/g.md": SmallReport.card,
          "more.jsonl": SmallReport.line("b").replacing(#""source":"p""#, with: #""source":"g""#),
        ], ["entities/g.md": nil], false
      ),
      (
        "whose member somebody is",
        [
          "entities/g.md": SmallReport.card,
          "entities/h.md": "---\nmemberOf: [g]\n" + SmallReport.card.dropFirst(4),
        ], ["entities/g.md": nil], false
      ),
      (
        "who is credited",
        ["entities/g.md": SmallReport.card, "articles/x.md": "---\ncredit: [g]\n---\nWords.\n"],
        ["entities/g.md": nil], false
      ),
      (
        "who takes part in an event",
        [
          "entities/g.md": SmallReport.card,
          "events/v.md":
            "---\ntype: talk\ntitle: {en: V}\nparticipants: [{entity: g, role: guest}]\n---\n",
        ], ["entities/g.md": nil], false
      ),
      (
        "where an event was",
        [
          "entities/g.md": SmallReport.card.replacing("person", with: "place"),
          "events/v.md": "---\ntype: talk\ntitle: {en: V}\nplace: g\n---\n",
        ], ["entities/g.md": nil], false
      ),
      (
        "what another event is after",
        [
          "events/v.md": "---\ntype: talk\ntitle: {en: V}\n---\n",
          "events/w.md":
            "---\ntype: talk\ntitle: {en: W}\nrelations: [{type: after, event: v}]\n---\n",
        ], ["events/v.md": nil], false
      ),
      (
        "what another event is a part of",
        [
          "events/v.md": "---\ntype: talk\ntitle: {en: V}\n---\n",
          "events/w.md": "---\ntype: talk\ntitle: {en: W}\npartOf: v\n---\n",
        ], ["events/v.md": nil], false
      ),
      (
        "a card that joins",
        ["entities/g.md": "---\nsameAs: [e]\n" + SmallReport.card.dropFirst(4)],
        ["entities/g.md": nil], false
      ),
      (
        "a card of one whom another joins",
        [
          "entities/g.md": "---\nsameAs: [h]\n" + SmallReport.card.dropFirst(4),
          "entities/h.md": SmallReport.card,
        ], ["entities/h.md": nil], false
      ),
      (
        "a claim to which a brief leads",
        ["briefs/a.md": "---\nid: a\n---\n[](claim:c)\n"],
        ["bulk.jsonl": SmallReport.line("a", entities: ["e": "person", "f": "group"])], false
      ),
      (
        "an attribution to which a brief leads",
        ["briefs/a.md": "---\nid: a\n---\n[](attribution:a/1)\n"],
        [
          "bulk.jsonl": SmallReport.line("a", entities: ["e": "person", "f": "group"], claim: "c")
            .replacing(#""id":"1""#, with: #""id":"2""#)
        ], false
      ),
      (
        "a line in the middle",
        [
          "bulk.jsonl": SmallReport.base["bulk.jsonl", default: ""] + SmallReport.line("b")
            + SmallReport.line("d")
        ],
        ["bulk.jsonl": SmallReport.base["bulk.jsonl", default: ""] + SmallReport.line("d")], true
      ),
      (
        "a line in the middle, while others come",
        [
          "bulk.jsonl": SmallReport.base["bulk.jsonl", default: ""] + SmallReport.line("b")
            + SmallReport.line("d")
        ],
        [
          "bulk.jsonl": SmallReport.line("0") + SmallReport.base["bulk.jsonl", default: ""]
            + SmallReport.line("d", claim: "c") + SmallReport.line("f")
        ], false
      ),
      (
        "a line in the middle, while others come before and after",
        [
          "bulk.jsonl": SmallReport.base["bulk.jsonl", default: ""] + SmallReport.line("b")
            + SmallReport.line("d", entities: ["g": "person"])
        ],
        [
          "bulk.jsonl": SmallReport.line("0") + SmallReport.base["bulk.jsonl", default: ""]
            + SmallReport.line("d", entities: ["g": "person"]) + SmallReport.line("f")
        ], true
      ),
      (
        "a line, while the next says something else",
        [
          "bulk.jsonl": SmallReport.line("0") + SmallReport.base["bulk.jsonl", default: ""]
            + SmallReport.line("b")
        ],
        [
          "bulk.jsonl": retitled(SmallReport.base["bulk.jsonl", default: ""])
            + retitled(SmallReport.line("b"))
        ], true
      ),
      (
        "two lines, while all others say something else, and others come between",
        [
          "bulk.jsonl": SmallReport.line("0") + SmallReport.base["bulk.jsonl", default: ""]
            + SmallReport.line("b") + SmallReport.line("d")
        ],
        [
          "bulk.jsonl": retitled(SmallReport.base["bulk.jsonl", default: ""])
            + SmallReport.line("f") + SmallReport.line("h") + retitled(SmallReport.line("d"))
        ], true
      ),
      (
        "no line, but one comes before one that says something else", [:],
        [
          "bulk.jsonl": SmallReport.line("0")
            + retitled(SmallReport.base["bulk.jsonl", default: ""])
        ], true
      ),
      (
        "no line, but two say something else and change their order",
        [
          "bulk.jsonl": SmallReport.base["bulk.jsonl", default: ""] + SmallReport.line("b")
            + SmallReport.line("d")
        ],
        [
          "bulk.jsonl": SmallReport.base["bulk.jsonl", default: ""]
            + retitled(SmallReport.line("d")) + retitled(SmallReport.line("b"))
        ], false
      ),
      (
        "no line, but empty ones come", [:],
        ["bulk.jsonl": "\n\n" + SmallReport.base["bulk.jsonl", default: ""]], true
      ),
      (
        "no line, but their order changes",
        [
          "bulk.jsonl": SmallReport.base["bulk.jsonl", default: ""] + SmallReport.line("b")
            + SmallReport.line("d")
        ],
        [
          "bulk.jsonl": SmallReport.line("d") + SmallReport.base["bulk.jsonl", default: ""]
            + SmallReport.line("b")
        ], false
      ),
      (
        "a file that comes by another name", [:],
        [
          "articles/own.md": nil,
          "articles/own.txt": "---\npublisher: p\n---\nOf the paper.\n",
        ], false
      ),
      (
        "one of two who were one item",
        ["entities/e.md": "---\nwikidata: Q1\n" + SmallReport.card.dropFirst(4)],
        ["entities/e.md": nil], false
      ),
    ]

  /// Bound to all others as before.
  private static func retitled(_ line: String) -> String {
    line.replacing(#""title":"T""#, with: #""title":"Another""#)
  }

  @Test("go alone where nobody misses them, else all is read again", arguments: losses)
  func whatGoes(
    what: String, more: [String: String], then: [String: String?], fits: Bool
  ) async throws {
    let content = try TestContent(SmallReport.base.merging(more) { _, new in new })
    var known = try await KnownReport(content)
    #expect(!known.reading.diagnostics.hasErrors, "\(what): \(known.reading.diagnostics)")
    for (path, text) in then {
      if let text {
        try content.write(Array(text.utf8), to: path)
      } else {
        try content.remove(path)
      }
    }
    let changes = try await known.check(content, what)
    #expect(changes.allSatisfy { ($0 != .all) == fits }, "\(what): \(changes)")
    // And come back, which fits in where nobody misses them.
    for (path, text) in SmallReport.base.merging(more, uniquingKeysWith: { _, new in new }) {
      try content.write(Array(text.utf8), to: path)
    }
    for (path, text) in then where text != nil && SmallReport.base[path] == nil && more[path] == nil
    {
      try content.remove(path)
    }
    let back = try await known.check(content, what)
    if fits { #expect(back.allSatisfy { $0 != .all }, "\(what): \(back)") }
  }

  @Test("are as if they never were")
  func afterwards() async throws {
    let member = "---\nmemberOf: [g]\n" + SmallReport.card.dropFirst(4)
    let mention =
      #"{"format":"isnad/1","article":"own","entities":[],"mentions":[{"entity":"ID","target":{"exact":"Of"}}]}"#
    func analysis(of id: String) -> String { mention.replacing("ID", with: id) }
    let content = try TestContent(
      SmallReport.base.merging([
        "entities/g.md": SmallReport.card, "entities/h.md": member,
        "analysis/own.json": analysis(of: "e"),
      ]) { _, new in new })
    var known = try await KnownReport(content)
    func write(_ texts: [String: String]) throws {
      for (path, text) in texts { try content.write(Array(text.utf8), to: path) }
    }
    try write(["entities/h.md": SmallReport.card])
    _ = try await known.check(content, "nobody's member")
    try content.remove("entities/g.md")
    var changes = try await known.check(content, "gone")
    #expect(changes.allSatisfy { $0 != .all })
    // Nobody by that name is there to be mentioned.
    try write(["analysis/own.json": analysis(of: "g")])
    _ = try await known.check(content, "mentioned")
    #expect(known.isInError)
    try write(["analysis/own.json": analysis(of: "e")])
    _ = try await known.check(content, "mentioned no more")
    // What was a member of it once may have it as a member, but not be its member again.
    try write(["entities/g.md": member.replacing("[g]", with: "[h]")])
    changes = try await known.check(content, "a member now")
    #expect(changes.allSatisfy { $0 != .all })
    try write(["entities/h.md": member])
    _ = try await known.check(content, "members of each other")
    #expect(known.isInError)
  }
}
