import Corpus
import Diagnostics
import Fingerprint
import Foundation
import Output

/// A build to a disk that makes nothing again which the last one made the same.
///
/// Its output, and what it says, are those of a build that makes everything.
package struct IncrementalBuild: Sendable {
  let build: Build
  /// The folder to build into.
  let output: String
  /// As the user named it.
  let outputName: String
  let isForced: Bool

  package init(build: Build, output: String, outputName: String, isForced: Bool) {
    self.build = build
    self.output = output
    self.outputName = outputName
    self.isForced = isForced
  }

  package func run(progress: ProgressLine? = nil) async -> Build.Outcome {
    var watch = Stopwatch()
    let ground = await look(terms)
    watch.lap(.compare)
    if ground.isUnchanged, let last = ground.last { return outcome(of: last, watch.timings) }
    return await run(
      progress, watch,
      Build.Memory(
        key: ground.key, tool: tool, ledger: ground.last?.ledger, content: ground.content,
        read: ground.read),
      ground)
  }

  /// What a build begins with.
  struct Ground: Sendable {
    /// nil where they cannot be told, so that nothing is remembered.
    let terms: BuildCache.Terms?
    /// What an earlier build left on the same terms.
    let last: BuildCache?
    let key: FingerprintKey
    /// What there is to build from, as it was before any of it was read, so that the next build finds
    /// whatever changes meanwhile. nil where it cannot be told.
    let source: SourceRecord?
    /// Whether there is nothing to make.
    let isUnchanged: Bool
    /// What was kept of the content, and where something is to be made, what could be read of it.
    let content: ContentCache
    let read: HandedOver<KeptContent>
  }

  /// Locks the output only for as long as it looks.
  private func look(_ terms: BuildCache.Terms?) async -> Ground {
    let check = OutputCheck(folder: output)
    let look = SourceLook(build.source)
    // What takes longest is begun first, where it will likely be asked for.
    let isAskedFor = check?.cacheTime.map(look.hasNew) ?? false
    let content = check.flatMap(lastContent) ?? ContentCache()
    async let early = isAskedFor ? content.read(jobs: build.jobs) : nil
    let last = terms.flatMap { lastBuild(on: $0, check) }
    let key = last?.key ?? .random()
    let source = SourceRecord(of: look, key, known: last?.inputs)
    let isUnchanged =
      if let last, let source, let check { await isSame(last, source, check) } else { false }
    var read: KeptContent?
    // What a build on other terms read is known by another key.
    if !isUnchanged, last != nil {
      read = await early
      if !isAskedFor { read = await content.read(jobs: build.jobs) }
    }
    return Ground(
      terms: terms, last: last, key: key, source: source, isUnchanged: isUnchanged,
      content: content, read: HandedOver(read))
  }

  private func run(
    _ progress: ProgressLine?, _ start: Stopwatch, _ memory: Build.Memory, _ ground: Ground
  ) async -> Build.Outcome {
    var outcome = await build.run(progress: progress, watch: start, memory: memory) {
      () throws(OutputError) in
      try DiskOutput(
        folder: output, name: outputName, isForced: isForced, last: ground.last?.manifest)
    }
    var watch = Stopwatch()
    keep(outcome, memory.key, ground)
    outcome.made?.output = nil
    outcome.ground = ground
    watch.lap(.finish)
    outcome.timings += watch.timings
    return outcome
  }

  // MARK: Before

  /// What an earlier build left on the same terms.
  private func lastBuild(on terms: BuildCache.Terms, _ check: OutputCheck?) -> BuildCache? {
    guard let bytes = check?.cache, let cache = BuildCache(bytes: bytes),
      cache.terms == terms
    else { return nil }
    return cache
  }

  /// What an earlier build kept of the content, of which the parts are read when it is asked for.
  private func lastContent(_ check: OutputCheck) -> ContentCache? {
    guard let head = check.content, let files = check.parts else { return nil }
    return ContentCache(head: head, tool: tool, files)
  }

  /// nil where the program does not know what it is.
  private var tool: String? {
    guard let path = Bundle.main.executablePath, let mark = FileMark(of: path) else { return nil }
    return "isnad \(Isnad.version) \(mark.size) \(mark.time) \(mark.inode)"
  }

  /// nil where the program does not know what it is, or the one that indexes the texts does not say.
  private var terms: BuildCache.Terms? {
    guard let tool else { return nil }
    var terms = BuildCache.Terms(
      tool: tool, baseURL: build.baseURL, includesDrafts: build.includesDrafts, indexer: nil)
    if let pagefind = build.pagefind {
      // A later version may stand behind a script that stays as it is, and another program of the same
      // version in its place.
      guard let version = pagefind.version, let mark = FileMark(of: pagefind.executable) else {
        return nil
      }
      terms.indexer = "\(version) \(mark.size) \(mark.time) \(mark.inode)"
    }
    return terms
  }

  /// Whether nothing changed since: neither what the site is made from, nor the site.
  private func isSame(
    _ last: BuildCache, _ source: SourceRecord, _ check: OutputCheck
  ) async -> Bool {
    guard last.inputs.isSame(as: source), check.isManifest(last.manifest)
    else { return false }
    return await check.areUntouched(Array(last.files), workers: build.jobs)
  }

  private func outcome(of last: BuildCache, _ timings: Timings) -> Build.Outcome {
    var outcome = Build.Outcome()
    outcome.diagnostics = last.diagnostics
    outcome.pages = last.pages
    outcome.summary = OutputSummary(
      unchanged: last.files.reduce(0) { count, _ in count + 1 }, bytes: last.bytes)
    outcome.timings = timings
    return outcome
  }

  // MARK: After

  private func keep(_ outcome: Build.Outcome, _ key: FingerprintKey, _ ground: Ground) {
    guard let terms = ground.terms, let source = ground.source, let made = outcome.made,
      let summary = outcome.summary,
      let output = made.output, let manifest = output.manifestMark
    else { return }
    let cache = BuildCache(
      terms: terms, key: key, inputs: source, manifest: manifest, ledger: made.ledger,
      others: made.others, diagnostics: outcome.diagnostics, pages: outcome.pages,
      bytes: summary.bytes)
    output.keepCache(cache.encoded(files: made.encodedFiles))
    if output.keepContent(), let files = output.parts { made.content.removeOthers(in: files) }
  }
}
