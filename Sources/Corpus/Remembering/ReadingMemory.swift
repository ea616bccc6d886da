import ByteCoding
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
  /// By the bytes of their paths: two normal forms of one name are two files on most disks.
  private var files: [TextKey: ReadFile] = [:]

  init(terms: Terms) {
    self.terms = terms
  }

  /// How many files there are, less `site.yaml`.
  var count: Int { files.count }

  /// The file at a path, relative to the source folder.
  subscript(path: String) -> ReadFile? {
    get { files[TextKey(path)] }
    set { files[TextKey(path)] = newValue }
  }

  /// The ids of articles that are left out, as far as the records hold what was read.
  var draftArticles: [String] {
    // By their places, since to go through records copies each.
    files.values.flatMap { file in
      file.records.indices.flatMap { file.records[$0].held.draftArticles }
    }
  }

  /// Sorted by path, bytewise.
  var all: [(path: String, file: ReadFile)] {
    files.map { ($0.key.text, $0.value) }
      .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }
}
