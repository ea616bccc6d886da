import Corpus
import Diagnostics
import Evidence
import Mustache
import Output
import Synchronization

/// Makes the whole site out of evidence and templates.
///
/// Everything is checked when it is made: where `diagnostics` has an error, nothing may be built.
package struct SiteBuilder: Sendable {
  package let diagnostics: [Diagnostic]
  let context: SiteContext
  let jobs: [(job: PageJob, language: Int)]
  let folder: TemplateFolder

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
    self.folder = folder
    jobs = languages.all.indices.flatMap { language in plan.jobs.map { ($0, language) } }
    diagnostics =
      languages.diagnostics
      + (languages.diagnostics.hasErrors ? [] : context.templateFaults)
  }

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
    let queue = Queue()
    let parts = try await withThrowingTaskGroup(of: Part.self) { group in
      for _ in 0..<max(workers, 1) {
        group.addTask {
          var worker = Worker(builder: self, rows: rows, changes: changes, sink: sink)
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
    for file in context.sitemap(of: parts.flatMap(\.pages)) { try sink.put(file.path, file.bytes) }
    var made: [[String]] = Array(repeating: [], count: jobs.count)
    for (position, paths) in parts.lazy.flatMap(\.made) { made[position] = paths }
    return made
  }

  /// How far the workers are, together.
  private final class Queue: Sendable {
    let next = Atomic(0)
  }

  /// What one worker has done.
  private struct Part: Sendable {
    /// The paths of its pages, made or kept.
    var pages: [String] = []
    /// The paths of the files of each job that it did.
    var made: [(position: Int, paths: [String])] = []
  }

  /// Takes jobs off the queue until there is none.
  private struct Worker {
    private let builder: SiteBuilder
    private let changes: SiteChanges?
    private let sink: Sink
    private let benches: [Bench]
    private var part = Part()

    /// Jobs that a worker takes at a time.
    private static let batch = 16

    init(builder: SiteBuilder, rows: Rows, changes: SiteChanges?, sink: Sink) {
      self.builder = builder
      self.changes = changes
      self.sink = sink
      benches = builder.context.languages.indices.map {
        Bench(builder.context, rows, language: $0)
      }
    }

    mutating func work(_ queue: Queue, _ progress: (@Sendable (Int) -> Void)?) throws -> Part {
      let count = builder.jobs.count
      while true {
        let start = queue.next.add(Self.batch, ordering: .relaxed).oldValue
        guard start < count else { return part }
        try Task.checkCancellation()
        let end = min(start + Self.batch, count)
        for position in start..<end { try finish(position) }
        progress?(end)
      }
    }

    private mutating func finish(_ position: Int) throws {
      let paths: [String]
      if let entry = changes?.kept[position] {
        for file in entry.files { try sink.keep(file) }
        paths = entry.files.map(\.path)
      } else {
        let (job, language) = builder.jobs[position]
        let files = try benches[language].files(for: job)
        for file in files { try sink.put(file.path, file.bytes) }
        paths = files.map(\.path)
        part.made.append((position, paths))
      }
      part.pages += paths.filter { $0.hasSuffix("index.html") }
    }
  }

  /// Where one worker makes the pages of one language; set up when there is one to make.
  private final class Bench {
    private let context: SiteContext
    private let language: Int
    private let rows: RowStore?
    private var onDemand: RowsOnDemand?
    private var maker: PageMaker?

    init(_ context: SiteContext, _ rows: Rows, language: Int) {
      self.context = context
      self.language = language
      self.rows = rows.stores?[language]
    }

    func files(for job: PageJob) throws -> [SiteFile] {
      let maker = self.maker ?? makeMaker()
      self.maker = maker
      let files = try maker.files(for: job)
      try onDemand?.check()
      return files
    }

    private func makeMaker() -> PageMaker {
      if let rows { return PageMaker(context, rows, language: language) }
      let rows = RowsOnDemand(context, language: language)
      onDemand = rows
      return PageMaker(context, RowStore(rows), language: language)
    }
  }
}
