import Corpus
import Diagnostics
import Evidence
import Foundation
import Output
import Site

/// The way through the house: content, corpus, evidence, site, output.
struct Build: Sendable {
  let options: SourceOptions
  let address: SiteAddress
  let console: Console
  let isQuiet: Bool

  /// What is wrong with the input, an error among it: nothing was written.
  struct Failure: Error {
    let diagnostics: [Diagnostic]
  }

  /// Reads and checks everything that pages are made from.
  ///
  /// - Returns: the site, and the warnings that there are.
  /// - Throws: `Failure` when there is an error.
  func site() async throws -> (site: SiteBuilder, warnings: [Diagnostic]) {
    guard isFolder(options.path("content")) else { throw Failure(diagnostics: [noContent]) }
    let read = await CorpusReader(
      source: options.source, includesDrafts: options.drafts, jobs: options.workers
    ).read(progress: readingProgress)
    if !isQuiet { console.endProgress() }
    let site = SiteBuilder(
      Evidence(read.corpus), try templates(),
      SiteOptions(
        baseURL: address.resolved(read.corpus.site.baseURL),
        generator: "isnad \(Isnad.version)"))
    let diagnostics = read.diagnostics + site.diagnostics
    guard !diagnostics.hasErrors else { throw Failure(diagnostics: diagnostics) }
    return (site, diagnostics)
  }

  /// Makes every page into `output`, and has it publish them.
  func write(_ site: SiteBuilder, to output: some Output) async throws -> OutputSummary {
    do {
      try await site.build(workers: options.workers, progress: writingProgress(site.count)) {
        try output.put($0, $1)
      }
      if !isQuiet { console.endProgress() }
      return try output.finish()
    } catch let error as OutputError {
      output.abandon()
      throw Failure(diagnostics: [error.diagnostic])
    }
  }

  private func templates() throws -> TemplateFolder {
    let folder = options.path("templates")
    do {
      return try TemplateFolder(folder: isFolder(folder) ? folder : nil)
    } catch {
      throw Failure(diagnostics: [unreadable(error.path)])
    }
  }

  private func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private var readingProgress: CorpusReader.Progress? {
    guard !isQuiet else { return nil }
    return { [console] done, total in
      console.progress("reading content: \(total == 0 ? 100 : done * 100 / total)%")
    }
  }

  private func writingProgress(_ total: Int) -> (@Sendable (Int) -> Void)? {
    guard !isQuiet else { return nil }
    return { [console] done in console.progress("building pages: \(done) of \(total)") }
  }

  private var noContent: Diagnostic {
    Diagnostic(
      .error, "source/no-content", "There is no folder \(options.path("content"))",
      remedy: "name the folder that has content/ (--source DIR), or begin with: isnad new DIR")
  }

  private func unreadable(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "template/unreadable", "This file cannot be read as UTF-8 text",
      at: Place(file: "templates/\(path)"), remedy: "save it as UTF-8, or remove it")
  }
}
