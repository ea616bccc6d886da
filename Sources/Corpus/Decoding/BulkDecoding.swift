private enum BulkKey: String, FieldKey {
  case article, analysis

  static let table = KeyTable<Self>(of: "a bulk line", required: [.article])
}

extension RecordDecoder {
  /// One line of a bulk file: an article, and its analysis anchored in it.
  mutating func bulkLine(
    readingDrafts: Bool
  ) -> (article: Placed<Article>?, isDraft: Bool, analysis: Analysis?) {
    guard var fields = fields(document.root, BulkKey.self) else { return (nil, false, nil) }
    var articleValue: Document.Value?
    var analysisValue: Document.Value?
    while let (key, value) = next(&fields) {
      switch key {
      case .article: articleValue = value
      case .analysis: analysisValue = value
      }
    }
    guard let articleValue else { return (nil, false, nil) }
    let (article, isDraft) = article(articleValue, in: .bulk)
    guard let analysisValue, !isDraft || readingDrafts else { return (article, isDraft, nil) }
    anchors = article.map { ArticleAnchors($0.value) }
    let analysis = analysis(analysisValue, expected: article?.value.id)
    return (article, isDraft, analysis)
  }
}
