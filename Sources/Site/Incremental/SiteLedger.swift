import Fingerprint
import Output

/// What a build made, for the next one to tell by which pages it need not make again.
package struct SiteLedger: Sendable, Hashable {
  /// The files of one job, by what they were made from.
  package struct Entry: Sendable, Hashable {
    package let fingerprint: Fingerprint
    package let files: [MarkedFile]

    package init(fingerprint: Fingerprint, files: [MarkedFile]) {
      self.fingerprint = fingerprint
      self.files = files
    }
  }

  /// Of what is the same for all pages: templates, words, settings.
  package let whole: Fingerprint
  /// By the address of its page: indices shift when something is added.
  package let entries: [String: Entry]
  /// The indexes of the texts, one for each share of them; `nil` for one of which files are missing.
  package let texts: [Entry?]

  package init(whole: Fingerprint, entries: [String: Entry], texts: [Entry?] = []) {
    self.whole = whole
    self.entries = entries
    self.texts = texts
  }
}
