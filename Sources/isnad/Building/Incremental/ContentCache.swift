import Corpus
import Evidence

/// What a build keeps of the content that it read, and of what was put together of it, so that the next
/// one reads only what changed, and writes only the parts in which something did.
///
/// It may be deleted at any time. Whatever is odd about it, all is read again.
struct ContentCache: Sendable {
  let parts: [KeptPart]

  init() {
    parts = []
  }

  /// Of a build that was made over what `last` has.
  ///
  /// - Parameters:
  ///   - jobs: how many parts are written at once, at least 1.
  ///   - keep: called by several at once.
  init(
    _ content: Build.ReadContent, _ evidence: Evidence, after last: ContentCache, jobs: Int,
    keep: @escaping KeptPart.Keep
  ) async {
    parts = await Self.parts(content, evidence, after: last, jobs: jobs, keep) ?? []
  }

  /// - Returns: `nil` where not all could be kept.
  private static func parts(
    _ content: Build.ReadContent, _ evidence: Evidence, after last: ContentCache, jobs: Int,
    _ keep: @escaping KeptPart.Keep
  ) async -> [KeptPart]? {
    guard let notes = content.reading.notes, isWorthwhile(evidence.corpus) else { return nil }
    let known = content.isFollowed ? last.parts.filter { evidenceNames.contains($0.name) } : []
    async let others =
      known.isEmpty ? evidenceParts(of: evidence, keep) : known
    let own = await KeptContent.parts(
      of: evidence.corpus, notes, after: last.parts, content.reading.change, jobs: jobs, keep: keep)
    let (parts, rest) = (own, await others)
    guard let parts, rest.count == evidenceNames.count else { return nil }
    return parts + rest
  }

  private static func evidenceParts(
    of evidence: Evidence, _ keep: @escaping KeptPart.Keep
  ) async -> [KeptPart] {
    await withTaskGroup(of: (Int, KeptPart?).self) { group in
      for (number, name) in evidenceNames.enumerated() {
        group.addTask { (number, keep(name, evidence.part(number))) }
      }
      return await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }
        .compactMap(\.1)
    }
  }

  private static let evidenceNames = Evidence.partNames.map { "evidence " + $0 }

  /// Where all has to be read after all, what was kept is in memory beside it for a while: of the largest
  /// ones it is not kept.
  private static func isWorthwhile(_ corpus: Corpus) -> Bool { corpus.articles.count <= 50_000 }

  /// - Parameter jobs: how many parts are read at once, at least 1.
  /// - Returns: `nil` where it is not there, or damaged.
  func read(jobs: Int) async -> KeptContent? { await KeptContent(parts, jobs: jobs) }

  /// - Parameter workers: at least 1.
  /// - Returns: `nil` where it is not there, or damaged.
  func evidence(of corpus: Corpus, workers: Int) -> Evidence? {
    let found = Self.evidenceNames.compactMap { name in parts.first { $0.name == name } }
    guard found.count == Self.evidenceNames.count else { return nil }
    return Evidence(found, of: corpus, workers: workers)
  }
}
