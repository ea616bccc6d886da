import Corpus
import Diagnostics
import Evidence
import Mustache
import Output

/// Makes the whole site out of evidence and templates.
///
/// Everything is checked when it is made: where `diagnostics` has an error, nothing may be built.
package struct SiteBuilder: Sendable {
  package let diagnostics: [Diagnostic]
  let context: SiteContext
  let jobs: [(job: PageJob, language: Int)]
  let folder: TemplateFolder

  package init(_ evidence: Evidence, _ folder: TemplateFolder, _ options: SiteOptions) async {
    let languages = Languages(evidence.corpus.site, folder)
    let templates = Templates(files: folder.templates)
    let context = SiteContext(
      evidence, languages, templates, options,
      Assets(
        folder.assets,
        hasIntegrity: evidence.corpus.site.hasIntegrity && !options.keepsAssetNames,
        keepsNames: options.keepsAssetNames))
    async let plan = Self.plan(context)
    self.context = context
    self.folder = folder
    diagnostics =
      languages.diagnostics
      + (languages.diagnostics.hasErrors ? [] : context.templateFaults)
    jobs = Self.jobs(await plan, languages: languages.all.count)
  }

  private init(
    _ last: SiteBuilder, _ context: SiteContext, _ jobs: [(job: PageJob, language: Int)]
  ) {
    diagnostics = last.diagnostics
    folder = last.folder
    self.jobs = jobs
    self.context = context
  }

  /// The builder of a site that has the same pages as this one.
  ///
  /// - Parameters:
  ///   - evidence: follows that of this one, see `Evidence.following`.
  ///   - analyses: those that are not the same, as indices into `Corpus.analyses`.
  /// - Returns: `nil` where other pages may be needed.
  package func following(_ evidence: Evidence, analyses: [Int]) -> SiteBuilder? {
    // What several annotators differ in may take more pages than before.
    guard
      analyses.allSatisfy({ evidence.articles[evidence.articleOfAnalysis[$0]].analyses.count == 1 })
    else { return nil }
    return SiteBuilder(self, context.following(evidence), jobs)
  }

  /// The builder of a site of the same templates, whatever else its content says.
  ///
  /// - Returns: `nil` where something else may be wrong with the templates, as the settings are others.
  package func replanned(_ evidence: Evidence) async -> SiteBuilder? {
    // Where there is nothing to be found, pages do not look for it.
    guard evidence.corpus.site == self.evidence.corpus.site, !context.options.hasFullText else {
      return nil
    }
    let context = context.replaced(evidence)
    return SiteBuilder(
      self, context, Self.jobs(await Self.plan(context), languages: context.languages.count))
  }

  private static func plan(_ context: SiteContext) async -> [PageJob] {
    await PagePlan.jobs(
      context.evidence, context.timeline, freePages: Array(context.freePages.indices))
  }

  /// All pages in each language.
  private static func jobs(_ plan: [PageJob], languages: Int) -> [(job: PageJob, language: Int)] {
    (0..<languages).flatMap { language in plan.map { ($0, language) } }
  }

  private var sitemap: [SiteFile] {
    context.sitemap(
      of: PageAddresses.places(of: jobs, in: context).compactMap { place in
        guard case .page(let route) = place, route.file == "index.html" else { return nil }
        return route.path
      })
  }

  package var evidence: Evidence { context.evidence }

  /// How many pages and other files there are to make, less assets and sitemaps.
  package var count: Int { jobs.count }

  /// Whether pages look for a full-text index.
  package var hasFullText: Bool { context.options.hasFullText }

  /// The rows that stand on many pages: rendered, or to be rendered as they are needed.
  package struct Rows: Sendable {
    /// `nil` where each worker renders what its pages need.
    let stores: [RowStore]?
  }

  /// - Parameters:
  ///   - workers: at least 1.
  ///   - changes: where only some jobs have to be done.
  package func rows(workers: Int, for changes: SiteChanges? = nil) async throws -> Rows {
    if let changes, changes.isFew { return Rows(stores: nil) }
    return Rows(stores: try await RowPhase(context, workers: workers).stores())
  }

  /// Takes the files that are made, and those that stay as they are.
  package struct Sink: Sendable {
    let put: @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
    let keep: @Sendable (MarkedFile) throws -> Void

    package init(
      put: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void,
      keep: @escaping @Sendable (MarkedFile) throws -> Void
    ) {
      self.put = put
      self.keep = keep
    }
  }

  /// Makes every file and hands it to `put`, from several workers at once, in no fixed order.
  ///
  /// - Parameters:
  ///   - workers: at least 1.
  package func build(
    workers: Int, put: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws -> Void
  ) async throws {
    let rows = try await rows(workers: workers)
    _ = try await build(rows, workers: workers, into: Sink(put: put, keep: { _ in }))
  }

  /// Makes the files that changed, and lets those that did not stay as they are.
  ///
  /// - Parameters:
  ///   - rows: made by this builder for the same changes.
  ///   - changes: `nil` where everything is to be made.
  ///   - workers: at least 1.
  ///   - progress: told the number of jobs done, now and then.
  /// - Returns: for each job the paths of the files that were made.
  package func build(
    _ rows: Rows, changes: SiteChanges? = nil, workers: Int,
    progress: (@Sendable (Int) -> Void)? = nil, into sink: Sink
  ) async throws -> [[String]] {
    // Beside a few pages it is made by who has nothing else to do; beside many it would take memory for
    // as long as these take.
    let isShort = changes?.isFew ?? false
    async let early = isShort ? sitemap : []
    let queue = JobQueue(count: jobs.count)
    let parts = try await withThrowingTaskGroup(of: FinishedJobs.self) { group in
      for _ in 0..<max(workers, 1) {
        group.addTask {
          var worker = SiteWorker(builder: self, rows: rows, changes: changes, sink: sink)
          return try worker.work(queue, progress)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let redirects = context.languages.first.map {
      Redirects(context.evidence.corpus, $0.routes).files
    }
    for file in redirects ?? [] { try sink.put(file.path, file.bytes) }
    for file in context.assets.files { try sink.put(file.path, file.bytes) }
    let first = await early
    for file in isShort ? first : sitemap { try sink.put(file.path, file.bytes) }
    var made: [[String]] = Array(repeating: [], count: jobs.count)
    for (position, paths) in parts.lazy.flatMap(\.made) { made[position] = paths }
    return made
  }
}
