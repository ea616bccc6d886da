/// What a reader reads of a page: its main part without markup, one line for each block.
struct PageText {
  let lines: [String]

  /// The text of the line-wise parts, whatever classes and elements a template gives them.
  init(_ page: String) {
    let main = page.between("<main id=\"main\">", "</main>") ?? page
    var text = ""
    for part in main.replacing("\n", with: " ").split(
      separator: "<", omittingEmptySubsequences: false)
    {
      guard let end = part.firstIndex(of: ">") else {
        text += part
        continue
      }
      let tag = part[..<end].drop { $0 == "/" }.prefix { $0 != " " }
      if ["td", "th"].contains(tag) {
        if part.hasPrefix("/") { text += " | " }
      } else if Self.blocks.contains(String(tag)) {
        text += "\n"
      }
      text += part[part.index(after: end)...]
    }
    lines = text.split(separator: "\n").map(Self.plain).filter { !$0.isEmpty }
  }

  private static let blocks: Set<String> = [
    "h1", "h2", "h3", "h4", "p", "li", "tr", "div", "dl", "section", "blockquote", "summary",
    "article", "header", "details",
  ]

  private static func plain(_ line: Substring) -> String {
    line.split(separator: " ").joined(separator: " ")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
      .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
  }
}
