/// A kind of thing that has ids of its own.
enum Scope: UInt8, Sendable, Hashable, CaseIterable {
  case entity, event, article, claim
  /// `ARTICLE/ID`, in Markdown only.
  case attribution
  /// What `about` names.
  case entityOrEvent

  /// With its article: “an event”.
  var name: String {
    switch self {
    case .entity: "an entity"
    case .event: "an event"
    case .article: "an article"
    case .claim: "a claim"
    case .attribution: "an attribution"
    case .entityOrEvent: "an entity or an event"
    }
  }

  var noun: String {
    switch self {
    case .entity: "entity"
    case .event: "event"
    case .article: "article"
    case .claim: "claim"
    case .attribution: "attribution"
    case .entityOrEvent: "entity or event"
    }
  }
}

/// An id that something claims to exist.
struct Reference: Sendable {
  let scope: Scope
  let id: String
  let place: RecordPlace
  /// Whether this is a link in Markdown.
  let isLink: Bool
}

/// The first place of one worker where an id is declared, for each type that it is declared with.
struct Declaration: Sendable {
  let scope: Scope
  let id: String
  /// Of an entity.
  let type: EntityRecord.Kind?
  /// Of the id.
  let place: RecordPlace
  let typePlace: RecordPlace
}

/// What must not go round in a circle.
enum Hierarchy: UInt8, Sendable, Hashable, CaseIterable {
  case memberOf, partOf
}

struct HierarchyEdge: Sendable {
  let hierarchy: Hierarchy
  let child: String
  let parent: String
  let place: RecordPlace
}

/// The first place of one worker where an entity is said to be an item of Wikidata.
struct ItemDeclaration: Sendable {
  let entity: String
  /// `Q` and digits.
  let item: String
  let place: RecordPlace
}

/// A record that may stand only once, and where.
struct Placed<Value: Sendable>: Sendable {
  var value: Value
  /// Of its id, or of the whole file where the id is the file's name.
  let place: RecordPlace
}
