import ByteCoding

/// What records that come, go, or change are held against.
struct GrowthGround {
  private let corpus: Corpus
  private let known: DeclaredThings
  private let drafts: Set<TextKey>
  private let briefs: Set<TextKey>
  /// What the records that changed declared, less what they declare now, and what came.
  private var differences: [[TextKey: Int]] = Array(repeating: [:], count: Scope.allCases.count)
  /// Of entities that nothing declared before.
  private var types: [TextKey: EntityRecord.Kind] = [:]
  /// Who is which item of Wikidata that nothing was before, and which item each of them is.
  private var freshItems: [String: TextKey] = [:]
  private var itemsOfFresh: [TextKey: String] = [:]
  /// The ids that cards join.
  private let joined: Set<TextKey>
  private(set) var fresh: [Declaration] = []
  /// Whether nothing was put that says something else of what is there.
  private var isInAccord = true

  /// - Parameter known: what the corpus declares.
  init(_ corpus: Corpus, _ known: DeclaredThings, drafts: [String]) {
    self.corpus = corpus
    self.known = known
    self.drafts = Set(drafts.map { TextKey($0) })
    briefs = Set(corpus.briefs.map { TextKey($0.id) })
    joined = Set(
      corpus.entityCards.lazy.filter { !$0.sameAs.isEmpty }
        .flatMap { [$0.entity.id] + $0.sameAs }.map { TextKey($0) })
  }

  /// Takes out what analyses declared.
  mutating func takeOut(_ analyses: [Analysis]) {
    for analysis in analyses {
      for entity in analysis.entities { count(entity.id, .entity, -1) }
      for event in analysis.events { count(event.id, .event, -1) }
      for attribution in analysis.attributions {
        if let claim = attribution.claim { count(claim, .claim, -1) }
      }
    }
  }

  /// Takes out what cards declared.
  mutating func takeOut(_ entities: [EntityCard], _ events: [EventCard]) {
    for card in entities { count(card.entity.id, .entity, -1) }
    for card in events { count(card.event.id, .event, -1) }
  }

  private mutating func count(_ id: String, _ scope: Scope, _ number: Int) {
    differences[Int(scope.rawValue)][TextKey(id), default: 0] += number
  }

  /// Puts what a record declares.
  mutating func put(_ held: Gathered) {
    for declaration in held.declarations {
      let key = TextKey(declaration.id)
      let isFirst =
        known.count(key, declaration.scope) == 0
        && differences[Int(declaration.scope.rawValue)][key] == nil
      count(declaration.id, declaration.scope, 1)
      if isFirst { fresh.append(declaration) }
      guard let type = declaration.type else { continue }
      let said = known.entities[key]?.type ?? types[key]
      if let said, said != type { isInAccord = false }
      types[key] = type
    }
    for edge in held.edges where !isKnown(edge) { isInAccord = false }
    for declared in held.items where !isKnown(declared) { isInAccord = false }
  }

  /// What is new and is a part of what was there closes no circle.
  private func isKnown(_ edge: HierarchyEdge) -> Bool {
    let (child, parent) = (TextKey(edge.child), TextKey(edge.parent))
    if known.edges.contains(.init(hierarchy: edge.hierarchy, child: child, parent: parent)) {
      return true
    }
    let scope: Scope = edge.hierarchy == .memberOf ? .entity : .event
    return known.count(child, scope) == 0 && known.count(parent, scope) > 0
  }

  private mutating func isKnown(_ declared: ItemDeclaration) -> Bool {
    let entity = TextKey(declared.entity)
    if let item = known.entities[entity]?.item { return item == declared.item }
    // Nobody else may be that item, nor it be another, or another's.
    guard known.items[declared.item] == nil, !joined.contains(entity) else { return false }
    if let other = freshItems[declared.item] { return other == entity }
    guard itemsOfFresh[entity] == nil else { return false }
    freshItems[declared.item] = entity
    itemsOfFresh[entity] = declared.item
    return true
  }

  // MARK: When all is put

  /// Adds what nothing declares any more.
  func add(to gone: inout GoneIDs) {
    for scope in [Scope.entity, .event, .claim] {
      for (id, number) in differences[Int(scope.rawValue)]
      where known.count(id, scope) + number <= 0 { gone.insert(id.text, scope) }
    }
  }

  /// Whether what is there is said to be what it was, and what is new has ids of its own.
  var isSound: Bool {
    guard isInAccord else { return false }
    for scope in [Scope.entity, .event, .claim] {
      let ids = fresh.filter { $0.scope == scope }.map(\.id)
      guard areUnlike(ids, { known.ids(scope).map(\.text) }) else { return false }
    }
    return true
  }

  /// Whether articles have ids that no other has.
  func areNew(_ articles: [String]) -> Bool {
    areUnlike(articles) { corpus.articles.indices.map { corpus.articles[$0].id } }
  }

  /// Whether cards are of things that have none.
  func areFirst(_ entityCards: [EntityCard], _ eventCards: [EventCard]) -> Bool {
    Self.areOthers(entityCards, than: corpus.entityCards) { [$0.entity.id] }
      && Self.areOthers(eventCards, than: corpus.eventCards) { [$0.event.id] }
  }

  /// Whether pages have ids that no other in their language has.
  func areNew(_ pages: [Page]) -> Bool {
    Self.areOthers(pages, than: corpus.pages) { RecordOrder.names(of: $0, corpus.site) }
  }

  /// Briefs with their kinds.
  ///
  /// - Parameter articles: the ids of those that came.
  /// - Returns: `nil` where one is of nothing that is there, or of what several things are, or where there
  ///   is another.
  func briefs(_ records: [BriefRecord], with articles: Set<TextKey>) -> [Brief]? {
    var briefs: [Brief] = []
    for record in records {
      let id = TextKey(record.id)
      let kinds = Brief.Kind.allCases.filter { kind in
        switch kind {
        case .article: articles.contains(id) || corpus.hasArticle(record.id)
        case .event: isDeclared(id, .event)
        case .entity: isDeclared(id, .entity)
        }
      }
      let kind = record.kind ?? (kinds.count == 1 ? kinds.first : nil)
      guard let kind, kinds.contains(kind), !drafts.contains(id) else { return nil }
      briefs.append(Brief(record, kind: kind))
    }
    let areOthers = Self.areOthers(briefs, than: corpus.briefs) {
      RecordOrder.names(of: $0, corpus.site)
    }
    return areOthers ? briefs : nil
  }

  /// Whether some values have names that none of them, and none that is there, shares with another.
  private static func areOthers<Value>(
    _ values: [Value], than others: [Value], by names: (Value) -> [String]
  ) -> Bool {
    guard !values.isEmpty else { return true }
    let keys = Set(values.map { names($0).map { TextKey($0) } })
    return keys.count == values.count
      && !others.contains { keys.contains(names($0).map { TextKey($0) }) }
  }

  /// Whether some ids are unlike each other and others of their kind, whatever the case of their letters,
  /// and no brief can be taken to be of one of them.
  private func areUnlike(_ ids: [String], _ others: () -> [String]) -> Bool {
    guard !ids.isEmpty else { return true }
    guard ids.allSatisfy({ !briefs.contains(TextKey($0)) && !drafts.contains(TextKey($0)) })
    else { return false }
    let folded = Set(ids.map { TextKey(Identifier.folded($0)) })
    return folded.count == ids.count
      && !others().contains { folded.contains(TextKey(Identifier.folded($0))) }
  }

  /// - Parameter articles: the ids of those that came.
  func areKnown(_ references: [Reference], with articles: Set<TextKey>) -> Bool {
    references.allSatisfy { reference in
      let id = TextKey(reference.id)
      return switch reference.scope {
      case .entity, .event, .claim: isDeclared(id, reference.scope)
      case .entityOrEvent: isDeclared(id, .entity) || isDeclared(id, .event)
      case .article: articles.contains(id) || corpus.hasArticle(reference.id)
      // Of which article it would be, and whether that has it, is asked where all is checked.
      case .attribution: false
      }
    }
  }

  private func isDeclared(_ id: TextKey, _ scope: Scope) -> Bool {
    known.count(id, scope) + (differences[Int(scope.rawValue)][id] ?? 0) > 0
  }
}

extension Corpus {
  fileprivate func hasArticle(_ id: String) -> Bool {
    articles.index(of: id, by: \.id) { _ in true } != nil
  }
}
