import Diagnostics

extension Reading {
  /// The reading after this one, where no more changed than what some articles, analyses and texts say,
  /// or others came that fit in or went that nobody misses: then nothing that was checked across records
  /// has to be checked again.
  ///
  /// - Returns: `nil` where more changed, or where something is or was wrong.
  func following(_ round: ReadingRound, _ ground: CorpusReader.Ground) -> Reading? {
    guard ground.site == corpus.site, !diagnostics.hasErrors,
      !ground.aside.diagnostics.hasErrors,
      let differences = round.differences,
      !EditedPlaces(differences.spots).areSpoken(ofBy: findings)
    else { return nil }
    let next: (corpus: Corpus, change: CorpusChange)
    var (known, declared) = (known, declared)
    if differences.added.isEmpty, differences.gone.isEmpty, differences.moved.areNone,
      differences.changes.allSatisfy({ $0.isOfValues(known) })
    {
      var update = CorpusUpdate(corpus)
      for change in differences.changes where !update.put(change.new.held) { return nil }
      next = (update.corpus, update.change)
      if !differences.rebound.isEmpty { declared = nil }
    } else {
      guard
        let growth = CorpusGrowth(
          corpus, differences, declared: declared, findings: findings,
          drafts: round.read.draftArticles, menu: ground.aside.menuAddresses, jobs: round.jobs)
      else { return nil }
      next = (growth.corpus, growth.change)
      declared = growth.declared
      known.remove(growth.gone)
      known.add(growth.fresh, articles: differences.added.flatMap(\.held.articles))
    }
    var diagnostics = ground.aside.diagnostics + findings
    for file in round.files {
      guard let read = round.read[file.path] else { continue }
      for position in read.records.indices {
        diagnostics += read.records[position].held.diagnostics
      }
    }
    return Reading(
      corpus: next.corpus, diagnostics: diagnostics.inOrder(), change: next.change,
      memory: round.read, findings: findings, known: known, declared: declared)
  }
}
