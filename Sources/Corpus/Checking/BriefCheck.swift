import Diagnostics

extension CorpusChecker {
  /// The briefs with their kinds; those of articles that are left out are left out with all that they
  /// refer to.
  mutating func resolvedBriefs() -> [Brief] {
    var resolved: [Placed<Brief>] = []
    var dropped: Set<Int32> = []
    for placed in gathered.briefs {
      let record = placed.value
      guard let kind = kind(of: record, at: placed.place) else {
        if isOfDraft(record) { dropped.insert(placed.place.record.file) }
        continue
      }
      resolved.append(Placed(value: Brief(record, kind: kind), place: placed.place))
    }
    if !dropped.isEmpty {
      gathered.references.removeAll { dropped.contains($0.place.record.file) }
    }
    let site = site
    return unique(
      resolved, "briefs", ofOneKind: { RecordOrder.names(of: $0, site) })
  }

  private func isOfDraft(_ record: BriefRecord) -> Bool {
    (record.kind ?? .article) == .article && known.isDraft(record.id)
  }

  private mutating func kind(of record: BriefRecord, at place: RecordPlace) -> Brief.Kind? {
    let id = record.id
    let kinds = Brief.Kind.allCases.filter { known.contains(id, $0.scope) }
    if let kind = record.kind {
      if !kinds.contains(kind), !isOfDraft(record) {
        // Told with the other references, so that the nearest id is looked for in one way.
        gathered.references.append(
          Reference(scope: kind.scope, id: id, place: place, isLink: false))
      }
      return kinds.contains(kind) ? kind : nil
    }
    switch kinds.count {
    case 1: return kinds[0]
    case 0:
      if !isOfDraft(record), !known.isUnread(id) { unknownSubject(id, at: place) }
    default:
      let names = kinds.map { $0.scope.name }.joined(separator: " and ")
      report(
        "brief/kind-needed", "“\(id)” is the id of \(names)", at: place,
        "say which one the brief is of: \(kinds.map { "“kind: \($0.rawValue)”" }.joined(separator: " or "))"
      )
    }
    return nil
  }

  private mutating func unknownSubject(_ id: String, at place: RecordPlace) {
    let nearest = [Scope.article, .event, .entity].compactMap { known.nearest(id, $0) }
    report(
      "brief/unknown-subject",
      "“\(id.shortened)” is not the id of an article, an event or an entity",
      at: place,
      Nearest.name(to: id, among: nearest).map { "did you mean “\($0)”?" }
        ?? "a brief has the id of what it is of, as “id” or as its file's name",
      notes: unreadNotes())
  }
}

extension Brief.Kind {
  var scope: Scope {
    switch self {
    case .article: .article
    case .event: .event
    case .entity: .entity
    }
  }
}
