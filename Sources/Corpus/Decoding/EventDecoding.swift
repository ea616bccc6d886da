import Diagnostics

enum EventKey: String, FieldKey {
  case id, type, title, date, time, place, participants, targets, partOf, relations, status
  case polarity, certainty
  /// Of cards alone.
  case sameAs, lang

  static let table = KeyTable<Self>(
    of: "an event", required: [.type, .title], unlisted: [.sameAs, .lang])
}

private enum ParticipantKey: String, FieldKey {
  case entity, role

  static let table = KeyTable<Self>(of: "a participant", required: [.entity, .role])
}

private enum RelationKey: String, FieldKey {
  case type, event

  static let table = KeyTable<Self>(of: "a relation", required: [.type, .event])
}

extension RecordDecoder {
  mutating func event(
    _ value: Document.Value, in site: DeclarationSite
  ) -> (record: EventRecord, sameAs: [String], idRange: Range<Int>)? {
    guard var fields = fields(value, EventKey.self) else { return nil }
    var id: (symbol: Int, range: Range<Int>)?
    var hasID = false
    var type: String?
    var title: Localized?
    var sameAs: [String] = []
    var partOf: (symbol: Int, range: Range<Int>)?
    var record = EventRecord(id: "", type: "", title: Localized(), origin: origin(of: value))
    while let (key, value) = next(&fields) {
      switch key {
      case .id:
        hasID = true
        id = identifier(value, "the id of an event").map { ($0, document.range(value)) }
      case .type: type = vocabulary(value, "the type of an event")
      case .title: title = localized(value, "the title of an event")
      case .date: record.date = date(value, "the date of an event")
      case .time where site.isCard: notInCard("time", value)
      case .time: record.time = timeReference(value)
      case .place: record.place = reference(value, .entity)
      case .participants:
        record.participants = array(value, "“participants”") { $0.participant($1) }
      case .targets where site.isCard: notInCard("targets", value)
      case .targets: record.targets = array(value, "“targets”") { $0.target($1) }
      case .partOf:
        partOf = referredSymbol(value, .event).map { ($0, document.range(value)) }
      case .relations: record.relations = array(value, "“relations”") { $0.relation($1) }
      case .status: record.status = choice(value, "a status of an event")
      case .polarity: record.isNegative = isNegative(value)
      case .certainty: record.certainty = choice(value, "a certainty")
      case .sameAs where site.isCard: sameAs = references(value, "“sameAs”", .event)
      case .sameAs: onlyInCard("sameAs", "an event", fields.position, value)
      case .lang where site.isCard: noteLanguage = language(value)
      case .lang: onlyInCard("lang", "an event", fields.position, value)
      }
    }
    if !hasID { id = defaultID(of: value, site, "an event") }
    guard let id else { return nil }
    if !site.isCard { declareInAnalysis(\.events, id.symbol, at: id.range, "events") }
    declare(.event, id.symbol, at: id.range)
    if let partOf { edges.append((.partOf, id.symbol, partOf.symbol, partOf.range)) }
    guard let type, let title else { return nil }
    record.id = interner.strings[id.symbol]
    record.type = type
    record.title = title
    record.partOf = partOf.map { interner.strings[$0.symbol] }
    return (record, sameAs, id.range)
  }

  private mutating func notInCard(_ key: String, _ value: Document.Value) {
    report(
      "format/not-in-a-card", "“\(key)” belongs to an analysis: a card has no text to point into",
      Document.Value(index: value.index - 1),
      key == "time" ? "give the date itself as “date”" : "take it out")
  }

  private mutating func participant(_ value: Document.Value) -> EventRecord.Participant? {
    guard var fields = fields(value, ParticipantKey.self) else { return nil }
    var entity: String?
    var role: String?
    while let (key, value) = next(&fields) {
      switch key {
      case .entity: entity = reference(value, .entity)
      case .role: role = vocabulary(value, "the role of a participant")
      }
    }
    guard let entity, let role else { return nil }
    return EventRecord.Participant(entity: entity, role: role)
  }

  private mutating func relation(_ value: Document.Value) -> EventRecord.Relation? {
    guard var fields = fields(value, RelationKey.self) else { return nil }
    var type: EventRecord.Relation.Kind?
    var event: String?
    while let (key, value) = next(&fields) {
      switch key {
      case .type: type = choice(value, "a relation between events")
      case .event: event = reference(value, .event)
      }
    }
    guard let type, let event else { return nil }
    return EventRecord.Relation(type: type, event: event)
  }
}
