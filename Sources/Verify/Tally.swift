/// How much was checked.
package struct Tally: Sendable, Hashable {
  package var files = 0
  package var articles = 0
  /// Marks in articles, each with its beginning and its end.
  package var marks = 0
  /// Words that rows show, by what they are.
  package var quotations = 0
  package var cues = 0
  package var labels = 0
  package var times = 0
  package var events = 0
  package var mentions = 0
  /// Places that annotations give for their words.
  package var targets = 0
  package var links = 0
  package var lists = 0
  package var counts = 0
  /// Rows of the tables under `data/`.
  package var rows = 0

  private static let parts: [(WritableKeyPath<Tally, Int> & Sendable, String, String)] = [
    (\.articles, "article text", "article texts"),
    (\.marks, "mark", "marks"),
    (\.quotations, "quotation", "quotations"),
    (\.cues, "cue", "cues"),
    (\.labels, "label", "labels"),
    (\.times, "time expression", "time expressions"),
    (\.events, "event wording", "event wordings"),
    (\.mentions, "mention", "mentions"),
    (\.targets, "annotated place", "annotated places"),
    (\.links, "link", "links"),
    (\.lists, "list", "lists"),
    (\.counts, "count", "counts"),
    (\.rows, "table row", "table rows"),
  ]

  mutating func add(_ other: Tally) {
    files += other.files
    for (path, _, _) in Self.parts { self[keyPath: path] += other[keyPath: path] }
  }

  /// "Checked 334 files: 1,203 quotations, …".
  package var text: String {
    let parts = Self.parts.map { path, one, many in
      "\(Self.grouped(self[keyPath: path])) \(self[keyPath: path] == 1 ? one : many)"
    }
    return "Checked \(Self.grouped(files)) \(files == 1 ? "file" : "files"): "
      + parts.joined(separator: ", ") + "."
  }

  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    for place in stride(from: digits.count - 3, to: 0, by: -3) { digits.insert(",", at: place) }
    return String(digits)
  }
}
