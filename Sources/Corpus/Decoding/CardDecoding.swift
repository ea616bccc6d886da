extension RecordDecoder {
  mutating func entityCard(fileName: String, note: MarkdownText) -> Placed<EntityCard>? {
    guard let entity = entity(document.root, in: .card(fileName: fileName)) else { return nil }
    return Placed(
      value: EntityCard(entity: entity.record, sameAs: entity.sameAs, note: inItsLanguage(note)),
      place: RecordPlace(record, entity.idRange))
  }

  mutating func eventCard(fileName: String, note: MarkdownText) -> Placed<EventCard>? {
    guard let event = event(document.root, in: .card(fileName: fileName)) else { return nil }
    return Placed(
      value: EventCard(event: event.record, sameAs: event.sameAs, note: inItsLanguage(note)),
      place: RecordPlace(record, event.idRange))
  }

  /// The note in the language that the card says.
  private func inItsLanguage(_ note: MarkdownText) -> MarkdownText {
    var note = note
    note.lang = noteLanguage
    return note
  }
}
