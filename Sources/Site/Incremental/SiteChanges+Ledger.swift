import Fingerprint
import Output

extension SiteChanges {
  /// What the build made, for the next one.
  ///
  /// - Parameters:
  ///   - made: for each job the paths of the files that were made.
  ///   - texts: for each share of the texts whether it had to be indexed, and the paths of the files that
  ///     were made of it; empty where there is no index.
  ///   - marks: of the files that were put.
  /// - Returns: and those of the files that no job made.
  package func ledger(
    _ made: [[String]], texts: [(changes: TextChanges, made: [String])], marks: [MarkedFile]
  ) -> (ledger: SiteLedger, others: [MarkedFile]) {
    var rest = Dictionary(marks.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var entries: [String: SiteLedger.Entry] = [:]
    entries.reserveCapacity(addresses.count)
    for position in addresses.indices {
      if let entry = kept[position] {
        entries[addresses[position]] = entry
        continue
      }
      entries[addresses[position]] = rest.takeEntry(fingerprints[position], made[position])
    }
    let indexes = texts.map {
      $0.changes.kept ?? rest.takeEntry($0.changes.fingerprint, $0.made)
    }
    return (
      SiteLedger(whole: whole, entries: entries, texts: indexes),
      rest.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    )
  }
}

extension [String: MarkedFile] {
  /// Takes the files that were made of something.
  ///
  /// - Returns: `nil` where one is not among them.
  fileprivate mutating func takeEntry(
    _ fingerprint: Fingerprint, _ made: [String]
  ) -> SiteLedger.Entry? {
    let files = made.compactMap { removeValue(forKey: $0) }
    return files.count == made.count
      ? SiteLedger.Entry(fingerprint: fingerprint, files: files) : nil
  }
}
