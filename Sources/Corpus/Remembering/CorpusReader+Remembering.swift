import Diagnostics
import Fingerprint

extension CorpusReader {
  /// Reads what changed since an earlier reading of the same folder. The result is that of reading
  /// everything.
  ///
  /// - Parameters:
  ///   - last: `nil` where there is none; one with other terms, or with errors, is of less use.
  ///   - key: what records are compared by.
  package func read(
    after last: Reading?, key: FingerprintKey, progress: Progress? = nil
  ) async -> Reading {
    let moment = FileMark.now
    let ground = ground(key: key)
    let terms = terms(ground.site, key)
    let known = last.flatMap { $0.memory.terms == terms ? $0.memory : nil }
    var round = ReadingRound(
      reader: self, files: ground.files, memory: known ?? ReadingMemory(terms: terms),
      moment: moment, progress: progress)
    await round.read()
    if let last, known != nil, let reading = last.following(round, ground) { return reading }
    return round.reading(ground)
  }

  func terms(_ site: SiteSettings, _ key: FingerprintKey) -> ReadingMemory.Terms {
    ReadingMemory.Terms(
      key: key, siteLanguage: site.languages.first ?? "en", readsDrafts: includesDrafts)
  }
}

extension ReadingRound {
  /// Puts everything together and checks it.
  func reading(_ ground: CorpusReader.Ground) -> Reading {
    var gathered = ground.aside
    for (place, file) in files.enumerated() {
      for record in read[file.path]?.records ?? [] {
        let known = record.place
        gathered.append(
          record.held(
            at: RecordPlace.Record(
              file: Int32(clamping: place), line: known.line, start: known.start, end: known.end)))
      }
    }
    let diagnostics = gathered.diagnostics
    gathered.diagnostics = []
    var checker = CorpusChecker(gathered, ground.site, PlaceFinder(source: source, files: files))
    let corpus = checker.check()
    return Reading(
      corpus: corpus, diagnostics: (diagnostics + checker.diagnostics).inOrder(), change: .all,
      memory: read, findings: checker.diagnostics, known: checker.known)
  }
}
