import ByteCoding
import Diagnostics
import Fingerprint

/// What is kept besides articles and analyses from bytes, as `NotesWriting` has it.
extension ByteReader {
  /// A corpus of nothing but what is written for one page each.
  mutating func texts() throws -> Corpus {
    Corpus(
      briefs: try list { try $0.brief() }, entityCards: try list { try $0.entityCard() },
      eventCards: try list { try $0.eventCard() }, pages: try list { try $0.page() })
  }

  private mutating func brief() throws -> Brief {
    let (id, kind) = (try text(), try choice(Brief.Kind.self))
    let lang = try optional { try $0.sharedText() }
    let title = try optional { try $0.text() }
    var brief = Brief(id: id, kind: kind, body: try markdown())
    brief.lang = lang
    brief.title = title
    return brief
  }

  private mutating func entityCard() throws -> EntityCard {
    EntityCard(entity: try entity(), sameAs: try list { try $0.sharedText() }, note: try markdown())
  }

  private mutating func eventCard() throws -> EventCard {
    EventCard(event: try event(), sameAs: try list { try $0.sharedText() }, note: try markdown())
  }

  private mutating func page() throws -> Page {
    Page(
      id: try text(), lang: try optional { try $0.sharedText() }, title: try text(),
      isDraft: try flag(), aliases: try list { try $0.text() }, body: try markdown())
  }

  mutating func contentNotes() throws -> ContentNotes {
    let terms = ReadingMemory.Terms(
      key: FingerprintKey(first: try word(), second: try word()), siteLanguage: try text(),
      readsDrafts: try flag())
    var memory = ReadingMemory(terms: terms)
    for (path, file) in try list({ (try $0.text(), try $0.readFile()) }) {
      memory[path] = file
    }
    return ContentNotes(
      memory: memory, site: try fingerprint(), drafts: try list { try $0.text() },
      aside: try list { try $0.diagnostic() }, findings: try list { try $0.diagnostic() })
  }

  private mutating func readFile() throws -> ReadFile {
    ReadFile(
      mark: try mark(), device: try word(), isSettled: try flag(),
      records: try list { try $0.readRecord() })
  }

  private mutating func readRecord() throws -> ReadRecord {
    let place = RecordPlace.Record(
      file: try int32(), line: try int32(), start: try count(), end: try count())
    return ReadRecord(
      place: place, fingerprint: try fingerprint(), bonds: try fingerprint(),
      article: try optional {
        AnchoringArticle(id: try $0.text(), fingerprint: try $0.fingerprint())
      },
      held: Gathered())
  }
}
