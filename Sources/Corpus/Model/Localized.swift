/// One text in several languages: `{"ar": "…", "en": "…"}`.
package struct Localized: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    /// BCP 47, as written.
    package let lang: String
    package let text: String

    package init(lang: String, text: String) {
      self.lang = lang
      self.text = text
    }
  }

  /// Sorted by language tag; no two have the same.
  package let entries: [Entry]

  package init(_ entries: [Entry] = []) {
    self.entries = entries.count < 2 ? entries : entries.sorted { $0.lang < $1.lang }
  }

  /// - Parameter entries: sorted by language tag, no two of the same.
  init(ordered entries: [Entry]) {
    self.entries = entries
  }

  package var isEmpty: Bool { entries.isEmpty }

  package subscript(lang: String) -> String? { entries.first { $0.lang == lang }?.text }

  /// The first entry in the order of `languages`, else the first there is.
  package func best(for languages: [String]) -> Entry? {
    for lang in languages {
      if let entry = entries.first(where: { $0.lang == lang }) { return entry }
    }
    return entries.first
  }
}
