import ByteCoding
import Diagnostics
import Fingerprint

extension KeptContent {
  /// How many articles, or analyses, a part has.
  private static let share = 256

  /// - Parameters:
  ///   - last: the parts of the corpus before; those in which nothing changed are taken again.
  ///   - change: how this corpus differs from that one.
  ///   - jobs: how many are written at once, at least 1.
  ///   - keep: called by several at once.
  /// - Returns: `nil` where not all could be kept.
  package static func parts(
    of corpus: Corpus, _ notes: ContentNotes, after last: [KeptPart], _ change: CorpusChange,
    jobs: Int, keep: @escaping KeptPart.Keep
  ) async -> [KeptPart]? {
    let known = Dictionary(last.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let work =
      [Piece(name: "notes", isChanged: true) { $0.add(notes) }] + pieces(corpus, change)
    let parts = await inOrder(work.count, jobs: jobs) { number -> KeptPart? in
      let piece = work[number]
      if !piece.isChanged, let part = known[piece.name] { return part }
      return keep(piece.name, ByteWriter(sharing: piece.write).bytes)
    }
    return parts.count == work.count ? parts : nil
  }

  private struct Piece: Sendable {
    let name: String
    /// Whether it is not known to be as it was.
    let isChanged: Bool
    let write: @Sendable (inout ByteWriter) -> Void
  }

  private static func pieces(_ corpus: Corpus, _ change: CorpusChange) -> [Piece] {
    let (articles, analyses): (Changed, Changed) =
      switch change {
      case .all: (.from(0), .from(0))
      case .values(let articles, let analyses): (.some(of: articles), .some(of: analyses))
      case .grown(let growth):
        (
          .first(of: [
            growth.articles, growth.newArticles, growth.goneArticles, growth.movedArticles,
          ]),
          .first(of: [
            growth.analyses, growth.newAnalyses, growth.goneAnalyses, growth.movedAnalyses,
          ])
        )
      }
    return pieces("articles", corpus.articles, changed: articles) { $0.add($1) }
      + pieces("analyses", corpus.analyses, changed: analyses) { $0.add($1) }
      + [
        Piece(name: "texts", isChanged: true) { writer in
          writer.add(corpus.briefs) { $0.add($1) }
          writer.add(corpus.entityCards) { $0.add($1) }
          writer.add(corpus.eventCards) { $0.add($1) }
          writer.add(corpus.pages) { $0.add($1) }
        }
      ]
  }

  /// What of a list may not be as it was.
  private enum Changed {
    /// Values in some shares, each by its number.
    case some(shares: Set<Int>)
    /// All from an index on.
    case from(Int)

    static func some(of indices: [Int]) -> Self { .some(shares: Set(indices.map { $0 / share })) }

    /// All from the first on of some ascending indices.
    static func first(of indices: [[Int]]) -> Self {
      .from(indices.compactMap(\.first).min() ?? .max)
    }

    /// Whether there is any in the share that begins with an index.
    func isInShare(from start: Int) -> Bool {
      switch self {
      case .some(let shares): shares.contains(start / share)
      case .from(let first): first < start + share
      }
    }
  }

  private static func pieces<Value: Sendable>(
    _ name: String, _ values: [Value], changed: Changed,
    _ add: @escaping @Sendable (inout ByteWriter, Value) -> Void
  ) -> [Piece] {
    stride(from: 0, to: values.count, by: share).map { start in
      Piece(name: "\(name) \(start)", isChanged: changed.isInShare(from: start)) {
        $0.add(values[start..<min(start + share, values.count)], add)
      }
    }
  }
}
