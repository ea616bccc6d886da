import Diagnostics
import Fingerprint

extension CorpusReader {
  /// Reads what changed since a corpus was kept, or everything. The result is that of reading everything.
  ///
  /// - Parameters:
  ///   - kept: by this program, of the same folder; `nil` where nothing was.
  ///   - key: what records are compared by.
  package func read(
    after kept: KeptContent?, noting key: FingerprintKey, progress: Progress? = nil
  ) async -> NotedReading {
    let moment = FileMark.now
    let ground = ground(key: key)
    let terms = terms(ground.site, key)
    if let kept, kept.isOf(ground, terms) {
      var round = ReadingRound(
        reader: self, files: ground.files, memory: kept.notes.memory,
        articles: kept.corpus.articles, drafts: kept.notes.drafts, moment: moment,
        progress: progress)
      await round.read()
      if let reading = kept.following(round, ground) { return reading }
    }
    let whole = await read(ground, key: key, takesNotes: true, progress)
    let diagnostics = (ground.aside.diagnostics + whole.diagnostics).inOrder()
    return NotedReading(
      corpus: whole.corpus, diagnostics: diagnostics, change: .all,
      notes: diagnostics.hasErrors
        ? nil
        : ContentNotes(
          memory: memory(whole.records, ground, terms, moment), site: ground.site.fingerprint,
          drafts: whole.drafts, aside: ground.aside.diagnostics, findings: whole.diagnostics))
  }

  private func memory(
    _ records: [(file: Int, record: ReadRecord)], _ ground: Ground, _ terms: ReadingMemory.Terms,
    _ moment: Int64
  ) -> ReadingMemory {
    var memory = ReadingMemory(terms: terms)
    let ordered = records.sorted {
      ($0.file, $0.record.place.start) < ($1.file, $1.record.place.start)
    }
    var next = 0
    for (place, file) in ground.files.enumerated() where file.kind != .site {
      let start = next
      while next < ordered.count, ordered[next].file == place { next += 1 }
      memory[file.path] = ReadFile(
        mark: file.mark, device: file.device, isSettled: file.mark.isSettled(at: moment),
        records: ordered[start..<next].map(\.record))
    }
    return memory
  }
}

extension KeptContent {
  fileprivate func isOf(_ ground: CorpusReader.Ground, _ terms: ReadingMemory.Terms) -> Bool {
    notes.memory.terms == terms && notes.site == ground.site.fingerprint
      && notes.aside == ground.aside.diagnostics
  }

  /// - Returns: `nil` where a record is in error, or has to be checked with all others.
  fileprivate func following(
    _ round: ReadingRound, _ ground: CorpusReader.Ground
  ) -> NotedReading? {
    guard let differences = round.differences,
      !EditedPlaces(differences.spots).areSpoken(ofBy: notes.findings)
    else { return nil }
    var known = corpus
    known.site = ground.site
    let next: (corpus: Corpus, change: CorpusChange)
    if differences.areOfValues {
      var update = CorpusUpdate(known)
      for change in differences.changes where !update.put(change.new.held) { return nil }
      next = (update.corpus, update.change)
    } else {
      guard
        let growth = CorpusGrowth(
          known, differences, findings: notes.findings, drafts: notes.drafts,
          menu: ground.aside.menuAddresses, jobs: round.jobs)
      else { return nil }
      next = (growth.corpus, growth.change)
    }
    let findings =
      notes.findings + differences.changes.flatMap(\.new.held.diagnostics)
      + differences.added.flatMap(\.held.diagnostics)
    return NotedReading(
      corpus: next.corpus, diagnostics: (ground.aside.diagnostics + findings).inOrder(),
      change: next.change,
      notes: ContentNotes(
        memory: round.read.emptied, site: notes.site, drafts: notes.drafts, aside: notes.aside,
        findings: findings))
  }
}

extension ReadingMemory {
  /// The same, with records that hold nothing.
  fileprivate var emptied: ReadingMemory {
    var memory = self
    for (path, file) in all {
      var file = file
      var isEmpty = true
      for position in file.records.indices where file.records[position].holdsAnything {
        file.records[position] = file.records[position].emptied
        isEmpty = false
      }
      if !isEmpty { memory[path] = file }
    }
    return memory
  }
}

extension ReadRecord {
  fileprivate var holdsAnything: Bool {
    !(held.articles.isEmpty && held.analyses.isEmpty && held.briefs.isEmpty
      && held.entityCards.isEmpty && held.eventCards.isEmpty && held.pages.isEmpty
      && held.draftArticles.isEmpty && held.diagnostics.isEmpty)
  }

  fileprivate var emptied: ReadRecord {
    ReadRecord(
      place: place, fingerprint: fingerprint, bonds: bonds, article: article, held: Gathered())
  }
}
