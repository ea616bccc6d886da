/// What stands in one article, over all its analyses.
package struct ArticleEvidence: Sendable {
  /// Indices into `Corpus.analyses`.
  package internal(set) var analyses: Range<Int> = 0..<0
  /// Indices into `Evidence.attributions`.
  package internal(set) var attributions: Range<Int> = 0..<0
  /// Indices into `Evidence.events`, in time order.
  package internal(set) var events: [Int] = []
  /// Indices into `Evidence.entities` with their number of mentions, most mentioned first, then by
  /// index; those that speak or take part without a mention come last.
  package internal(set) var entities: [Presence] = []
  package internal(set) var publisher: Int?

  package struct Presence: Sendable, Hashable {
    package let entity: Int
    package internal(set) var mentions: Int
  }
}
