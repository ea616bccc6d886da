private enum BulkKey: String, FieldKey {
  case article, analysis

  static let table = KeyTable<Self>(of: "a bulk line", required: [.article])
}

extension RecordDecoder {
  /// What one line of a bulk file holds.
  struct BulkLine {
    var article: Placed<Article>?
    var isDraft = false
    /// Anchored in the article.
    var analysis: Analysis?
    /// Where the analysis stands, in bytes of the line.
    var analysisRange = 0..<0
  }

  mutating func bulkLine(readingDrafts: Bool) -> BulkLine {
    var line = BulkLine()
    guard var fields = fields(document.root, BulkKey.self) else { return line }
    var articleValue: Document.Value?
    var analysisValue: Document.Value?
    while let (key, value) = next(&fields) {
      switch key {
      case .article: articleValue = value
      case .analysis: analysisValue = value
      }
    }
    guard let articleValue else { return line }
    (line.article, line.isDraft) = article(articleValue, in: .bulk)
    guard let analysisValue, !line.isDraft || readingDrafts else { return line }
    anchors = line.article.map { ArticleAnchors($0.value) }
    line.analysis = analysis(analysisValue, expected: line.article?.value.id)
    line.analysisRange = document.range(analysisValue)
    return line
  }
}
