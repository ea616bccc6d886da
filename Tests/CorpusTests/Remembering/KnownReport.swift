import Diagnostics
import Fingerprint
import Testing

import Corpus

/// A report, and what is known of it from one build to the next, and in the preview.
struct KnownReport {
  private static let key = FingerprintKey(first: 3, second: 4)

  private static func reader(_ content: TestContent) -> CorpusReader {
    CorpusReader(source: content.source, includesDrafts: false, jobs: 2)
  }

  var kept: KeptContent
  var parts: [KeptPart]
  var reading: Reading
  /// Whether what was read last is.
  private(set) var isInError = false

  init(_ content: TestContent) async throws {
    let reader = Self.reader(content)
    let noted = await reader.read(after: nil, noting: Self.key)
    parts = await KeptContent.parts(
      of: noted.corpus, try #require(noted.notes), after: [], .all, jobs: 1)
    kept = try #require(await KeptContent(parts, jobs: 1))
    reading = await reader.read(after: nil, key: Self.key)
  }

  /// Reads what changed, and holds it against a reading of all.
  ///
  /// - Returns: how it changed, to a build and to the preview.
  mutating func check(_ content: TestContent, _ what: String) async throws -> [CorpusChange] {
    let reader = Self.reader(content)
    let whole = await reader.read(after: nil, noting: Self.key)
    let noted = await reader.read(after: kept, noting: Self.key)
    let next = await reader.read(after: reading, key: Self.key)
    for (corpus, diagnostics) in [
      (noted.corpus, noted.diagnostics), (next.corpus, next.diagnostics),
    ] {
      #expect(diagnostics == whole.diagnostics, "\(what)")
      #expect(corpus.articles == whole.corpus.articles, "\(what)")
      #expect(corpus.analyses == whole.corpus.analyses, "\(what)")
      #expect(corpus.briefs == whole.corpus.briefs, "\(what)")
      #expect(corpus.entityCards == whole.corpus.entityCards, "\(what)")
      #expect(corpus.eventCards == whole.corpus.eventCards, "\(what)")
      #expect(corpus.pages == whole.corpus.pages, "\(what)")
    }
    isInError = whole.diagnostics.hasErrors
    guard let notes = noted.notes else { return [noted.change, next.change] }
    parts = await KeptContent.parts(
      of: noted.corpus, notes, after: parts, noted.change, jobs: 1)
    let all = await KeptContent.parts(
      of: whole.corpus, try #require(whole.notes), after: [], .all, jobs: 1)
    // The notes tell when files were read.
    #expect(parts.map(\.name) == all.map(\.name), "\(what)")
    #expect(parts.dropFirst().map(\.bytes) == all.dropFirst().map(\.bytes), "\(what)")
    kept = try #require(await KeptContent(parts, jobs: 1))
    reading = next
    return [noted.change, next.change]
  }
}
