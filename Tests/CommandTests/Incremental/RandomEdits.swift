import Foundation
import TestSupport

/// Edits of a report such as people make, one drawn by lot at a time. Some of them are mistakes.
struct RandomEdits {
  private let folder: SourceFolder
  private var random: SplitMix
  private var number = 0

  init(of folder: SourceFolder, seed: UInt64) {
    self.folder = folder
    random = SplitMix(seed: seed)
  }

  /// - Returns: what was done, in words.
  mutating func edit() throws -> String {
    number += 1
    switch Int.random(in: 0..<20, using: &random) {
    case 0..<3: return try retitle()
    case 3: return try lengthen()
    case 4, 5: return try changeFrontMatter()
    case 6..<11: return try changeAnalysis()
    case 11: return try addArticle()
    case 12: return try removeArticle()
    case 13: return try renameArticle()
    case 14: return try changeCard()
    case 15: return try removeOne(of: ["content/entities", "content/events", "content/briefs"])
    case 16: return try changeProse()
    case 17: return try addBriefOrPage()
    case 18: return try changeTemplates()
    default: return try changeSettings()
    }
  }

  private mutating func one<Value>(of values: [Value]) -> Value? {
    values.randomElement(using: &random)
  }

  // MARK: Articles

  /// An article's own file, or a line of a bulk file.
  private enum Place {
    case file(String)
    case line(file: String, number: Int)
  }

  private mutating func article() throws -> Place? {
    let files = try folder.files(under: "content/articles", "").map(Place.file)
    let bulk = try folder.files(under: "content", ".jsonl").flatMap { file in
      try lines(file).indices.map { Place.line(file: file, number: $0) }
    }
    return one(of: files + bulk)
  }

  private func lines(_ file: String) throws -> [String] {
    try folder.text(file).split(separator: "\n").map(String.init)
  }

  private func write(_ lines: [String], _ file: String) throws {
    try folder.write(file, lines.map { $0 + "\n" }.joined())
  }

  private func changeLine(
    _ file: String, _ number: Int, _ change: (inout SourceFolder.JSON) -> Void
  ) throws {
    var all = try lines(file)
    var record = try folder.json(all[number])
    change(&record)
    all[number] = try folder.text(of: record)
    try write(all, file)
  }

  private func setFrontMatter(_ file: String, _ key: String, _ value: String) throws {
    var lines = try folder.text(file).components(separatedBy: "\n")
    if let known = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) {
      lines[known] = "\(key): \(value)"
    } else if lines.first == "---" {
      lines.insert("\(key): \(value)", at: 1)
    } else {
      lines.insert(contentsOf: ["---", "\(key): \(value)", "---"], at: 0)
    }
    try folder.write(file, lines.joined(separator: "\n"))
  }

  private func set(_ place: Place, _ key: String, _ value: Any) throws {
    switch place {
    case .file(let file):
      let text = (value as? [String]).map { "[\($0.joined(separator: ", "))]" } ?? "\(value)"
      try setFrontMatter(file, key, text)
    case .line(let file, let number):
      try changeLine(file, number) { record in
        var article = record["article"] as? SourceFolder.JSON ?? [:]
        article[key] = value
        record["article"] = article
      }
    }
  }

  private mutating func retitle() throws -> String {
    guard let place = try article() else { return "no article" }
    try set(place, "title", "Title \(number)")
    return "title of \(place)"
  }

  private mutating func lengthen() throws -> String {
    guard let place = try article() else { return "no article" }
    switch place {
    case .file(let file):
      try folder.write(file, try folder.text(file) + "\nAn addition, number \(number).\n")
    case .line(let file, let line):
      try changeLine(file, line) { [number] record in
        var article = record["article"] as? SourceFolder.JSON ?? [:]
        article["text"] = "\(article["text"] ?? "")\nAn addition, number \(number)."
        record["article"] = article
      }
    }
    return "text of \(place)"
  }

  private mutating func changeFrontMatter() throws -> String {
    guard let place = try article() else { return "no article" }
    let id = try entityIDs().randomElement(using: &random) ?? "nobody"
    let choice: (String, Any)? = one(of: [
      ("published", "2019-0\(number % 9 + 1)-1\(number % 10)"), ("publisher", id),
      ("tags", ["fighting", "tag-\(number % 3)"]), ("credit", [id]), ("authors", ["Someone"]),
      ("aliases", ["old/\(number)"]), ("license", "CC \(number)"), ("draft", true),
      ("retrieved", "2031-01-\(number % 9 + 10)"),
    ])
    guard let (key, value) = choice else { return "nothing" }
    try set(place, key, value)
    return "\(key) of \(place)"
  }

  private mutating func addArticle() throws -> String {
    guard let place = try article() else { return "no article" }
    let id = "added-\(number)"
    switch place {
    case .file(let file):
      let ending = file.hasSuffix(".md") ? "md" : "txt"
      try folder.write("content/articles/\(id).\(ending)", try folder.text(file))
      guard let analysis = try analyses(of: name(file)).first else { break }
      var json = try folder.json(try folder.text(analysis))
      json["article"] = id
      try folder.write("content/analysis/\(id).json", try folder.text(of: json))
    case .line(let file, let line):
      var all = try lines(file)
      var record = try folder.json(all[line])
      Self.rename(&record, id)
      // Mostly they come at the end.
      let place =
        Bool.random(using: &random) ? all.count : Int.random(in: 0...all.count, using: &random)
      all.insert(try folder.text(of: record), at: place)
      try write(all, file)
    }
    return "\(id), like \(place)"
  }

  private mutating func removeArticle() throws -> String {
    guard let place = try article() else { return "no article" }
    switch place {
    case .file(let file):
      for analysis in try analyses(of: name(file)) { try folder.remove(analysis) }
      try folder.remove(file)
    case .line(let file, let line):
      var all = try lines(file)
      all.remove(at: line)
      try write(all, file)
    }
    return "without \(place)"
  }

  private mutating func renameArticle() throws -> String {
    guard let place = try article() else { return "no article" }
    let id = "renamed-\(number)"
    switch place {
    case .file(let file):
      for analysis in try analyses(of: name(file)) {
        var json = try folder.json(try folder.text(analysis))
        json["article"] = id
        try folder.write(analysis, try folder.text(of: json))
      }
      let text = try folder.text(file)
      try folder.remove(file)
      try folder.write("content/articles/\(id).\(file.hasSuffix(".md") ? "md" : "txt")", text)
    case .line(let file, let line): try changeLine(file, line) { Self.rename(&$0, id) }
    }
    return "\(id), which was \(place)"
  }

  private static func rename(_ record: inout SourceFolder.JSON, _ id: String) {
    for part in [("article", "id"), ("analysis", "article")] {
      var json = record[part.0] as? SourceFolder.JSON ?? [:]
      json[part.1] = id
      record[part.0] = json
    }
  }

  private func name(_ file: String) -> String {
    URL(fileURLWithPath: file).deletingPathExtension().lastPathComponent
  }

  private func analyses(of article: String) throws -> [String] {
    try folder.files(under: "content/analysis", ".json").filter {
      try folder.json(try folder.text($0))["article"] as? String == article
    }
  }

  // MARK: Analyses

  private func entityIDs() throws -> [String] {
    let cards = try folder.files(under: "content/entities", ".md").map(name)
    let bulk = try folder.files(under: "content", ".jsonl").flatMap { file in
      try lines(file).prefix(1).flatMap { line in
        let analysis = try folder.json(line)["analysis"] as? SourceFolder.JSON
        return (analysis?["entities"] as? [SourceFolder.JSON] ?? []).compactMap {
          $0["id"] as? String
        }
      }
    }
    return (cards + bulk).sorted()
  }

  private mutating func changeAnalysis() throws -> String {
    let bulk = try folder.files(under: "content", ".jsonl")
    let files = try folder.files(under: "content/analysis", ".json") + bulk
    guard let file = one(of: files) else { return "no analysis" }
    var edits = AnalysisEdits(number: number, entities: try entityIDs(), random: random)
    defer { random = edits.random }
    if bulk.contains(file) {
      let line = Int.random(in: 0..<(try lines(file).count), using: &edits.random)
      var what = ""
      try changeLine(file, line) { record in
        var analysis = record["analysis"] as? SourceFolder.JSON ?? [:]
        what = edits.edit(&analysis)
        record["analysis"] = analysis
      }
      return "\(what) of line \(line) of \(file)"
    }
    var analysis = try folder.json(try folder.text(file))
    let what = edits.edit(&analysis)
    try folder.write(file, try folder.text(of: analysis))
    return "\(what) of \(file)"
  }

  // MARK: Cards and prose

  private mutating func changeCard() throws -> String {
    let known = try folder.files(under: "content/entities", ".md")
    let ids = try entityIDs()
    guard let id = one(of: ids), let other = one(of: ids) else { return "no entity" }
    let file = known.first { name($0) == id } ?? "content/entities/\(id).md"
    if !known.contains(file) {
      try folder.write(file, "---\ntype: organization\nnames: {en: Card \(number)}\n---\nA card.\n")
    }
    let choice: (String, String)? = one(of: [
      ("kind", "kind-\(number)"), ("reliability", "BCDE".map(String.init)[number % 4]),
      ("memberOf", "[\(other)]"), ("sameAs", "[\(other)]"), ("sameAs", "[merged-\(number)]"),
      ("aliases", "[Alias \(number)]"), ("wikidata", "Q\(number)"),
    ])
    guard let (key, value) = choice else { return "nothing" }
    try setFrontMatter(file, key, value)
    return "\(key) of \(file)"
  }

  private mutating func removeOne(of folders: [String]) throws -> String {
    guard let file = one(of: try folders.flatMap { try folder.files(under: $0, ".md") }) else {
      return "nothing to remove"
    }
    try folder.remove(file)
    return "without \(file)"
  }

  private mutating func changeProse() throws -> String {
    let folders = ["briefs", "pages", "entities", "events"].map { "content/\($0)" }
    guard let file = one(of: try folders.flatMap { try folder.files(under: $0, ".md") }) else {
      return "no prose"
    }
    let link = try entityIDs().randomElement(using: &random).map { "[](entity:\($0))" } ?? ""
    try folder.write(file, try folder.text(file) + "\nMore of \(link), \(number).\n")
    return "prose of \(file)"
  }

  private mutating func addBriefOrPage() throws -> String {
    let link = try entityIDs().randomElement(using: &random).map { "[](entity:\($0))" } ?? ""
    if Bool.random(using: &random) {
      try folder.write(
        "content/pages/page-\(number).md", "---\ntitle: Page \(number)\n---\nOf \(link).\n")
      return "page-\(number)"
    }
    guard let id = try entityIDs().randomElement(using: &random) else { return "no entity" }
    try folder.write(
      "content/briefs/brief-\(number).md", "---\nid: \(id)\nkind: entity\n---\nOf \(link).\n")
    return "a brief of \(id)"
  }

  // MARK: What is the same for all pages

  private mutating func changeTemplates() throws -> String {
    let known = try folder.files(under: "templates", "")
    if let file = one(of: known), Bool.random(using: &random) {
      try folder.remove(file)
      return "without \(file)"
    }
    let choice: (String, String)? = one(of: [
      ("claim-row.mustache", "<!-- \(number) -->\n"), ("assets/note-\(number).txt", "\(number)\n"),
      ("strings/en.yaml", "nav:\n  articles: Articles \(number)\n"),
    ])
    guard let (file, text) = choice else { return "nothing" }
    try folder.write("templates/\(file)", text)
    return "templates/\(file)"
  }

  private mutating func changeSettings() throws -> String {
    let choice: (String, String)? = one(of: [
      ("license", "CC \(number)"), ("cutoff", "2020-01-\(number % 9 + 10)"),
      ("timeZone", ["UTC", "Asia/Damascus"][number % 2]),
      ("baseURL", "https://example.org/\(number)/"),
    ])
    guard let (key, value) = choice else { return "nothing" }
    try setLine("content/site.yaml", key, value)
    return "\(key) of the site"
  }

  private func setLine(_ file: String, _ key: String, _ value: String) throws {
    var lines = try folder.text(file).components(separatedBy: "\n")
    if let known = lines.firstIndex(where: { $0.hasPrefix("\(key):") }) {
      lines[known] = "\(key): \(value)"
    } else {
      lines.insert("\(key): \(value)", at: 0)
    }
    try folder.write(file, lines.joined(separator: "\n"))
  }
}
