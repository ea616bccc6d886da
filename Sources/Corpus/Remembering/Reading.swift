import Diagnostics

/// What was read of `content/`, and all that it takes to read only what changes next.
package struct Reading: Sendable {
  package let corpus: Corpus
  package let diagnostics: [Diagnostic]
  /// How the corpus differs from that of the reading before.
  package let change: CorpusChange

  let memory: ReadingMemory
  /// What only all records together show.
  let findings: [Diagnostic]
  let known: KnownIDs
  /// What the corpus declares, once somebody asked.
  var declared: DeclaredThings?
}

/// How a corpus differs from an earlier one.
package enum CorpusChange: Sendable, Hashable {
  /// In whatever.
  case all
  /// In nothing but some articles, analyses and what is written in Markdown. Each is of the same ids as
  /// before, but that an analysis may have more attributions, and stands in the same place of its list.
  ///
  /// - Parameters:
  ///   - articles: indices into `Corpus.articles`, ascending.
  ///   - analyses: indices into `Corpus.analyses`, ascending.
  case values(articles: [Int], analyses: [Int])
  /// In no article before one index, and in no analysis before another. Those from there on may be
  /// others, and there may be more of them, as of what is written in Markdown.
  ///
  /// - Parameters:
  ///   - articles: an index into `Corpus.articles`, or any greater number where all are as they were.
  ///   - analyses: the same of `Corpus.analyses`.
  case grown(articles: Int, analyses: Int)

  /// Whether everything stands where it stood.
  package var isOfValues: Bool {
    if case .values = self { true } else { false }
  }
}
