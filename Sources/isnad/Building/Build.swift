import Corpus
import Diagnostics
import Evidence
import Fingerprint
import FullText
import Mustache
import Output
import Site

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
    /// For a build that is to be remembered, what it made.
    var made: Made?
  }

  /// What an earlier build left for this one, which is remembered in turn.
  struct Memory: Sendable {
    let key: FingerprintKey
    /// nil where there was none, or none of use.
    let ledger: SiteLedger?
  }

  /// What was made on a disk that is remembered.
  struct Made: Sendable {
    /// Locked until it is let go of, which is to be as soon as it is remembered.
    var output: DiskOutput?
    let ledger: SiteLedger
    /// The files that belong to no page.
    let others: [MarkedFile]
    /// How many of the site's jobs had to be done.
    let jobs: Int
  }

  struct Material: Sendable {
    let builder: SiteBuilder
    let rows: SiteBuilder.Rows
  }

  /// - Parameter open: opens the output, once there is known to be something to write.
  func run(
    progress: ProgressLine? = nil, into open: () throws(OutputError) -> any Output
  ) async -> Outcome {
    var watch = Stopwatch()
    return await run(progress, &watch, nil) { () throws(OutputError) in
      Destination(output: try open(), disk: nil)
    }
  }

  /// Makes only what the last build would have made otherwise.
  func run(
    progress: ProgressLine? = nil, watch: Stopwatch, memory: Memory,
    into open: () throws(OutputError) -> DiskOutput
  ) async -> Outcome {
    var watch = watch
    return await run(progress, &watch, memory) { () throws(OutputError) in
      let disk = try open()
      return Destination(output: disk, disk: disk)
    }
  }

  /// Where files go.
  private struct Destination {
    let output: any Output
    /// The same, where files of an earlier build may be kept in it.
    let disk: DiskOutput?
  }

  private func run(
    _ progress: ProgressLine?, _ watch: inout Stopwatch, _ memory: Memory?,
    into open: () throws(OutputError) -> Destination
  ) async -> Outcome {
    defer { progress?.clear() }
    var outcome = Outcome()
    if let missing = missingContent(in: source) {
      outcome.diagnostics = [missing]
      return outcome
    }
    let (corpus, diagnostics) = await read(progress, key: memory?.key)
    outcome.diagnostics = diagnostics
    watch.lap(.read)
    let evidence = link(corpus, diagnostics, progress)
    watch.lap(.link)
    guard let builder = builder(evidence, &outcome.diagnostics), !outcome.diagnostics.hasErrors
    else { return outcome }
    watch.lap(.plan)
    await write(builder, memory, open, progress, &watch, &outcome)
    outcome.timings = watch.timings
    return outcome
  }

  func read(
    _ progress: ProgressLine?, key: FingerprintKey? = nil
  ) async -> (corpus: Corpus, diagnostics: [Diagnostic]) {
    await CorpusReader(source: source, includesDrafts: includesDrafts, jobs: jobs, key: key)
      .read { done, total in
        progress?.show(ProgressAmount(phase: "Reading", done: done, total: total, unit: .bytes))
      }
  }

  /// With errors in the content there is none: the templates are checked all the same, without it.
  func link(
    _ corpus: Corpus, _ diagnostics: [Diagnostic], _ progress: ProgressLine?
  ) -> Evidence {
    progress?.show("Linking")
    return Evidence(diagnostics.hasErrors ? Corpus(site: corpus.site) : corpus, workers: jobs)
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
    _ builder: SiteBuilder, _ memory: Memory?, _ open: () throws(OutputError) -> Destination,
    _ progress: ProgressLine?, _ watch: inout Stopwatch, _ outcome: inout Outcome
  ) async {
    let files = WrittenFiles()
    do {
      let destination = try open()
      let output = destination.output
      defer { output.abandon() }
      let disk = destination.disk
      let known = memory?.ledger == nil ? nil : await changes(builder, memory, disk)
      watch.lap(.plan)
      let rows = try await builder.rows(workers: jobs, for: known)
      outcome.material = Material(builder: builder, rows: rows)
      watch.lap(.rows)
      // Where there was nothing to compare with, they are for the next build alone, and can wait.
      async let pending = known != nil ? known : changes(builder, memory, disk)
      let made = try await builder.build(
        rows, changes: known, workers: jobs,
        progress: {
          progress?.show(
            ProgressAmount(phase: "Building", done: $0, total: builder.count, unit: .pages))
        }, into: sink(destination, files))
      let changes = await pending
      watch.lap(.pages)
      watch.move(files.writing / jobs, from: .pages, to: .write)
      if builder.hasFullText {
        try index(builder, output, progress)
        watch.lap(.index)
      }
      progress?.show("Finishing")
      async let ledger = ledger(changes, made, disk)
      outcome.summary = try output.finish()
      outcome.pages = files.pages
      outcome.made = await ledger
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

  /// What was made, for the next build; nil where nothing is to be remembered.
  private func ledger(
    _ changes: SiteChanges?, _ made: [[String]], _ disk: DiskOutput?
  ) async -> Made? {
    guard let changes, let disk else { return nil }
    let (ledger, others) = changes.ledger(made, marks: disk.marks)
    return Made(output: disk, ledger: ledger, others: others, jobs: changes.count)
  }

  /// nil where nothing is to be remembered.
  private func changes(
    _ builder: SiteBuilder, _ memory: Memory?, _ disk: DiskOutput?
  ) async -> SiteChanges? {
    guard let memory, let disk else { return nil }
    return await builder.changes(since: memory.ledger, memory.key, workers: jobs) {
      disk.isUntouched($0)
    }
  }

  private func sink(_ destination: Destination, _ files: WrittenFiles) -> SiteBuilder.Sink {
    let (output, disk) = (destination.output, destination.disk)
    return SiteBuilder.Sink { path, bytes in
      let start = Stopwatch.now()
      try output.put(path, bytes)
      files.count(isPage: path.hasSuffix(".html"), Stopwatch.now() - start)
    } keep: { file in
      let start = Stopwatch.now()
      try disk?.keep(file)
      files.count(isPage: file.path.hasSuffix(".html"), Stopwatch.now() - start)
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
}
