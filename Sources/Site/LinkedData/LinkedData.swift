import Corpus
import Evidence

/// What one page tells by the vocabulary of schema.org, as JSON-LD in its head. It says what the page
/// shows, and no more: the first of each list.
struct LinkedData {
  let views: Views
  let identifiers: Identifiers
  let nodes: LinkedNodes
  var json = JSONWriter(capacity: 1 << 13)
  /// The site's address, or the way to it, as in a JSON string.
  private let site: [UInt8]
  /// Entities that were named already: an identifier is enough after that.
  private var named: Set<Int> = []

  init(_ views: Views, _ identifiers: Identifiers, _ nodes: LinkedNodes) {
    self.views = views
    self.identifiers = identifiers
    self.nodes = nodes
    site = identifiers.siteJSON
  }

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
    isPartOfSite()
  }

  mutating func isPartOfSite() {
    json.beginObject("isPartOf")
    json.add("@type", "WebSite")
    json.add("@id", identifiers.page(views.routes.home))
    json.end()
  }

  /// An entity as the object that is open here says it.
  mutating func entity(_ index: Int, in name: StaticString? = nil) {
    let node = nodes.entity(index)
    if named.insert(index).inserted {
      add(node, in: name)
    } else {
      open(name)
      identify(node)
      json.end()
    }
  }

  mutating func entities(_ indices: some Collection<Int>, _ name: StaticString) {
    guard !indices.isEmpty else { return }
    json.beginArray(name)
    for index in indices { entity(index) }
    json.end()
  }

  /// An article wherever it is named.
  mutating func article(_ index: Int, in name: StaticString? = nil) {
    add(nodes.article(index), in: name)
  }

  mutating func articles(_ indices: some Collection<Int>, _ name: StaticString) {
    guard !indices.isEmpty else { return }
    json.beginArray(name)
    for index in indices { article(index) }
    json.end()
  }

  mutating func add(_ node: LinkedNode, in name: StaticString?) {
    open(name)
    json.separate()
    json.write(node.type)
    identify(node)
    json.separate()
    json.write(node.description)
    json.end()
  }

  private mutating func open(_ name: StaticString?) {
    if let name { json.beginObject(name) } else { json.beginObject() }
  }

  private mutating func identify(_ node: LinkedNode) {
    json.separate()
    json.write("\"@id\":\"")
    json.write(site)
    json.write(node.address)
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
