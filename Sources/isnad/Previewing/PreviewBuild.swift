import Corpus
import Diagnostics
import Evidence
import Fingerprint
import Mustache
import Output
import Preview
import Site

/// Keeps what a preview is made of, so that a change costs what has to be made anew for it: only what
/// changed is read again, and put together again where that matters; and no page is made before
/// somebody looks at it.
package struct PreviewBuild {
  private let build: Build
  package let key = FingerprintKey.random()
  /// The last content without errors, and what it says.
  private var sound: (reading: Reading, evidence: Evidence)?
  /// What can be shown of the content as it is.
  private(set) var evidence: Evidence?
  package private(set) var contentDiagnostics: [Diagnostic] = []
  /// The site that is made of `sound` and of the templates as they are, with what these were warned of.
  package private(set) var shown:
    (builder: SiteBuilder, site: SiteOnDemand, diagnostics: [Diagnostic])?

  package init(_ build: Build) {
    self.build = build
  }

  /// The last content without errors.
  package var reading: Reading? { sound?.reading }

  package struct Outcome: Sendable {
    package var diagnostics: [Diagnostic] = []
    /// nil when something is wrong.
    var site: PreviewedSite?
  }

  /// - Parameter change: what changed since the last call; everything at the first.
  package mutating func update(_ change: SourceChange, progress: ProgressLine?) async -> Outcome {
    defer { progress?.clear() }
    if let missing = missingContent(in: build.source) {
      evidence = nil
      return Outcome(diagnostics: [missing])
    }
    if change.contains(.templates) { shown = nil }
    var analyses: [Int]?
    if change.contains(.content) || evidence == nil {
      analyses = await read(progress)
    }
    guard let evidence else { return Outcome(diagnostics: contentDiagnostics) }
    if let analyses, let shown, let builder = shown.builder.following(evidence, analyses: analyses)
    {
      return show(builder, shown.diagnostics, after: shown.site)
    }
    if let shown, !contentDiagnostics.hasErrors,
      let builder = await shown.builder.replanned(evidence)
    {
      return show(builder, shown.diagnostics, after: shown.site)
    }
    var diagnostics: [Diagnostic] = []
    guard let builder = await build.builder(evidence, &diagnostics),
      !contentDiagnostics.hasErrors, !diagnostics.hasErrors
    else {
      if !contentDiagnostics.hasErrors { shown = nil }
      return Outcome(diagnostics: contentDiagnostics + diagnostics)
    }
    return show(builder, diagnostics)
  }

  /// Makes ready what the next change will likely ask for, where nobody waits.
  package mutating func prepare() { sound?.reading.prepare() }

  private mutating func show(
    _ builder: SiteBuilder, _ diagnostics: [Diagnostic], after last: SiteOnDemand? = nil
  ) -> Outcome {
    let site = SiteOnDemand(builder, after: last)
    shown = (builder, site, diagnostics)
    return Outcome(diagnostics: contentDiagnostics + diagnostics, site: PreviewedSite(site))
  }

  /// - Returns: where nothing has to be put together again, the analyses that are not the same as in
  ///   `sound`, as indices into `Corpus.analyses`.
  private mutating func read(_ progress: ProgressLine?) async -> [Int]? {
    let reading = await build.reader.read(
      after: sound?.reading, key: key, progress: build.progress(progress))
    contentDiagnostics = reading.diagnostics
    // What is in error is compared again with what last was not.
    guard !reading.diagnostics.hasErrors else {
      evidence = build.link(reading.corpus, reading.diagnostics, progress)
      return nil
    }
    if let evidence = sound?.evidence.following(reading.corpus, reading.change),
      case .values(_, let analyses) = reading.change
    {
      sound = (reading, evidence)
      self.evidence = evidence
      return analyses
    }
    let evidence =
      sound?.evidence.relinked(reading.corpus, reading.change, workers: build.jobs)
      ?? build.link(reading.corpus, reading.diagnostics, progress)
    sound = (reading, evidence)
    self.evidence = evidence
    return nil
  }
}

/// A site as the preview takes it.
struct PreviewedSite: PreviewFiles {
  private let site: SiteOnDemand

  init(_ site: SiteOnDemand) {
    self.site = site
  }

  var assets: [String: [UInt8]] { site.assets }

  func contains(_ path: String) async -> Bool { await site.contains(path) }

  func bytes(of path: String) async throws -> [UInt8]? {
    do {
      return try await site.bytes(of: path)
    } catch let error as RenderFailure {
      throw PreviewFailure([error.diagnostic])
    }
  }

  var pageCount: Int {
    get async { await site.pageCount }
  }

  /// What keeps the files from being written side by side, as a build would find.
  var collision: Diagnostic? {
    get async {
      let output = NoOutput()
      do throws(OutputError) {
        for path in await site.knownPaths { try output.put(path, []) }
        return nil
      } catch {
        return error.diagnostic
      }
    }
  }
}
