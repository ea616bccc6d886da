import Corpus
import Evidence

/// A thing that linked data name wherever it comes up, as the members of a JSON object, but for the
/// site's own address, which differs by page where links are relative.
final class LinkedNode: Sendable {
  /// Its type: `"@type":"Person"`.
  let type: [UInt8]
  /// Its identifier after the site's address, up to the quotation mark behind.
  let address: [UInt8]
  /// What it is called, and what else is said of it wherever it is named.
  let description: [UInt8]
  /// Whether schema.org lets it speak, be a member, or write.
  let isAgent: Bool

  init(
    type: String, address: String, isAgent: Bool = false, describe: (inout JSONWriter) -> Void
  ) {
    var json = JSONWriter()
    json.add("@type", type)
    self.type = json.finish()
    json = JSONWriter()
    json.write(passage: address)
    json.write("\"")
    self.address = json.finish()
    json = JSONWriter()
    describe(&json)
    description = json.finish()
    self.isAgent = isAgent
  }
}

/// The nodes of one language of the interface. Each is named on many pages: those that were asked for
/// last are kept. One per worker and language.
final class LinkedNodes {
  private let views: Views
  private let addresses: Identifiers
  private var entities = Recent<LinkedNode>()
  private var events = Recent<LinkedNode>()
  private var articles = Recent<LinkedNode>()

  /// - Parameters:
  ///   - isServed: whether a folder stands for its `index.html`.
  ///   - first: of the first language, in which things have their address.
  init(_ views: Views, isServed: Bool, first: Routes) {
    self.views = views
    addresses = Identifiers(root: "", isServed: isServed, first: first)
  }

  func entity(_ index: Int) -> LinkedNode {
    entities.value(index) {
      let entity = views.evidence.entities[index]
      return LinkedNode(
        type: entity.schemaType, address: addresses.entity(entity.id), isAgent: entity.isAgent
      ) { json in
        json.add("name", views.entity(index).name.text)
      }
    }
  }

  func event(_ index: Int) -> LinkedNode {
    events.value(index) {
      LinkedNode(type: "Event", address: addresses.event(views.evidence.events[index].id)) { json in
        json.add("name", views.event(index).title.text)
      }
    }
  }

  func article(_ index: Int) -> LinkedNode {
    articles.value(index) {
      LinkedNode(
        type: "NewsArticle", address: addresses.article(views.corpus.articles[index].id)
      ) { json in
        json.add("headline", views.corpus.articles[index].title)
        json.add("datePublished", views.article(index).published?.machine)
      }
    }
  }
}
