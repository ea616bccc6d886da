import Mustache

/// Renders all rows of the site's languages before the pages, with several workers.
struct RowPhase {
  private let site: SiteContext
  private let workers: Int

  init(_ site: SiteContext, workers: Int) {
    self.site = site
    self.workers = workers
  }

  /// One store for each language.
  func stores() async throws -> [RowStore] {
    var stores: [RowStore] = []
    for language in site.languages.indices {
      var rows: [RowStore.Kind: [[Rendition]]] = [:]
      for kind in RowStore.Kind.allCases {
        rows[kind] = try await self.rows(kind, count: count(kind), language: language)
      }
      stores.append(RowStore(rows: rows))
    }
    return stores
  }

  private func count(_ kind: RowStore.Kind) -> Int {
    switch kind {
    case .attribution: site.evidence.attributions.count
    case .event, .order: site.evidence.events.count
    case .article: site.evidence.articles.count
    }
  }

  /// Each worker takes one part of the rows.
  private func rows(_ kind: RowStore.Kind, count: Int, language: Int) async throws -> [[Rendition]]
  {
    let share = (count + workers - 1) / max(workers, 1)
    guard share > 0 else { return [] }
    return try await withThrowingTaskGroup(of: (start: Int, rows: [[Rendition]]).self) { group in
      for start in stride(from: 0, to: count, by: share) {
        group.addTask { [site] in
          let maker = RowMaker(site, language: language)
          return (start, try (start..<min(start + share, count)).map { try maker.row(kind, $0) })
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
        .sorted { $0.start < $1.start }.flatMap(\.rows)
    }
  }
}
