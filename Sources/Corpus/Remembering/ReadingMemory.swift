import Fingerprint

/// What was read the last time, for as much of it to be taken again as is the same.
struct ReadingMemory: Sendable {
  /// On what terms records are read. What was read on others is of no use.
  struct Terms: Sendable, Hashable {
    let key: FingerprintKey
    let siteLanguage: String
    let readsDrafts: Bool
  }

  let terms: Terms
  /// By path, less `site.yaml`.
  var files: [String: ReadFile] = [:]
}
