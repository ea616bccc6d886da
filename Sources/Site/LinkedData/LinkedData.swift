import Corpus
import Evidence

/// What one page tells by the vocabulary of schema.org, as JSON-LD in its head. It says what the page
/// shows, and no more: the first of each list.
struct LinkedData {
  let views: Views
  let identifiers: Identifiers
  var json = JSONWriter()
  /// Entities that were named already: an identifier is enough after that.
  private var named: Set<Int> = []

  init(_ views: Views, _ identifiers: Identifiers) {
    self.views = views
    self.identifiers = identifiers
  }

  var evidence: Evidence { views.evidence }

  /// Things of one kind that a page tells of here; the page itself has them all.
  static var limit: Int { Limits.shown }

  mutating func begin(_ type: String, id: String) {
    json.beginObject()
    json.add("@context", "https://schema.org")
    json.add("@type", type)
    json.add("@id", id)
  }

  /// A page that has no thing of its own: a list, a text.
  mutating func page(_ type: String, _ route: Route, title: String) {
    begin(type, id: identifiers.page(route))
    json.add("name", title)
    json.add("inLanguage", views.strings.lang)
    site()
  }

  mutating func site() {
    json.beginObject("isPartOf")
    json.add("@type", "WebSite")
    json.add("@id", identifiers.page(views.routes.home))
    json.end()
  }

  /// An entity as the object that is open here says it.
  mutating func entity(_ index: Int, in name: StaticString? = nil) {
    if let name { json.beginObject(name) } else { json.beginObject() }
    if named.insert(index).inserted {
      let entity = evidence.entities[index]
      json.add("@type", entity.schemaType)
      json.add("@id", identifiers.entity(entity.id))
      json.add("name", views.entity(index).name.text)
    } else {
      json.add("@id", identifiers.entity(evidence.entities[index].id))
    }
    json.end()
  }

  mutating func entities(_ indices: some Collection<Int>, _ name: StaticString) {
    guard !indices.isEmpty else { return }
    json.beginArray(name)
    for index in indices { entity(index) }
    json.end()
  }

  /// An article wherever it is named.
  mutating func article(_ index: Int, in name: StaticString? = nil) {
    if let name { json.beginObject(name) } else { json.beginObject() }
    let article = views.corpus.articles[index]
    json.add("@type", "NewsArticle")
    json.add("@id", identifiers.article(article.id))
    json.add("headline", article.title)
    json.add("datePublished", views.article(index).published?.machine)
    json.end()
  }

  mutating func articles(_ indices: some Collection<Int>, _ name: StaticString) {
    guard !indices.isEmpty else { return }
    json.beginArray(name)
    for index in indices { article(index) }
    json.end()
  }

  consuming func finish() -> [UInt8] { json.finish() }
}

extension Entity {
  /// The nearest type of schema.org.
  var schemaType: String {
    switch type.best ?? .other {
    case .person: "Person"
    case .organization: organizationType
    case .group: "Organization"
    case .place, .facility: "Place"
    case .agreement: "CreativeWork"
    case .product: "Product"
    case .other: "Thing"
    }
  }

  private var organizationType: String {
    switch kind.best {
    case "ministry", "government", "agency", "presidency", "military": "GovernmentOrganization"
    case "newspaper", "news-agency", "news-desk", "broadcaster", "magazine", "news-site":
      "NewsMediaOrganization"
    default: "Organization"
    }
  }

  /// Whether schema.org lets it speak, be a member, or write: persons and bodies do.
  var isAgent: Bool {
    switch type.best ?? .other {
    case .person, .organization, .group: true
    case .place, .facility, .agreement, .product, .other: false
    }
  }
}
