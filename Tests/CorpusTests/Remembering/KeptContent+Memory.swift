import Testing

import Corpus

extension KeptContent {
  /// Parts that are kept in memory.
  static func parts(
    of corpus: Corpus, _ notes: ContentNotes?, after last: [KeptPart] = [],
    _ change: CorpusChange = .all, jobs: Int = 1
  ) async throws -> [KeptPart] {
    let parts = await parts(
      of: corpus, try #require(notes), after: last, change, jobs: jobs, keep: KeptPart.init)
    return try #require(parts)
  }
}
