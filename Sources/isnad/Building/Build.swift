import Corpus
import Diagnostics
import Evidence
import Foundation
import FullText
import Mustache
import Output
import Site
import Synchronization

/// One build, from a source folder to an output: every phase in its order.
struct Build: Sendable {
  let source: String
  /// Overrides that of `site.yaml`.
  let baseURL: String?
  let includesDrafts: Bool
  let jobs: Int
  /// Indexes the texts; nil for a site without full-text search.
  let pagefind: PagefindProgram?
  let isPreview: Bool

  init(
    _ source: SourceOptions, _ work: WorkOptions, baseURL: String?,
    pagefind: PagefindProgram? = nil, isPreview: Bool = false
  ) {
    self.pagefind = pagefind
    self.isPreview = isPreview
    self.source = source.source
    self.baseURL = baseURL
    includesDrafts = work.drafts
    jobs = work.workers
  }

  struct Outcome: Sendable {
    var diagnostics: [Diagnostic] = []
    /// HTML pages that were made.
    var pages = 0
    /// nil when something was wrong, and nothing was written.
    var summary: OutputSummary?
    var timings = Timings()
    /// What the pages were made from. Whoever ends the program after a build holds it until then: to
    /// give a large corpus back piece by piece takes time that nobody has anything of.
    var material: Material?
  }

  struct Material: Sendable {
    let builder: SiteBuilder
    let rows: SiteBuilder.Rows
  }

  /// - Parameter open: opens the output, once there is known to be something to write.
  func run(
    progress: ProgressLine? = nil, into open: () throws(OutputError) -> any Output
  ) async -> Outcome {
    defer { progress?.clear() }
    var outcome = Outcome()
    if let missing = missingContent(in: source) {
      outcome.diagnostics = [missing]
      return outcome
    }
    var watch = Stopwatch()
    let (corpus, diagnostics) = await read(progress)
    outcome.diagnostics = diagnostics
    watch.lap(.read)
    let evidence = link(corpus, diagnostics, progress)
    watch.lap(.link)
    guard let builder = builder(evidence, &outcome.diagnostics), !outcome.diagnostics.hasErrors
    else { return outcome }
    watch.lap(.plan)
    await write(builder, open, progress, &watch, &outcome)
    outcome.timings = watch.timings
    return outcome
  }

  func read(_ progress: ProgressLine?) async -> (corpus: Corpus, diagnostics: [Diagnostic]) {
    await CorpusReader(source: source, includesDrafts: includesDrafts, jobs: jobs)
      .read { done, total in
        progress?.show(ProgressAmount(phase: "Reading", done: done, total: total, unit: .bytes))
      }
  }

  /// With errors in the content there is none: the templates are checked all the same, without it.
  func link(
    _ corpus: Corpus, _ diagnostics: [Diagnostic], _ progress: ProgressLine?
  ) -> Evidence {
    progress?.show("Linking")
    return Evidence(diagnostics.hasErrors ? Corpus(site: corpus.site) : corpus)
  }

  func builder(_ evidence: Evidence, _ diagnostics: inout [Diagnostic]) -> SiteBuilder? {
    do throws(TemplateFolder.Unreadable) {
      let templates = try TemplateFolder(folder: source + "/templates")
      let options = SiteOptions(
        baseURL: baseURL ?? evidence.corpus.site.baseURL, generator: "isnad \(Isnad.version)",
        hasFullText: hasFullText(evidence), keepsAssetNames: isPreview)
      let builder = SiteBuilder(evidence, templates, options)
      diagnostics += builder.diagnostics
      return builder
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, "template/unreadable", "the file cannot be read, or is not UTF-8",
          at: Place(file: "templates/" + error.path), remedy: "save it as UTF-8, or remove it"))
      return nil
    }
  }

  /// Nothing can be found where there is no text.
  private func hasFullText(_ evidence: Evidence) -> Bool {
    pagefind != nil && !evidence.articles.isEmpty
  }

  private func write(
    _ builder: SiteBuilder, _ open: () throws(OutputError) -> any Output, _ progress: ProgressLine?,
    _ watch: inout Stopwatch, _ outcome: inout Outcome
  ) async {
    let files = Files()
    do {
      let output = try open()
      defer { output.abandon() }
      let rows = try await builder.rows(workers: jobs)
      outcome.material = Material(builder: builder, rows: rows)
      watch.lap(.rows)
      try await builder.build(
        rows, workers: jobs,
        progress: {
          progress?.show(
            ProgressAmount(phase: "Building", done: $0, total: builder.count, unit: .pages))
        }
      ) { path, bytes in
        let start = Stopwatch.now()
        try output.put(path, bytes)
        files.count(isPage: path.hasSuffix(".html"), Stopwatch.now() - start)
      }
      watch.lap(.pages)
      watch.move(files.writing / jobs, from: .pages, to: .write)
      if builder.hasFullText {
        try index(builder, output, progress)
        watch.lap(.index)
      }
      progress?.show("Finishing")
      outcome.summary = try output.finish()
      outcome.pages = files.pages
      watch.lap(.finish)
    } catch let error as OutputError {
      outcome.diagnostics.append(error.diagnostic)
    } catch let error as RenderFailure {
      outcome.diagnostics.append(error.diagnostic)
    } catch let error as PagefindError {
      outcome.diagnostics.append(error.diagnostic)
    } catch {
      outcome.diagnostics.append(
        Diagnostic(
          .error, "site/failed", "the site could not be built: \(error)",
          remedy: "report this as a bug of isnad, with the content that causes it"))
    }
  }

  /// Has all texts indexed, and adds the index to the site.
  private func index(
    _ builder: SiteBuilder, _ output: any Output, _ progress: ProgressLine?
  ) throws {
    guard let pagefind else { return }
    let index = try PagefindIndex(pagefind)
    try builder.forEachText { text in
      progress?.show("Indexing")
      try index.add(address: text.id, words: text.words, meta: text.meta)
    }
    try index.finish { try output.put(FullTextPlace.folder + $0, $1) }
  }

  /// What the workers have handed to the output.
  private final class Files: Sendable {
    private let pageCount = Atomic(0)
    private let nanoseconds = Atomic<Int64>(0)

    var pages: Int { pageCount.load(ordering: .relaxed) }

    /// The time that all workers together spent in it.
    var writing: Duration { .nanoseconds(nanoseconds.load(ordering: .relaxed)) }

    func count(isPage: Bool, _ time: Duration) {
      if isPage { pageCount.add(1, ordering: .relaxed) }
      let parts = time.components
      nanoseconds.add(
        parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000, ordering: .relaxed)
    }
  }
}

/// Says what is wrong where a source folder has nothing to read.
func missingContent(in source: String) -> Diagnostic? {
  var isFolder: ObjCBool = false
  let isThere = FileManager.default.fileExists(atPath: source, isDirectory: &isFolder)
  guard isThere, isFolder.boolValue else {
    return Diagnostic(
      .error, "source/no-folder", "there is no folder \(source)",
      remedy: "name the folder that has content/ with --source")
  }
  let hasContent = FileManager.default.fileExists(
    atPath: source + "/content", isDirectory: &isFolder)
  guard hasContent, isFolder.boolValue else {
    let place = source == "." ? "this folder" : source
    return Diagnostic(
      .error, "source/no-content", "there is no folder content/ in \(place)",
      remedy: "name the folder that has it with --source, or make a new site with isnad new")
  }
  return nil
}
