import ByteCoding
import Fingerprint

/// The articles by their ids, for analyses to be anchored in.
struct ArticleIndex: Sendable {
  private let articles: [Article]
  private let positions: [TextKey: Int]
  private let drafts: Set<TextKey>

  /// - Parameters:
  ///   - articles: of those that have one id, the first counts.
  ///   - drafts: the ids of articles that are left out.
  init(_ articles: [Article] = [], drafts: [String] = []) {
    self.articles = articles
    positions = Dictionary(
      articles.enumerated().map { (TextKey($1.id), $0) }, uniquingKeysWith: { first, _ in first })
    self.drafts = Set(drafts.map { TextKey($0) })
  }

  func article(_ id: String) -> Article? { positions[TextKey(id)].map { articles[$0] } }

  func contains(_ id: String) -> Bool { positions[TextKey(id)] != nil }

  /// By what it is known whether an analysis of this article would be anchored otherwise: that of the
  /// article; where there is none, whether it is a draft.
  func fingerprint(_ id: String) -> Fingerprint {
    if let article = article(id) { return article.fingerprint }
    return Fingerprint(high: 0, low: isDraft(id) ? 1 : 0)
  }

  func isDraft(_ id: String) -> Bool {
    drafts.contains(TextKey(id)) && positions[TextKey(id)] == nil
  }
}
