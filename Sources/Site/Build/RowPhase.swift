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
      stores.append(RowStore(rows: try await rows(language)))
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

  private typealias Rows = [RowStore.Kind: [StoredRows.Row]]

  /// Each worker takes one part of the rows of every kind, so that it makes the links in them once.
  private func rows(_ language: Int) async throws -> Rows {
    try await withThrowingTaskGroup(of: (worker: Int, rows: Rows).self) { group in
      for worker in 0..<max(workers, 1) {
        group.addTask { (worker, try share(of: worker, language)) }
      }
      return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.worker < $1.worker }
        .reduce(into: [:]) { $0.merge($1.rows, uniquingKeysWith: +) }
    }
  }

  private func share(of worker: Int, _ language: Int) throws -> Rows {
    let maker = RowMaker(site, language: language)
    var rows: Rows = [:]
    for kind in RowStore.Kind.allCases {
      let count = count(kind)
      let share = count * worker / max(workers, 1)..<count * (worker + 1) / max(workers, 1)
      rows[kind] = try share.map { try maker.row(kind, $0) }
    }
    return rows
  }
}
