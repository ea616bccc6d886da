import Corpus
import Evidence

/// What a page is about in one line, for those who see no more of it: a list of search results, a
/// shared link.
extension Views {
  /// - Parameter index: into `Evidence.articles`.
  func description(ofArticle index: Int) -> String {
    summary(of: index) ?? beginning(of: corpus.articles[index].body.text)
  }

  func description(ofEntity index: Int) -> String {
    let entity = evidence.entities[index]
    return joined([
      entity.kind.best.map { strings.word("kind", for: $0) }
        ?? strings.word("type", for: self.entity(index).type),
      strings.count("articles", entity.articles.count),
      strings.count("mentions", entity.mentions.count),
      entity.said.isEmpty
        ? nil : "\(strings["figure.said"]): \(strings.count("attributions", entity.said.count))",
    ])
  }

  func description(ofSource index: Int) -> String {
    let entity = evidence.entities[index]
    let figures = [
      ("originated", entity.said.count), ("carried", entity.relayed.count),
      ("published", entity.published.count),
    ]
    return joined(
      figures.filter { $1 > 0 }.map { "\(strings["figure.\($0)"]): \(strings.digits($1))" })
  }

  func description(ofEvent index: Int) -> String {
    let row = event(index)
    return joined([row.typeWord, row.date?.text, row.place?.name.text, row.articleCountText])
  }

  func description(ofClaim index: Int) -> String {
    let claim = evidence.claims[index]
    return joined([
      strings.count("origins", claim.origins.count),
      strings.count("attributions", claim.attributions.count),
    ])
  }

  private func joined(_ parts: [String?]) -> String {
    parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
  }

  /// The first words of a text, up to some code points and the end of its paragraph.
  private func beginning(of text: String) -> String {
    let paragraph = text.drop { $0.isWhitespace }.prefix { !$0.isNewline }
    let start = paragraph.unicodeScalars.prefix(Self.beginning)
    guard start.endIndex < paragraph.unicodeScalars.endIndex else { return String(paragraph) }
    let words = String(start)
    return (words.lastIndex(of: " ").map { String(words[..<$0]) } ?? words) + "…"
  }

  /// In code points.
  private static var beginning: Int { 200 }
}
