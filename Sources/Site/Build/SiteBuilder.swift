import Corpus
import Diagnostics
import Evidence
import Mustache
import Synchronization

/// Makes the whole site out of evidence and templates.
///
/// Everything is checked when it is made: where `diagnostics` has an error, nothing may be built.
package struct SiteBuilder: Sendable {
  package let diagnostics: [Diagnostic]
  let context: SiteContext
  let jobs: [(job: PageJob, language: Int)]

  package init(_ evidence: Evidence, _ folder: TemplateFolder, _ options: SiteOptions) {
    let languages = Languages(evidence.corpus.site, folder)
    let templates = Templates(files: folder.templates)
    let context = SiteContext(
      evidence, languages, templates, options,
      Assets(
        folder.assets,
        hasIntegrity: evidence.corpus.site.hasIntegrity && !options.keepsAssetNames,
        keepsNames: options.keepsAssetNames))
    let plan = PagePlan(
      evidence, context.timeline, freePages: Array(context.freePages.indices))
    self.context = context
    jobs = languages.all.indices.flatMap { language in plan.jobs.map { ($0, language) } }
    diagnostics =
      languages.diagnostics
      + (languages.diagnostics.hasErrors ? [] : context.templateFaults)
  }

  /// How many pages and other files there are to make, less assets and sitemaps.
  package var count: Int { jobs.count }

  /// Whether pages look for a full-text index.
  package var hasFullText: Bool { context.options.hasFullText }

  /// The rows that stand on many pages, rendered.
  package struct Rows: Sendable {
    let stores: [RowStore]
  }

  /// - Parameter workers: at least 1.
  package func rows(workers: Int) async throws -> Rows {
    Rows(stores: try await RowPhase(context, workers: workers).stores())
  }

  /// Makes every file and hands it to `put`, from several workers at once, in no fixed order.
  ///
  /// - Parameters:
  ///   - rows: made by this builder; nil where they are to be made first.
  ///   - workers: at least 1.
  ///   - progress: told the number of jobs done, now and then.
  package func build(
    _ rows: Rows? = nil, workers: Int, progress: (@Sendable (Int) -> Void)? = nil,
    put: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
  ) async throws {
    let stores = if let rows { rows.stores } else { try await self.rows(workers: workers).stores }
    let queue = Queue()
    let pages = try await withThrowingTaskGroup(of: [String].self) { group in
      for _ in 0..<max(workers, 1) {
        group.addTask { try work(queue, stores, progress, put) }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    let redirects = context.languages.first.map {
      Redirects(context.evidence.corpus, $0.routes).files
    }
    for file in redirects ?? [] { try put(file.path, file.bytes) }
    for file in context.assets.files { try put(file.path, file.bytes) }
    for file in context.sitemap(of: pages) { try put(file.path, file.bytes) }
  }

  /// How far the workers are, together.
  private final class Queue: Sendable {
    let next = Atomic(0)
  }

  /// Jobs that a worker takes at a time.
  private static var batch: Int { 16 }

  /// - Returns: the paths of the pages made here.
  private func work(
    _ queue: Queue, _ rows: [RowStore], _ progress: (@Sendable (Int) -> Void)?,
    _ put: (String, [UInt8]) throws -> Void
  ) throws -> [String] {
    var pages: [String] = []
    var makers: [PageMaker?] = Array(repeating: nil, count: context.languages.count)
    while true {
      let start = queue.next.add(Self.batch, ordering: .relaxed).oldValue
      guard start < jobs.count else { return pages }
      try Task.checkCancellation()
      for (job, language) in jobs[start..<min(start + Self.batch, jobs.count)] {
        let maker = makers[language] ?? PageMaker(context, rows[language], language: language)
        makers[language] = maker
        for file in try maker.files(for: job) {
          try put(file.path, file.bytes)
          if file.path.hasSuffix("index.html") { pages.append(file.path) }
        }
      }
      progress?(min(start + Self.batch, jobs.count))
    }
  }
}
