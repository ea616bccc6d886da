import Fingerprint

/// Everything that `content/` holds, read, checked and anchored.
package struct Corpus: Sendable {
  package var site: SiteSettings
  /// Sorted by id, bytewise.
  package var articles: [Article]
  /// Sorted by article id, then by file, then by line.
  package var analyses: [Analysis]
  /// Sorted by id, then by language.
  package var briefs: [Brief]
  /// Sorted by id.
  package var entityCards: [EntityCard]
  /// Sorted by id.
  package var eventCards: [EventCard]
  /// Sorted by id, then by language.
  package var pages: [Page]

  package init(
    site: SiteSettings = SiteSettings(), articles: [Article] = [], analyses: [Analysis] = [],
    briefs: [Brief] = [], entityCards: [EntityCard] = [], eventCards: [EventCard] = [],
    pages: [Page] = []
  ) {
    self.site = site
    self.articles = articles
    self.analyses = analyses
    self.briefs = briefs
    self.entityCards = entityCards
    self.eventCards = eventCards
    self.pages = pages
  }
}

/// `content/site.yaml`.
package struct SiteSettings: Sendable, Hashable {
  package struct MenuItem: Sendable, Hashable {
    package var title: Localized
    /// A site address (`/pages/about/`) or an `https:` address.
    package var address: String

    package init(title: Localized, address: String) {
      self.title = title
      self.address = address
    }
  }

  package var title = Localized()
  package var description = Localized()
  /// Where the site will stand, with its final `/`: `https://example.org/report/`.
  package var baseURL: String?
  /// Interface languages, BCP 47; never empty; the first is the default.
  package var languages = ["en"]
  /// An IANA name.
  package var timeZone = "UTC"
  package var menu: [MenuItem] = []
  package var license: String?
  /// The day up to which the report's data reach, where the site says so itself.
  package var cutoff: EDTF?
  /// Whether pages say by a digest what their stylesheet and script must be. Browsers cannot check
  /// that of pages that are opened from the disk, which then have neither.
  package var hasIntegrity = false
  /// Of the bytes that they were read from, where that was asked for.
  package var fingerprint = Fingerprint.none

  package init() {}
}

/// CommonMark written for one page, and where it stands, so that a fault in it can be placed.
package struct MarkdownText: Sendable, Hashable {
  package var source: String
  /// The file's line that `source` begins with, from 1.
  package var origin: Origin
  /// Of the note of a card: BCP 47; `nil` where the card does not say: the site's first language.
  package var lang: String?
  /// Of all of the file that it stands in, where that was asked for.
  package var fingerprint = Fingerprint.none

  package init(source: String, origin: Origin) {
    self.source = source
    self.origin = origin
  }
}

/// An authored brief of an article, an event or an entity.
package struct Brief: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case article, event, entity
  }

  package var id: String
  package var kind: Kind
  /// BCP 47; `nil` where the brief does not say: the site's first language.
  package var lang: String?
  package var title: String?
  package var body: MarkdownText

  package init(id: String, kind: Kind, body: MarkdownText) {
    self.id = id
    self.kind = kind
    self.body = body
  }
}

/// A curated entity card: what it declares, what it joins, and its note.
package struct EntityCard: Sendable, Hashable {
  package var entity: EntityRecord
  /// Ids that are the same entity.
  package var sameAs: [String]
  package var note: MarkdownText

  package init(entity: EntityRecord, sameAs: [String] = [], note: MarkdownText) {
    self.entity = entity
    self.sameAs = sameAs
    self.note = note
  }
}

/// A curated event card.
package struct EventCard: Sendable, Hashable {
  package var event: EventRecord
  /// Ids that are the same event.
  package var sameAs: [String]
  package var note: MarkdownText

  package init(event: EventRecord, sameAs: [String] = [], note: MarkdownText) {
    self.event = event
    self.sameAs = sameAs
    self.note = note
  }
}

/// A free page.
package struct Page: Sendable, Hashable {
  /// The path under `content/pages/` without its ending: `about`, `method/chains`.
  package var id: String
  /// BCP 47; `nil` where the page does not say: the site's first language.
  package var lang: String?
  package var title: String
  package var isDraft: Bool
  package var aliases: [String]
  package var body: MarkdownText

  package init(
    id: String, lang: String?, title: String, isDraft: Bool = false, aliases: [String] = [],
    body: MarkdownText
  ) {
    self.id = id
    self.lang = lang
    self.title = title
    self.isDraft = isDraft
    self.aliases = aliases
    self.body = body
  }
}
