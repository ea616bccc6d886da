import Corpus

/// Which article reported a claim first, as far as the dates of publication settle it.
package struct EarliestReport: Sendable, Hashable {
  /// The articles that may be the first, as indices into `Evidence.articles`: those before which no
  /// other was over, whatever instants their dates mean. In the order of their dates; empty where no
  /// article has one.
  package internal(set) var candidates: [Int] = []
  /// Articles without a date, any of which may be earlier still.
  package internal(set) var undated: [Int] = []

  /// Whether no other article reports it.
  package internal(set) var isOnly = false

  /// The first, where the dates leave no doubt.
  package var article: Int? {
    candidates.count == 1 && undated.isEmpty ? candidates[0] : nil
  }

  init() {}

  /// - Parameter articles: indices into `all`, each once, ascending.
  init(_ articles: [Int], of all: [Article]) {
    isOnly = articles.count == 1
    undated = articles.filter { all[$0].published == nil }
    let dated = articles.compactMap { article in
      all[article].published.map { (article: article, date: $0) }
    }
    // Whoever is not over before the first that is over may be the first.
    guard let first = dated.map(\.date.latest).min() else { return }
    candidates = dated.filter { $0.date.latest == first || $0.date.earliest < first }
      .sorted { EDTF.inOrder($0.date, $1.date) || ($0.date == $1.date && $0.article < $1.article) }
      .map(\.article)
  }
}
