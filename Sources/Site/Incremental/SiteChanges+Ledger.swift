import Output

extension SiteChanges {
  /// What the build made, for the next one.
  ///
  /// - Parameters:
  ///   - made: for each job the paths of the files that were made.
  ///   - marks: of the files that were put.
  /// - Returns: and those of the files that no job made.
  package func ledger(
    _ made: [[String]], marks: [MarkedFile]
  ) -> (ledger: SiteLedger, others: [MarkedFile]) {
    var rest = Dictionary(marks.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    var entries: [String: SiteLedger.Entry] = [:]
    entries.reserveCapacity(addresses.count)
    for position in addresses.indices {
      if let entry = kept[position] {
        entries[addresses[position]] = entry
        continue
      }
      let files = made[position].compactMap { rest.removeValue(forKey: $0) }
      guard files.count == made[position].count else { continue }
      entries[addresses[position]] = SiteLedger.Entry(
        fingerprint: fingerprints[position], files: files)
    }
    return (
      SiteLedger(whole: whole, entries: entries),
      rest.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    )
  }
}
