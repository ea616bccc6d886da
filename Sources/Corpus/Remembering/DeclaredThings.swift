import ByteCoding

/// What articles, analyses and cards declare, and how often: that a record which changes can be held
/// against all others without looking at them.
struct DeclaredThings {
  private(set) var entities: [TextKey: Entity] = [:]
  private(set) var events: [TextKey: Int] = [:]
  private(set) var claims: [TextKey: Int] = [:]
  private(set) var edges: Set<Edge> = []
  /// The entity that is said to be an item of Wikidata.
  private(set) var items: [String: TextKey] = [:]

  struct Entity {
    let type: EntityRecord.Kind
    var count = 0
    var item: String?
  }

  struct Edge: Hashable {
    let hierarchy: Hierarchy
    let child: TextKey
    let parent: TextKey
  }

  init(_ corpus: Corpus) {
    // By their places, since to go through analyses copies each.
    for index in corpus.analyses.indices { add(corpus.analyses[index]) }
    for index in corpus.entityCards.indices { add(corpus.entityCards[index].entity) }
    for index in corpus.eventCards.indices { add(corpus.eventCards[index].event) }
  }

  /// Less what an analysis declares. What it says that something is stays known, as long as that is
  /// declared elsewhere: nothing that would be at odds with it came meanwhile.
  mutating func remove(_ analysis: Analysis) {
    for index in analysis.entities.indices {
      entities[TextKey(analysis.entities[index].id)]?.count -= 1
    }
    for index in analysis.events.indices {
      events[TextKey(analysis.events[index].id)]? -= 1
    }
    for index in analysis.attributions.indices {
      if let claim = analysis.attributions[index].claim { claims[TextKey(claim)]? -= 1 }
    }
  }

  /// Less a card.
  mutating func remove(_ entity: EntityRecord) { entities[TextKey(entity.id)]?.count -= 1 }

  mutating func remove(_ event: EventRecord) { events[TextKey(event.id)]? -= 1 }

  /// Less all that is known of what nothing declares any more.
  mutating func remove(_ gone: GoneIDs) {
    let (lost, lostEvents) = (gone[.entity], gone[.event])
    for id in lost { entities[id] = nil }
    for id in lostEvents { events[id] = nil }
    for id in gone[.claim] { claims[id] = nil }
    guard !lost.isEmpty || !lostEvents.isEmpty else { return }
    items = items.filter { !lost.contains($0.value) }
    edges = edges.filter { edge in
      let ids = edge.hierarchy == .memberOf ? lost : lostEvents
      return !ids.contains(edge.child) && !ids.contains(edge.parent)
    }
  }

  mutating func add(_ analysis: Analysis) {
    for index in analysis.entities.indices { add(analysis.entities[index]) }
    for index in analysis.events.indices { add(analysis.events[index]) }
    for index in analysis.attributions.indices {
      guard let claim = analysis.attributions[index].claim else { continue }
      claims[TextKey(claim), default: 0] += 1
    }
  }

  mutating func add(_ entity: EntityRecord) {
    let key = TextKey(entity.id)
    entities[key, default: Entity(type: entity.type)].count += 1
    for parent in entity.memberOf {
      edges.insert(Edge(hierarchy: .memberOf, child: key, parent: TextKey(parent)))
    }
    guard let item = entity.wikidata else { return }
    entities[key]?.item = item
    items[item] = key
  }

  mutating func add(_ event: EventRecord) {
    let key = TextKey(event.id)
    events[key, default: 0] += 1
    guard let whole = event.partOf else { return }
    edges.insert(Edge(hierarchy: .partOf, child: key, parent: TextKey(whole)))
  }

  /// How many times an entity, an event or a claim is declared.
  func count(_ id: TextKey, _ scope: Scope) -> Int {
    switch scope {
    case .entity: entities[id]?.count ?? 0
    case .event: events[id] ?? 0
    case .claim: claims[id] ?? 0
    case .article, .attribution, .entityOrEvent: 0
    }
  }

  /// All ids of a kind, in no order.
  func ids(_ scope: Scope) -> [TextKey] {
    switch scope {
    case .entity: Array(entities.keys)
    case .event: Array(events.keys)
    case .claim: Array(claims.keys)
    case .article, .attribution, .entityOrEvent: []
    }
  }
}
