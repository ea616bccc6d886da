import Corpus

/// The articles of earlier evidence of which everything that is linked still holds.
struct LinkedArticles: Sendable {
  private let evidence: Evidence
  /// For each of `Corpus.articles`.
  private let isSame: [Bool]

  /// - Parameters:
  ///   - evidence: in which entities answer for each other, publish, and are of the kinds that they are.
  ///   - changed: the articles that say something else, or of which something else is said.
  init(_ evidence: Evidence, less changed: [Int]) {
    self.evidence = evidence
    var isSame = Array(repeating: true, count: evidence.articles.count)
    for index in changed { isSame[index] = false }
    self.isSame = isSame
  }

  func attributions(in article: Int) -> ArraySlice<Attribution>? {
    isSame[article] ? evidence.attributions[evidence.articles[article].attributions] : nil
  }

  func entities(in article: Int) -> [ArticleEvidence.Presence]? {
    isSame[article] ? evidence.articles[article].entities : nil
  }
}
