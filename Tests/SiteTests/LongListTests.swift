import Foundation
import Testing

import Site

/// What has no room on a page stands on another one, or is said to be more and led to.
@Suite("Lists that are longer than their page")
struct LongListTests {
  private static let number = 230

  /// A body with very many members, all of them named in one article and carried by one wire.
  private static let site = Task {
    var members: [[String: Any]] = []
    var mentions: [[String: Any]] = []
    var attributions: [[String: Any]] = []
    var events: [[String: Any]] = []
    for index in 0..<number {
      members.append([
        "id": "m\(index)", "type": "person", "names": ["en": "Member \(index)"],
        "memberOf": ["council"],
      ])
      mentions.append(["entity": "m\(index)", "target": target(word(index))])
    }
    for index in 0..<30 {
      attributions.append([
        "id": "a\(index)", "content": target(word(index)), "directness": "indirect",
        "chain": [["source": "m\(index)"], ["source": "wire", "medium": "wire"]],
      ])
    }
    for index in 0..<30 {
      events.append([
        "id": "e\(index)", "type": "other", "title": ["en": "Event \(index)"],
        "targets": [target(word(index))],
        "relations": index == 0
          ? (1..<30).map { ["type": "before", "event": "e\($0)"] } : [],
      ])
    }
    let analysis: [String: Any] = [
      "format": "isnad/1", "article": "long",
      "entities": members + [
        ["id": "council", "type": "organization", "names": ["en": "Council"]],
        ["id": "wire", "type": "organization", "kind": "news-agency", "names": ["en": "Wire"]],
      ],
      "mentions": mentions, "events": events, "attributions": attributions,
    ]
    let text = (0..<number).map(word).joined(separator: " ")
    return try await TestSite(files: [
      "site.yaml": "languages: [en, ar]\n",
      "articles/long.txt": "---\ntitle: Long\nlang: en\n---\n\(text)\n",
      "analysis/long.json": String(
        decoding: try JSONSerialization.data(withJSONObject: analysis, options: .sortedKeys),
        as: UTF8.self),
      "entities/council.md":
        "---\ntype: organization\nnames: {en: Council}\nlang: ar\n---\nمجلس كبير.\n",
      "entities/wire.md": "---\ntype: organization\nnames: {en: Wire}\n---\nA wire.\n",
    ])
  }

  private static func word(_ index: Int) -> String { "w\(1000 + index)" }

  private static func target(_ words: String) -> [String: String] { ["exact": words] }

  private static func count(_ text: String, _ page: String) -> Int {
    page.components(separatedBy: text).count - 1
  }

  @Test(
    "Members of a body, and what an article speaks of: the first here, all on pages of their own",
    arguments: [
      ("entities/council", "members", number), ("ar/entities/council", "members", number),
      // With the wire, which no words are about.
      ("articles/long", "entities", number + 1),
    ])
  func ownPages(_ parent: String, _ list: String, _ total: Int) async throws {
    let site = try await Self.site.value
    let page = try site.page("\(parent)/index.html")
    #expect(page.contains("data-list=\"\(list)\" data-whole=\""))
    #expect(page.contains("data-count=\"\(total)\" data-of=\"\(list)\""))
    let pages = [
      try site.page("\(parent)/\(list)/index.html"),
      try site.page("\(parent)/\(list)/page/2/index.html"),
    ]
    #expect(pages.map { Self.count("<tr><th scope=\"row\">", $0) } == [200, total - 200])
    #expect(pages.allSatisfy { $0.contains("data-list=\"\(list)\"") })
  }

  @Test("Those whom a wire carries: how many more, and the way to the rows that they are in")
  func carried() async throws {
    let page = try await Self.site.value.page("sources/wire/index.html")
    #expect(page.contains("entities/wire/relayed/index.html\">and 5 more</a>"))
  }

  @Test("Events before another: together, the last of them when they are asked for")
  func relations() async throws {
    let page = try await Self.site.value.page("events/e0/index.html")
    #expect(Self.count("Before:", page) == 1)
    #expect(page.contains("<summary>and 4 more</summary>"))
    for index in 1..<30 { #expect(page.contains("events/e\(index)/index.html")) }
  }

  @Test("The note of a card is in the language that the card says, else in the site's first")
  func note() async throws {
    let site = try await Self.site.value
    #expect(
      try site.page("entities/council/index.html").contains(
        "<section class=\"note\" lang=\"ar\" dir=\"rtl\">"))
    #expect(
      try site.page("ar/entities/wire/index.html").contains(
        "<section class=\"note\" lang=\"en\" dir=\"ltr\">"))
  }
}
