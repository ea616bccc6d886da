import Corpus
import Diagnostics
import Evidence
import Fingerprint
import FullText
import Mustache
import Output
import Site

/// One build, from a source folder to an output: every phase in its order.
package struct Build: Sendable {
  let source: String
  /// Overrides that of `site.yaml`.
  let baseURL: String?
  let includesDrafts: Bool
  let jobs: Int
  /// Indexes the texts; nil for a site without full-text search.
  let pagefind: PagefindProgram?
  let isPreview: Bool

  package init(
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

  package struct Outcome: Sendable {
    package var diagnostics: [Diagnostic] = []
    /// HTML pages that were made.
    package var pages = 0
    /// nil when something was wrong, and nothing was written.
    package var summary: OutputSummary?
    var timings = Timings()
    /// What the pages were made from. Whoever ends the program after a build holds it until then: to
    /// give a large corpus back piece by piece takes time that nobody has anything of.
    var material: Material?
    /// What it was compared with, likewise.
    var ground: IncrementalBuild.Ground?
    /// For a build that is to be remembered, what it made.
    package var made: Made?
  }

  /// What an earlier build left for this one, which is remembered in turn.
  package struct Memory: Sendable {
    let key: FingerprintKey
    /// Which program builds; nil where it does not know what it is.
    let tool: String?
    /// nil where there was none, or none of use.
    let ledger: SiteLedger?
    /// What was kept of the content; no parts where nothing was.
    let content: ContentCache
    /// The corpus of that, where there is one that is not damaged.
    let read: HandedOver<KeptContent>
  }

  /// What was made on a disk that is remembered.
  package struct Made: Sendable {
    /// Locked until it is let go of, which is to be as soon as it is remembered.
    var output: DiskOutput?
    package let ledger: SiteLedger
    /// The files that belong to no page.
    let others: [MarkedFile]
    /// Both as a cache keeps them.
    let encodedFiles: [UInt8]
    /// What is kept of the content.
    let content: ContentCache
    /// How many of the site's jobs had to be done.
    package let jobs: Int
    /// How the content differed from what was kept.
    package let change: CorpusChange
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
  struct Destination {
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
    let material = await material(memory, progress, &watch)
    outcome.diagnostics = material.diagnostics
    guard let builder = await builder(material.evidence, &outcome.diagnostics),
      !outcome.diagnostics.hasErrors
    else { return outcome }
    watch.lap(.plan)
    await write(builder, material.reading, memory, open, progress, &watch, &outcome)
    outcome.timings = watch.timings
    return outcome
  }
}
