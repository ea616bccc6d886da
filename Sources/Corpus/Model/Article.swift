import Fingerprint
import Markdown

/// One news article.
package struct Article: Sendable, Hashable {
  package var id: String
  /// The headline; the id where the article has none.
  package var title: String
  /// BCP 47.
  package var lang: String
  /// The entity id of the outlet.
  package var publisher: String?
  package var published: EDTF?
  package var authors: [String] = []
  /// The entity ids of agencies that the article credits.
  package var credit: [String] = []
  package var url: String?
  package var retrieved: EDTF?
  package var license: String?
  package var tags: [String] = []
  package var isDraft = false
  /// The id of the article that this one translates.
  package var translationOf: String?
  /// Old addresses, relative to the site's root.
  package var aliases: [String] = []
  package var body: ReadingText
  package var origin: Origin
  /// Of the bytes that it was read from, where that was asked for.
  package var fingerprint = Fingerprint.none

  package init(id: String, title: String, lang: String, body: ReadingText, origin: Origin) {
    self.id = id
    self.title = title
    self.lang = lang
    self.body = body
    self.origin = origin
  }
}
