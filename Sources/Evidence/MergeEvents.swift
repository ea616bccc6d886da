import Corpus

extension Evidence {
  /// Merges what cards and analyses declare of each event.
  ///
  /// - Parameters:
  ///   - due: which events; all where it is `nil`. Nothing may be merged of them yet.
  ///   - workers: how many parts of the events are merged at the same time; at least 1.
  mutating func mergeEvents(_ due: DueThings? = nil, workers: Int) {
    let analyses = due?.analyses ?? Array(corpus.analyses.indices)
    let things = ThingsOfRecords(of: analyses, in: eventIndex, workers: workers) {
      [corpus] number, add in
      for position in corpus.analyses[number].events.indices {
        add(corpus.analyses[number].events[position].id)
      }
    }
    events = concurrently(workers) { [self] number in
      var merge = EventMerge(self, due, share(number, of: workers, in: events.count))
      return merge.merged(analyses, things)
    }.flatMap { $0 }
    for index in events.indices { events[index].parts = [] }
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
}

/// Merges some of the events.
private struct EventMerge {
  private let corpus: Corpus
  private let entityIndex: [String: Int]
  private let eventIndex: [String: Int]
  private let articleOfAnalysis: [Int]
  private let due: DueThings?
  private let range: Range<Int>
  private var events: ArraySlice<Event>

  init(_ evidence: Evidence, _ due: DueThings?, _ range: Range<Int>) {
    self.due = due
    corpus = evidence.corpus
    entityIndex = evidence.entityIndex
    eventIndex = evidence.eventIndex
    articleOfAnalysis = evidence.articleOfAnalysis
    self.range = range
    events = evidence.events[range]
  }

  /// - Parameter things: what the records of these analyses are of.
  mutating func merged(_ analyses: [Int], _ things: ThingsOfRecords) -> ArraySlice<Event> {
    for (index, card) in corpus.eventCards.enumerated() {
      guard let event = eventIndex[card.event.id], isOwn(event) else { continue }
      if events[event].card == nil { events[event].card = index }
      merge(card.event, date: card.event.date, into: event, by: .card)
    }
    var walk = things.walk
    for number in analyses {
      let article = articleOfAnalysis[number]
      for position in corpus.analyses[number].events.indices {
        let event = walk.thing()
        guard isOwn(event) else { continue }
        let record = corpus.analyses[number].events[position]
        merge(
          record, date: Evidence.date(of: record, in: corpus.analyses[number]), into: event,
          by: .analysis(number))
        events[event].reports.append(EventReport(analysis: number, event: position))
        if events[event].articles.last != article { events[event].articles.append(article) }
      }
    }
    for index in range where isDue(index) { settle(index) }
    return events
  }

  private func isOwn(_ index: Int) -> Bool { range.contains(index) && isDue(index) }

  private func isDue(_ index: Int) -> Bool { due?.contains(index) ?? true }

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
