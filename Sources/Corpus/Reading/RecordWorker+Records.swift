import Fingerprint

/// Tells records from each other, where somebody asks for that.
extension RecordWorker {
  /// Takes what a record held the last time, where it is the same.
  func takes(
    _ place: RecordPlace.Record, _ fingerprint: Fingerprint
  ) -> Bool {
    guard let known = known(place, fingerprint) else { return false }
    records.append(
      (
        Int(place.file),
        ReadRecord(
          place: place, fingerprint: fingerprint, bonds: known.bonds, article: known.article,
          held: known.held(at: place))
      ))
    return true
  }

  private func known(_ place: RecordPlace.Record, _ fingerprint: Fingerprint) -> ReadRecord? {
    let path = files[Int(place.file)].path
    guard let file = memory?[path] else { return nil }
    if let known = file.record(atLine: Int(place.line)), known.isSame(fingerprint, articles) {
      return known
    }
    guard ContentFile.isBulk(path) else { return nil }
    // A line may stand elsewhere now. Where fault was found with it, that says where it stood.
    if knownLines?.file != place.file {
      knownLines = (place.file, file.records[...].places(by: \.fingerprint))
    }
    let known = knownLines?.places[fingerprint].map { file.records[$0] }
    guard let known, known.isSame(fingerprint, articles), known.held.diagnostics.isEmpty
    else { return nil }
    return known
  }

  /// To be called when all of a record is gathered.
  ///
  /// - Parameter article: the id of that which its analysis is of, where it stands in another record.
  func finish(
    _ place: RecordPlace.Record, _ fingerprint: Fingerprint, article: String? = nil
  ) {
    guard memory != nil || takesNotes else { return }
    let isHeld = memory != nil
    records.append(
      (
        Int(place.file),
        ReadRecord(
          place: place, fingerprint: fingerprint, bonds: bonds?.finish() ?? .none,
          article: article.map {
            AnchoringArticle(id: $0, fingerprint: articles.fingerprint($0))
          }, held: isHeld ? gathered : Gathered())
      ))
    if isHeld { gathered = Gathered() }
  }

  /// To be called before anything of a record is gathered.
  func begin() {
    bonds = memory != nil || takesNotes ? key.map { FingerprintMaker($0) } : nil
  }
}
