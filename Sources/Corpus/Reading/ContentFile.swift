import Fingerprint

/// A file of `content/`, and what it is by its path.
struct ContentFile: Sendable {
  enum Kind: Sendable {
    case site, article, analysis, brief, entityCard, eventCard, page, bulk
  }

  /// Relative to the source folder: `content/articles/x.md`.
  let path: String
  let kind: Kind
  /// When the folder was walked.
  let mark: FileMark
  /// The number of its disk.
  let device: UInt64

  /// In bytes, when the folder was walked.
  var size: Int { Int(mark.size) }

  /// The file's name without its ending.
  var name: String {
    Self.withoutEnding(path.utf8.split(separator: UInt8(ascii: "/")).last ?? path.utf8[...])
  }

  /// The path under the folder of its kind, without its ending: `method/chains`.
  var pathInFolder: String {
    let parts = path.utf8.split(separator: UInt8(ascii: "/"), maxSplits: 2)
    return Self.withoutEnding(parts.last ?? path.utf8[...])
  }

  var isMarkdown: Bool { path.utf8.reversed().starts(with: ".md".utf8.reversed()) }

  private static func withoutEnding(_ path: Substring.UTF8View) -> String {
    let dot = path.lastIndex(of: UInt8(ascii: "."))
    return String(Substring(dot.map { path[..<$0] } ?? path))
  }

  /// Whether each line of the file is a record.
  static func isBulk(_ path: String) -> Bool { path.hasSuffix(".jsonl") }

  /// - Parameter path: relative to `content/`.
  static func kind(ofPath path: String) -> Kind? {
    if path == "site.yaml" { return .site }
    if isBulk(path) { return .bulk }
    let isMarkdown = path.hasSuffix(".md")
    if path.hasPrefix("articles/") {
      return isMarkdown || path.hasSuffix(".txt") ? .article : nil
    }
    if path.hasPrefix("analysis/") { return path.hasSuffix(".json") ? .analysis : nil }
    guard isMarkdown else { return nil }
    if path.hasPrefix("briefs/") { return .brief }
    if path.hasPrefix("entities/") { return .entityCard }
    if path.hasPrefix("events/") { return .eventCard }
    if path.hasPrefix("pages/") { return .page }
    return nil
  }

  /// What to do with a file that is none of these.
  static func remedy(forUnknownPath path: String) -> String {
    let name =
      path.utf8.split(separator: UInt8(ascii: "/")).last.map { String(Substring($0)) } ?? path
    if ["site.yml", "site.json", "site.toml", "config.yaml"].contains(path.lowercased()) {
      return "the settings are read from content/site.yaml"
    }
    let endings: [(folder: String, endings: String)] = [
      ("articles/", ".md or .txt"), ("analysis/", ".json"), ("briefs/", ".md"),
      ("entities/", ".md"), ("events/", ".md"), ("pages/", ".md"),
    ]
    if let folder = endings.first(where: { path.hasPrefix($0.folder) }) {
      return "files of content/\(folder.folder) end in \(folder.endings); bulk files end in .jsonl"
    }
    return
      "move “\(name)” to articles/, analysis/, briefs/, entities/, events/ or pages/, or out of "
      + "content/"
  }
}
