import Diagnostics
import Fingerprint

/// A corpus without errors, and what it takes to know which of its records changed since, for another
/// run of the program.
///
/// In difference to a `Reading` it does not know what each record declares: a record that is bound to
/// others otherwise than before has everything read again.
package struct KeptContent: Sendable {
  /// Less the settings, which are read each time.
  package let corpus: Corpus
  package let notes: ContentNotes
}

/// What is known of the records of a corpus.
package struct ContentNotes: Sendable {
  /// Its files' records hold nothing.
  let memory: ReadingMemory
  /// Of the settings.
  let site: Fingerprint
  /// The ids of articles that are left out.
  let drafts: [String]
  /// What was found outside of the records, and what in them and of all of them together; no error is
  /// among it.
  let aside: [Diagnostic]
  let findings: [Diagnostic]
}

/// What a build reads, with what it takes to read only what changed the next time.
package struct NotedReading: Sendable {
  package let corpus: Corpus
  package let diagnostics: [Diagnostic]
  /// How the corpus differs from the one that was kept.
  package let change: CorpusChange
  /// nil where there are errors.
  package let notes: ContentNotes?
}
