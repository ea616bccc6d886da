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
  /// What the corpus declares, where that is known.
  var declared: DeclaredThings?

  /// Finds out what the next reading will likely ask for, where nobody waits: of a large corpus it takes
  /// as long as all else of a change does.
  package mutating func prepare() {
    if declared == nil, !diagnostics.hasErrors { declared = DeclaredThings(corpus) }
  }
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
  /// As above, but that an analysis may have fewer attributions, too; others came among them, and some
  /// went; cards came, went, or are others, of the same ids; and what is written in Markdown may have come
  /// and gone.
  case grown(Growth)

  /// Each an index into `Corpus.articles` or another list of it, as they are now, or as they were of what
  /// went; ascending.
  package struct Growth: Sendable, Hashable {
    /// Those that are not as they were.
    package var articles: [Int] = []
    package var analyses: [Int] = []
    package var entityCards: [Int] = []
    package var eventCards: [Int] = []
    /// Those that came.
    package var newArticles: [Int] = []
    package var newAnalyses: [Int] = []
    package var newEntityCards: [Int] = []
    package var newEventCards: [Int] = []
    /// Those that went.
    package var goneArticles: [Int] = []
    package var goneAnalyses: [Int] = []
    package var goneEntityCards: [Int] = []
    package var goneEventCards: [Int] = []
    /// Those that come from another line of their file, and are as they were in all else.
    package var movedArticles: [Int] = []
    package var movedAnalyses: [Int] = []

    package init() {}
  }
}
