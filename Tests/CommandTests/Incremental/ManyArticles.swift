import Foundation

/// A report of bulk files in which the same few speak so often that their lists have further pages.
struct ManyArticles {
  private static let articles = 36
  /// In each article.
  private static let sayings = 7

  static func write(into folder: SourceFolder) throws {
    try folder.write("content/site.yaml", "title: {en: Many}\nlanguages: [en, ar]\n")
    let lines = try (0..<articles).map { try folder.text(of: record($0)) + "\n" }
    try folder.write("content/a.jsonl", lines.prefix(articles / 2).joined())
    try folder.write("content/b.jsonl", lines.dropFirst(articles / 2).joined())
    // What only some of the articles name, so that an edit does not concern all.
    try folder.write(
      "content/pages/about.md", "---\ntitle: About\n---\nOf [](entity:speaker) and [](event:e0).\n")
  }

  /// Writes an article of a later day than all others, in a file of its own, which comes last by its id.
  static func writeOneMore(into folder: SourceFolder, day: Int) throws {
    var record = record(articles + day)
    var article = record["article"] as? SourceFolder.JSON ?? [:]
    article["id"] = "later-\(day)"
    article["published"] = "2019-06-0\(day)"
    record["article"] = article
    var analysis = record["analysis"] as? SourceFolder.JSON ?? [:]
    analysis["article"] = "later-\(day)"
    record["analysis"] = analysis
    try folder.write("content/later-\(day).jsonl", try folder.text(of: record) + "\n")
  }

  private static func record(_ number: Int) -> SourceFolder.JSON {
    let sentences = (0..<sayings).map { "The speaker said: “words \(number) of \($0) end”." }
    let text = sentences.joined(separator: "\n") + "\nThe so-called plan \(number) fell through."
    return [
      "article": [
        "id": "article-\(number)", "title": "Article \(number)", "lang": "en",
        "publisher": "outlet-\(number % 3)", "published": "2019-05-\(10 + number % 20)",
        "tags": ["topic \(number % 2)"], "text": text,
      ],
      "analysis": [
        "format": "isnad/1", "article": "article-\(number)", "entities": entities(number),
        "mentions": (0..<sayings).map { saying -> SourceFolder.JSON in
          [
            "entity": "speaker",
            "target": [
              "exact": "speaker", "prefix": "The ",
              "suffix": " said: “words \(number) of \(saying) ",
            ],
          ]
        },
        "events": [
          [
            "id": "e\(number)", "type": "CONSULT", "title": ["en": "Event \(number)"],
            "date": "2019-0\(1 + number % 9)-1\(number % 10)",
            "participants": [["entity": "speaker", "role": "participant"]],
          ],
          [
            "id": "shared-\(number % 5)", "type": "talk", "title": ["en": "Shared"],
            "date": "2019-05-0\(1 + number % 3)",
          ],
        ],
        "attributions": (0..<sayings).map { attribution(number, $0) },
        "labels": [
          [
            "entity": "speaker", "target": ["exact": "so-called plan \(number)"],
            "device": "loaded-label",
          ]
        ],
      ],
    ]
  }

  private static func entities(_ number: Int) -> [SourceFolder.JSON] {
    let outlet = "outlet-\(number % 3)"
    return [
      ["id": "speaker", "type": "person", "names": ["en": "The Speaker", "ar": "المتحدث"]],
      ["id": "wire", "type": "organization", "kind": "news-agency", "names": ["en": "Wire"]],
      ["id": outlet, "type": "organization", "names": ["en": "Outlet \(number % 3)"]],
      [
        "id": "witness-\(number % 12)", "type": "person",
        "names": ["en": "Witness \(number % 12)"],
      ],
    ]
  }

  private static func attribution(_ number: Int, _ saying: Int) -> SourceFolder.JSON {
    let speaker = saying == 0 ? "witness-\(number % 12)" : "speaker"
    var record: SourceFolder.JSON = [
      "id": "a\(saying)", "content": ["exact": "words \(number) of \(saying) end"],
      "cue": ["lemma": "say", "stance": saying == 1 ? "distancing" : "neutral"],
      "directness": "direct",
      "chain": saying % 3 == 0
        ? [["source": speaker], ["source": "wire", "medium": "wire"]] : [["source": speaker]],
      "about": ["shared-\(number % 5)"],
    ]
    if saying < 3 { record["claim"] = "claim-\(saying * 10 + number % 4)" }
    return record
  }
}
