/// The texts of one article that targets are anchored in.
struct ArticleAnchors {
  let article: String
  private let titleText: String
  private var text: Anchorer
  private var title: Anchorer?

  init(_ article: Article) {
    self.article = article.id
    titleText = article.title
    text = Anchorer(article.body.text)
  }

  mutating func find(_ selector: Selector, _ field: Target.Field) -> AnchorOutcome {
    guard field == .title else { return text.find(selector) }
    var anchorer = title ?? Anchorer(titleText)
    let outcome = anchorer.find(selector)
    title = anchorer
    return outcome
  }

  mutating func target(
    _ selectors: [Selector], _ field: Target.Field
  ) -> (target: Target?, outcomes: [AnchorOutcome]) {
    guard field == .title else { return text.target(selectors, field: .text) }
    var anchorer = title ?? Anchorer(titleText)
    let found = anchorer.target(selectors, field: .title)
    title = anchorer
    return found
  }
}
