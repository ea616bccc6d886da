import Diagnostics
import Evidence
import Fingerprint
import FullText
import Mustache
import Output
import Site

/// From what can be built to the files.
extension Build {
  /// Makes the pages and hands them to the output.
  func write(
    _ builder: SiteBuilder, _ content: ReadContent?, _ memory: Memory?,
    _ open: () throws(OutputError) -> Destination,
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
      let indexing = progress.map { IndexingProgress($0) }
      async let texts = index(builder, memory, destination, indexing)
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
      if builder.hasFullText { indexing?.show() }
      let indexed = try await texts
      if builder.hasFullText { watch.lap(.index) }
      progress?.show("Finishing")
      async let ledger = ledger(changes, made, indexed, disk, content, memory, builder)
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
    _ changes: SiteChanges?, _ made: [[String]], _ texts: [IndexedTexts], _ disk: DiskOutput?,
    _ content: ReadContent?, _ memory: Memory?, _ builder: SiteBuilder
  ) async -> Made? {
    guard let changes, let disk, let content, let memory else { return nil }
    let indexes = texts.map { ($0.changes, $0.made) }
    let (ledger, others) = changes.ledger(made, texts: indexes, marks: disk.marks)
    async let files = BuildCache.encoded(ledger, others)
    let kept = await keep(content, memory, builder, disk)
    return Made(
      output: disk, ledger: ledger, others: others, encodedFiles: await files, content: kept,
      jobs: changes.count, change: content.reading.change)
  }

  /// Puts what was read of the content where the next build finds it.
  private func keep(
    _ content: ReadContent, _ memory: Memory, _ builder: SiteBuilder, _ disk: DiskOutput
  ) async -> ContentCache {
    guard let tool = memory.tool, let files = disk.parts else { return ContentCache() }
    let kept = await ContentCache(
      content, builder.evidence, after: memory.content, jobs: jobs,
      keep: ContentCache.keep(in: files))
    if let head = kept.head(tool: tool) { disk.stageContent(head) }
    return kept
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
}
