import Corpus
import Diagnostics
import Evidence
import Mustache
import Output
import Preview
import Site

/// Keeps what a preview is made of, so that a change costs what has to be made anew for it: where only
/// templates changed, the content is not read again; and no page is made before somebody looks at it.
struct PreviewBuild {
  private let build: Build
  private var evidence: Evidence?
  private var contentDiagnostics: [Diagnostic] = []

  init(_ build: Build) {
    self.build = build
  }

  struct Outcome: Sendable {
    var diagnostics: [Diagnostic] = []
    /// nil when something is wrong.
    var site: PreviewedSite?
  }

  /// - Parameter change: what changed since the last call; everything at the first.
  mutating func update(_ change: SourceChange, progress: ProgressLine?) async -> Outcome {
    defer { progress?.clear() }
    if let missing = missingContent(in: build.source) {
      evidence = nil
      return Outcome(diagnostics: [missing])
    }
    if change.contains(.content) || evidence == nil {
      let (corpus, diagnostics) = await build.read(progress)
      contentDiagnostics = diagnostics
      evidence = build.link(corpus, diagnostics, progress)
    }
    var outcome = Outcome(diagnostics: contentDiagnostics)
    guard let evidence, let builder = build.builder(evidence, &outcome.diagnostics),
      !outcome.diagnostics.hasErrors
    else { return outcome }
    outcome.site = PreviewedSite(SiteOnDemand(builder))
    return outcome
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
