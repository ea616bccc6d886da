import ByteCoding
import Diagnostics

extension CorpusChecker {
  /// Ids that differ in upper and lower case only would share an address on many file systems.
  mutating func checkCases() {
    for scope in [Scope.article, .entity, .event, .claim] {
      var firsts: [TextKey: (id: String, place: RecordPlace)] = [:]
      for (id, place) in known.all(scope) {
        let folded = TextKey(Identifier.folded(id))
        guard let first = firsts[folded] else {
          firsts[folded] = (id, place)
          continue
        }
        report(
          "id/case-collision",
          "the \(scope.noun) ids “\(id)” and “\(first.id)” differ in upper and lower case only",
          at: place, "write both alike if they are the same, else rename one",
          notes: [.init("the other is here", at: places.place(first.place))])
      }
    }
  }

  /// What is a person in one analysis and a place in another cannot be one thing.
  mutating func checkEntityTypes() {
    let ambiguous = ambiguousEntities
    if ambiguous.isEmpty { return }
    var types: [TextKey: [EntityRecord.Kind: RecordPlace]] = [:]
    for declaration in gathered.declarations {
      guard declaration.scope == .entity, let type = declaration.type,
        ambiguous.contains(TextKey(declaration.id))
      else { continue }
      let first = types[TextKey(declaration.id)]?[type]
      if let first, first < declaration.typePlace { continue }
      types[TextKey(declaration.id), default: [:]][type] = declaration.typePlace
    }
    for (id, types) in types where types.count > 1 {
      let ordered = types.sorted { $0.value < $1.value }
      for (type, place) in ordered.dropFirst() {
        report(
          "entity/type-conflict",
          "the entity “\(id.text)” is \(type.named) here, but \(ordered[0].key.named) elsewhere",
          at: place, "give both the same type, or give one of them another id",
          notes: [.init("\(ordered[0].key.named) here", at: places.place(ordered[0].value))])
      }
    }
  }
}

extension CorpusChecker {
  /// The ids of entities of which several types are said.
  private var ambiguousEntities: Set<TextKey> {
    var types: [TextKey: EntityRecord.Kind] = [:]
    var ambiguous: Set<TextKey> = []
    for declaration in gathered.declarations {
      guard declaration.scope == .entity, let type = declaration.type else { continue }
      let key = TextKey(declaration.id)
      if let known = types[key] {
        if known != type { ambiguous.insert(key) }
      } else {
        types[key] = type
      }
    }
    return ambiguous
  }
}

extension EntityRecord.Kind {
  fileprivate var named: String {
    switch self {
    case .organization, .agreement: "an \(rawValue)"
    case .other: "of the type “other”"
    default: "a \(rawValue)"
    }
  }
}
