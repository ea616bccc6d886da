import ByteCoding
import Diagnostics
import Fingerprint

/// What is kept besides articles and analyses as bytes; `NotesReading` has the same in the same order.
extension ByteWriter {
  mutating func add(_ brief: Brief) {
    add(brief.id)
    add(brief.kind)
    add(brief.lang) { $0.add(shared: $1) }
    add(brief.title) { $0.add($1) }
    add(brief.body)
  }

  mutating func add(_ card: EntityCard) {
    add(card.entity)
    add(card.sameAs) { $0.add(shared: $1) }
    add(card.note)
  }

  mutating func add(_ card: EventCard) {
    add(card.event)
    add(card.sameAs) { $0.add(shared: $1) }
    add(card.note)
  }

  mutating func add(_ page: Page) {
    add(page.id)
    add(page.lang) { $0.add(shared: $1) }
    add(page.title)
    add(page.isDraft)
    add(page.aliases) { $0.add($1) }
    add(page.body)
  }

  mutating func add(_ notes: ContentNotes) {
    add(notes.memory.terms.key.first)
    add(notes.memory.terms.key.second)
    add(notes.memory.terms.siteLanguage)
    add(notes.memory.terms.readsDrafts)
    add(notes.memory.all) { writer, known in
      writer.add(known.path)
      writer.add(known.file.mark)
      writer.add(known.file.device)
      writer.add(known.file.isSettled)
      writer.add(known.file.records) { $0.add($1) }
    }
    add(notes.site)
    add(notes.drafts) { $0.add($1) }
    add(notes.aside) { $0.add($1) }
    add(notes.findings) { $0.add($1) }
  }

  private mutating func add(_ record: ReadRecord) {
    add(record.place.file)
    add(record.place.line)
    add(record.place.start)
    add(record.place.end)
    add(record.fingerprint)
    add(record.bonds)
    add(record.article) {
      $0.add($1.id)
      $0.add($1.fingerprint)
    }
  }
}
