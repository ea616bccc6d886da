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
    parts = try await KeptContent.parts(of: noted.corpus, noted.notes)
    kept = try #require(await KeptContent(parts, jobs: 1))
    reading = await reader.read(after: nil, key: Self.key)
    // Later ones find out for themselves.
    reading.prepare()
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
    expectTrue(noted.change, from: kept.corpus, to: whole.corpus, what)
    expectTrue(next.change, from: reading.corpus, to: whole.corpus, what)
    isInError = whole.diagnostics.hasErrors
    guard let notes = noted.notes else { return [noted.change, next.change] }
    parts = try await KeptContent.parts(
      of: noted.corpus, notes, after: parts, noted.change)
    let all = try await KeptContent.parts(of: whole.corpus, whole.notes)
    // The notes tell when files were read.
    #expect(parts.map(\.name) == all.map(\.name), "\(what)")
    #expect(parts.dropFirst().map(\.bytes) == all.dropFirst().map(\.bytes), "\(what)")
    kept = try #require(await KeptContent(parts, jobs: 1))
    reading = next
    return [noted.change, next.change]
  }

  /// Holds what is said to have changed against two corpora: all that is not as it was has to be named.
  private func expectTrue(
    _ change: CorpusChange, from old: Corpus, to new: Corpus, _ what: String
  ) {
    guard case .grown(let growth) = change else { return }
    func expect<Value: Hashable>(
      _ old: [Value], _ new: [Value], changed: [Int], moved: [Int] = [], came: [Int], gone: [Int],
      _ id: (Value) -> String
    ) {
      let before = Dictionary(old.map { (id($0), $0) }, uniquingKeysWith: { first, _ in first })
      let after = Set(new.map(id))
      #expect(new.indices.filter { before[id(new[$0])] == nil } == came, "\(what)")
      #expect(old.indices.filter { !after.contains(id(old[$0])) } == gone, "\(what)")
      let others = new.indices.filter { index in
        before[id(new[index])].map { $0 != new[index] } ?? false
      }
      #expect(Set(others).isSubset(of: changed + moved), "\(what)")
      #expect(changed == changed.sorted() && moved == moved.sorted(), "\(what)")
      #expect(Set(changed).isDisjoint(with: moved), "\(what)")
    }
    expect(
      old.articles, new.articles, changed: growth.articles, moved: growth.movedArticles,
      came: growth.newArticles,
      gone: growth.goneArticles
    ) { $0.id }
    expect(
      old.analyses, new.analyses, changed: growth.analyses, moved: growth.movedAnalyses,
      came: growth.newAnalyses,
      gone: growth.goneAnalyses
    ) { "\($0.article) \($0.origin.file)" }
    expect(
      old.entityCards, new.entityCards, changed: growth.entityCards, came: growth.newEntityCards,
      gone: growth.goneEntityCards
    ) { $0.entity.id }
    expect(
      old.eventCards, new.eventCards, changed: growth.eventCards, came: growth.newEventCards,
      gone: growth.goneEventCards
    ) { $0.event.id }
  }
}
