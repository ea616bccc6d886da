import Corpus
import Foundation
import TestSupport
import Testing

import Site

@Suite("The index of names")
struct NameShardsTests {
  @Test("A small report has one file, the weightiest entries first")
  func small() async throws {
    let site = try await TestSite(files: SmallReport.files)
    #expect(
      site.paths.filter { $0.hasPrefix("search/") } == [
        "search/index.html", "search/names/all.js", "search/words.ar.js", "search/words.en.js",
      ])
    #expect(
      try site.page("search/names/all.js") == """
        isnad.names("all",[["events","call","CONSULT","en","Call","ar","مكالمة"],
        ["entities","kremlin","organization","ar","الكرملين","en","Kremlin"],
        ["claims","talks","","ar","الجانبين … الحوار"],
        ["articles","one","","ar","مكالمة"],
        ["articles","two","","en","A call"],
        ["entities","paper","organization","ar","الجريدة","en","The Paper"]],[]);

        """)
  }

  @Test("What hands data over is data, whatever a name holds")
  func hostile() throws {
    let name = "</script>\"\\\n\u{2028}\u{7F}'`${x}"
    let file = try #require(NameShards(limit: 1, shown: 1).files([entry("x", name)]).first)
    let text = String(decoding: file.bytes, as: UTF8.self)
    let json = try #require(text.between("isnad.names(", ");\n"))
    let values = try JSONSerialization.jsonObject(with: Data("[\(json)]".utf8)) as? [Any]
    #expect((values?[1] as? [[String]]) == [["entities", "x", "person", "en", name]])
    #expect(!text.contains("<"))
  }

  @Test(
    "However many names there are, no file holds more than its limit, and each name is found",
    arguments: [1, 7, 50])
  func many(limit: Int) throws {
    var random = SplitMix(seed: UInt64(limit))
    let letters = ["ا", "ب", "م", "ح", "a", "é", "𐐀", "ب ", "n "]
    let entries = (0..<400).map { number in
      entry(
        "e\(number)",
        (0..<Int.random(in: 1...9, using: &random))
          .map { _ in letters.randomElement(using: &random) ?? "" }.joined() + " x\(number % 97)")
    }
    let files = NameShards(limit: limit, shown: min(limit, 5)).files(entries)
    let shards = try Shards(files)
    #expect(shards.largest <= limit)
    for entry in entries {
      let key = SearchFolding.words(entry.names[0].text).joined(separator: " ")
      let same = entries.filter {
        SearchFolding.words($0.names[0].text).joined(separator: " ") == key
      }
      // Of names that are quite alike a file holds the weightiest.
      guard same.count <= limit else { continue }
      #expect(shards.find(key).contains(entry.id), "\(key) does not find \(entry.id)")
    }
  }

  @Test("A name is found by each of its words, in all their forms")
  func everyWord() throws {
    let entries =
      [entry("ministry", "وزارة الدفاع التركية")]
      + (0..<40).map { entry("other\($0)", "\(["ش", "ط", "غ", "س"][$0 % 4])\($0)") }
    let shards = try Shards(NameShards(limit: 3, shown: 1).files(entries))
    for key in ["وزاره", "زاره", "الدفاع", "دفاع", "دفاع التركيه", "تركيه"] {
      #expect(shards.find(key).contains("ministry"), "\(key)")
    }
    #expect(!shards.find("غير").contains("ministry"))
  }

  @Test("The same entries make the same files")
  func deterministic() {
    let entries = (0..<300).map { entry("e\($0)", "اسم \($0 % 17) \($0)") }
    let first = NameShards(limit: 5, shown: 2).files(entries)
    let second = NameShards(limit: 5, shown: 2).files(entries)
    #expect(first.map(\.path) == second.map(\.path))
    #expect(first.map(\.bytes) == second.map(\.bytes))
    #expect(Set(first.map(\.path)).count == first.count)
  }

  @Test("Keys are sorted by their bytes, those alike by their entries", arguments: [1, 30, 3_000])
  func order(count: Int) {
    var random = SplitMix(seed: UInt64(count))
    let words = ["ال", "الم", "a", "aa", "aaaaaaaab", "𐐀", "ی", "é"]
    let entries = (0..<count).map { number in
      entry(
        "e\(number)",
        (0..<Int.random(in: 1...6, using: &random))
          .map { _ in words.randomElement(using: &random) ?? "" }.joined())
    }
    let keys = NameKeys(entries)
    let sorted = keys.sorted.map { (Array(keys.bytes[$0.start..<$0.start + $0.count]), $0.entry) }
    let expected = sorted.sorted { left, right in
      left.0 == right.0 ? left.1 < right.1 : left.0.lexicographicallyPrecedes(right.0)
    }
    #expect(sorted.map(\.0) == expected.map(\.0))
    #expect(sorted.map(\.1) == expected.map(\.1))
    #expect(Set(sorted.map(\.1)).count == count)
  }

  private func entry(_ id: String, _ name: String) -> NameEntry {
    NameEntry(
      kind: .entities, id: id, type: "person", weight: 1,
      names: [Localized.Entry(lang: "en", text: name)])
  }
}

/// Reads the files as the script does.
private struct Shards {
  private struct Node {
    let ids: [String]
    let next: [(first: String, file: String)]
  }

  private var nodes: [String: Node] = [:]
  private(set) var largest = 0

  init(_ files: [SiteFile]) throws {
    for file in files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let json = "[" + (text.between("isnad.names(", ");\n") ?? "") + "]"
      let values = try #require(
        try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [Any])
      let name = try #require(values[0] as? String)
      #expect(file.path == "search/names/\(name).js")
      let entries = try #require(values[1] as? [[String]])
      let next = try #require(values[2] as? [[String]])
      nodes[name] = Node(ids: entries.map { $0[1] }, next: next.map { ($0[0], $0[1]) })
      largest = max(largest, entries.count)
    }
  }

  func find(_ key: String) -> [String] {
    guard var node = nodes["all"] else { return [] }
    for letter in key.unicodeScalars where !node.next.isEmpty {
      let link = node.next.last {
        $0.first.unicodeScalars.first.map { $0.value <= letter.value } ?? false
      }
      guard let link, let next = nodes[link.file],
        link.first == String(letter) || link.file.hasSuffix("-on")
      else { return [] }
      node = next
    }
    let end = node.next.first.flatMap { $0.first.isEmpty ? nodes[$0.file] : nil }
    return (end?.ids ?? []) + node.ids
  }
}

extension NameShards {
  fileprivate func files(_ entries: [NameEntry]) -> [SiteFile] {
    var files: [SiteFile] = []
    forEachFile(entries) { files.append($0) }
    return files
  }
}
