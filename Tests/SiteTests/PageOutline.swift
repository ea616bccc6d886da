/// What a page says between its head and its foot: a block a line, indented as deep as it stands in
/// lists, without markup.
struct PageOutline {
  private(set) var text = ""
  private var line = ""
  private var depth = 0

  private static let blocks: Set = [
    "p", "li", "h1", "h2", "h3", "tr", "div", "section", "blockquote", "nav", "dt", "dd", "table",
    "ol", "ul",
  ]

  init(_ page: String) {
    let main = page.between("<main id=\"main\">", "</main>") ?? ""
    for part in main.components(separatedBy: "<").dropFirst() {
      let pieces = part.split(separator: ">", maxSplits: 1, omittingEmptySubsequences: false)
      let isEnd = pieces[0].hasPrefix("/")
      let name = String(pieces[0].drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber })
      if Self.blocks.contains(name) { endLine() }
      if name == "ul" || name == "ol" { depth += isEnd ? -1 : 1 }
      if isEnd, name == "td" || name == "th" { line += " |" }
      if pieces.count > 1 { line += Self.decoded(String(pieces[1])) }
    }
    endLine()
  }

  private mutating func endLine() {
    let words = line.split { $0.isWhitespace }.joined(separator: " ")
    if !words.isEmpty { text += String(repeating: "  ", count: depth) + words + "\n" }
    line = ""
  }

  private static func decoded(_ text: String) -> String {
    text.replacing("\n", with: " ").replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
