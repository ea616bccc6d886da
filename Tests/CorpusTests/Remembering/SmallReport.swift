/// A report of a few records, to which others come and from which some go.
enum SmallReport {
  static let base = [
    "bulk.jsonl": line("a", entities: ["e": "person", "f": "group"], claim: "c", publisher: "p"),
    "articles/own.md": "---\npublisher: p\n---\nOf [](entity:p).\n",
    "entities/p.md": "---\ntype: organization\nnames: {en: P}\nwikidata: Q1\n---\nA note.\n",
    "briefs/b.md": "---\nid: e\n---\nA brief of whatever has this id.\n",
    "articles/draft.txt": "---\ndraft: true\n---\nNot yet.\n",
  ]

  static func line(
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

  static let card = "---\ntype: person\nnames: {en: Somebody}\n---\nA note.\n"
}
