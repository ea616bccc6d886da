import Diagnostics

extension Reading {
  /// The reading after this one, where no more changed than what some articles, analyses and texts say:
  /// then nothing that was checked across records has to be checked again.
  ///
  /// - Returns: `nil` where more changed, or where something is or was wrong.
  func following(_ round: ReadingRound, _ ground: CorpusReader.Ground) -> Reading? {
    guard ground.site == corpus.site, !diagnostics.hasErrors,
      !ground.aside.diagnostics.hasErrors,
      let changes = round.changes, !EditedPlaces(changes).areSpoken(ofBy: findings),
      changes.allSatisfy({ $0.isOfValues(known) })
    else { return nil }
    var update = CorpusUpdate(corpus)
    for change in changes where !update.put(change.new.held) { return nil }
    var diagnostics = ground.aside.diagnostics + findings
    for file in round.files {
      guard let read = round.read[file.path] else { continue }
      for position in read.records.indices {
        diagnostics += read.records[position].held.diagnostics
      }
    }
    return Reading(
      corpus: update.corpus, diagnostics: diagnostics.inOrder(), change: update.change,
      memory: round.read, findings: findings, known: known)
  }
}
