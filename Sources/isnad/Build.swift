import Corpus
import Diagnostics
import Evidence
import Foundation
import FullText
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

  init(
    _ source: SourceOptions, _ work: WorkOptions, baseURL: String?,
    pagefind: PagefindProgram? = nil
  ) {
    self.pagefind = pagefind
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
  }

  /// - Parameter open: opens the output, once there is known to be something to write.
  func run(
    progress: Progress? = nil, into open: () throws(OutputError) -> any Output
  ) async -> Outcome {
    defer { progress?.clear() }
    var outcome = Outcome()
    if let missing = missingContent(in: source) {
      outcome.diagnostics = [missing]
      return outcome
    }
    let (corpus, diagnostics) = await CorpusReader(
      source: source, includesDrafts: includesDrafts, jobs: jobs
    ).read { done, total in progress?.show("Reading", done, of: total) }
    outcome.diagnostics = diagnostics

    // With errors in the content the templates are checked all the same, without it.
    let sound = diagnostics.hasErrors ? Corpus(site: corpus.site) : corpus
    guard let builder = builder(Evidence(sound), &outcome), !outcome.diagnostics.hasErrors else {
      return outcome
    }
    await write(builder, open, progress, &outcome)
    return outcome
  }

  private func builder(_ evidence: Evidence, _ outcome: inout Outcome) -> SiteBuilder? {
    do throws(TemplateFolder.Unreadable) {
      let templates = try TemplateFolder(folder: source + "/templates")
      let options = SiteOptions(
        baseURL: baseURL ?? evidence.corpus.site.baseURL, generator: "isnad \(Isnad.version)",
        hasFullText: hasFullText(evidence))
      let builder = SiteBuilder(evidence, templates, options)
      outcome.diagnostics += builder.diagnostics
      return builder
    } catch {
      outcome.diagnostics.append(
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
    _ builder: SiteBuilder, _ open: () throws(OutputError) -> any Output, _ progress: Progress?,
    _ outcome: inout Outcome
  ) async {
    let pages = Counter()
    do {
      let output = try open()
      defer { output.abandon() }
      try await builder.build(
        workers: jobs, progress: { progress?.show("Building", $0, of: builder.count) }
      ) { path, bytes in
        try output.put(path, bytes)
        if path.hasSuffix(".html") { pages.count() }
      }
      if builder.hasFullText { try index(builder, output, progress) }
      progress?.show("Finishing")
      outcome.summary = try output.finish()
      outcome.pages = pages.value
    } catch let error as OutputError {
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
    _ builder: SiteBuilder, _ output: any Output, _ progress: Progress?
  ) throws {
    guard let pagefind else { return }
    let index = try PagefindIndex(pagefind)
    try builder.forEachText { text in
      progress?.show("Indexing")
      try index.add(address: text.id, words: text.words, meta: text.meta)
    }
    try index.finish { try output.put(FullTextPlace.folder + $0, $1) }
  }

  private final class Counter: Sendable {
    private let number = Atomic(0)
    var value: Int { number.load(ordering: .relaxed) }
    func count() { number.add(1, ordering: .relaxed) }
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
