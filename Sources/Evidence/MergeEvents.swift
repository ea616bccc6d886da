import Corpus

extension Evidence {
  /// Merges what cards and analyses declare of each event.
  mutating func mergeEvents() {
    for (index, card) in corpus.eventCards.enumerated() {
      guard let event = eventIndex[card.event.id] else { continue }
      if events[event].card == nil { events[event].card = index }
      merge(card.event, date: card.event.date, into: event, by: .card)
    }
    for (number, analysis) in corpus.analyses.enumerated() {
      let article = articleIndex[analysis.article]
      for (position, record) in analysis.events.enumerated() {
        guard let event = eventIndex[record.id] else { continue }
        merge(record, date: Self.date(of: record, in: analysis), into: event, by: .analysis(number))
        events[event].reports.append(EventReport(analysis: number, event: position))
        if let article, events[event].articles.last != article {
          events[event].articles.append(article)
        }
      }
    }
    for index in events.indices { settle(index) }
    for index in events.indices {
      if let whole = events[index].partOf.best { events[whole].parts.append(index) }
    }
  }

  /// The date that a record gives, itself or by its time expression.
  package static func date(of record: EventRecord, in analysis: Analysis) -> EDTF? {
    if let date = record.date { return date }
    guard let time = record.time else { return nil }
    return analysis.times.first { $0.id == time }?.value
  }

  private mutating func merge(
    _ record: EventRecord, date: EDTF?, into index: Int, by witness: Witness
  ) {
    events[index].type.add(record.type, by: witness)
    for title in record.title.entries { events[index].titles.add(title, by: witness) }
    events[index].date.add(date, by: witness)
    events[index].place.add(record.place.flatMap { entityIndex[$0] }, by: witness)
    for participant in record.participants {
      guard let entity = entityIndex[participant.entity] else { continue }
      events[index].participants.add(
        Event.Participant(entity: entity, role: participant.role), by: witness)
    }
    events[index].status.add(record.status, by: witness)
    events[index].isNegative.add(record.isNegative, by: witness)
    events[index].certainty.add(record.certainty, by: witness)
    if let whole = record.partOf.flatMap({ eventIndex[$0] }), whole != index {
      events[index].partOf.add(whole, by: witness)
    }
    for relation in record.relations where relation.type != .sameAs {
      guard let other = eventIndex[relation.event] else { continue }
      events[index].relations.add(Event.Relation(type: relation.type, event: other), by: witness)
    }
  }

  private mutating func settle(_ index: Int) {
    events[index].type.settle()
    events[index].titles.settle()
    events[index].date.settle()
    events[index].place.settle()
    events[index].participants.settle()
    events[index].status.settle()
    events[index].isNegative.settle()
    events[index].certainty.settle()
    events[index].partOf.settle()
    events[index].relations.settle()
  }
}
