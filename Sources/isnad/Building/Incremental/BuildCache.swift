import Diagnostics
import Fingerprint
import Output
import Site

/// What a build keeps for the next: what it was made from, what it made, and what it said.
///
/// It may be deleted at any time. Whatever is odd about it, it counts as deleted, and the next build is
/// a full one.
package struct BuildCache: Sendable, Hashable {
  /// On what terms a build is made. What is kept of one is of use on the same terms only.
  package struct Terms: Sendable, Hashable {
    /// Which program built: its version, and the file it is.
    package var tool: String
    var baseURL: String?
    var includesDrafts: Bool
    /// Which program indexes the texts: what it says that it is, and the file it is; nil where they are
    /// not indexed.
    var indexer: String?
  }

  package var terms: Terms
  var key: FingerprintKey
  var inputs: SourceRecord
  /// By what the list of the files in the output is known.
  var manifest: FileMark
  var ledger: SiteLedger
  /// The files that belong to no page: assets, sitemaps, redirects.
  var others: [MarkedFile]
  var diagnostics: [Diagnostic]
  /// HTML pages of the site.
  var pages: Int
  /// Of all files together.
  var bytes: Int

  /// All files of the output.
  var files: some Sequence<MarkedFile> {
    ledger.entries.values.lazy.flatMap(\.files) + ledger.texts.flatMap { $0?.files ?? [] } + others
  }
}
