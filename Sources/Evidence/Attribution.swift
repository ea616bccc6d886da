import Corpus

/// One attribution with its chain resolved and closed by the article's publisher.
package struct Attribution: Sendable {
  /// An index into `Evidence.articles` (and `Corpus.articles`).
  package let article: Int
  /// An index into `Corpus.analyses`.
  package let analysis: Int
  /// Which of the analysis's attributions.
  package let record: Int
  /// One per link of the record's chain, an index into `Evidence.entities`, or `nil` for an unnamed
  /// source. Not empty.
  package let sources: [Int?]
  /// The outlet that closes the chain; `nil` where the article names none.
  package let outlet: Int?
  /// Entities that it is about, in the order given.
  package let aboutEntities: [Int]
  /// Events that it is about, in the order given.
  package let aboutEvents: [Int]
  /// An index into `Evidence.claims`.
  package internal(set) var claim: Int?
  package internal(set) var breaks: ChainBreaks = []

  /// Who said it; `nil` when unnamed.
  @inlinable package var originator: Int? { sources.first ?? nil }
  @inlinable package var isUnnamed: Bool { originator == nil }
}
