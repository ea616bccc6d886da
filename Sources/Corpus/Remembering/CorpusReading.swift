import ByteCoding
import Fingerprint
import Markdown

/// Articles and analyses from bytes, as `CorpusWriting` has them.
extension ByteReader {
  package mutating func article() throws -> Article {
    let (id, title, lang) = (try text(), try text(), try sharedText())
    let publisher = try optional { try $0.sharedText() }
    let published = try optional { try $0.date() }
    let authors = try list { try $0.sharedText() }
    let credit = try list { try $0.sharedText() }
    let url = try optional { try $0.text() }
    let retrieved = try optional { try $0.date() }
    let license = try optional { try $0.sharedText() }
    let tags = try list { try $0.sharedText() }
    let isDraft = try flag()
    let translationOf = try optional { try $0.sharedText() }
    let aliases = try list { try $0.text() }
    var article = Article(
      id: id, title: title, lang: lang, body: try body(), origin: try origin())
    article.publisher = publisher
    article.published = published
    article.authors = authors
    article.credit = credit
    article.url = url
    article.retrieved = retrieved
    article.license = license
    article.tags = tags
    article.isDraft = isDraft
    article.translationOf = translationOf
    article.aliases = aliases
    article.fingerprint = try fingerprint()
    return article
  }

  package mutating func analysis() throws -> Analysis {
    let article = try text()
    let generator = try optional { try $0.generator() }
    let entities = try list { try $0.entity() }
    let mentions = try list { try $0.mention() }
    let times = try list { try $0.time() }
    let events = try list { try $0.event() }
    let attributions = try list { try $0.attribution() }
    let labels = try list { try $0.label() }
    var analysis = Analysis(article: article, origin: try origin())
    analysis.generator = generator
    analysis.entities = entities
    analysis.mentions = mentions
    analysis.times = times
    analysis.events = events
    analysis.attributions = attributions
    analysis.labels = labels
    analysis.fingerprint = try fingerprint()
    return analysis
  }

  mutating func entity() throws -> EntityRecord {
    let (id, type) = (try sharedText(), try choice(EntityRecord.Kind.self))
    let kind = try optional { try $0.sharedText() }
    let names = try localized()
    let aliases = try list { try $0.sharedText() }
    let wikidata = try optional { try $0.sharedText() }
    let location = try optional {
      EntityRecord.Location(
        lat: Double(bitPattern: try $0.word()), lon: Double(bitPattern: try $0.word()))
    }
    let memberOf = try list { try $0.sharedText() }
    let reliability = try optional { try $0.sharedText() }
    var entity = EntityRecord(id: id, type: type, names: names, origin: try origin())
    entity.kind = kind
    entity.aliases = aliases
    entity.wikidata = wikidata
    entity.location = location
    entity.memberOf = memberOf
    entity.reliability = reliability?.first
    return entity
  }

  mutating func event() throws -> EventRecord {
    let (id, type, title) = (try sharedText(), try sharedText(), try localized())
    let date = try optional { try $0.date() }
    let time = try optional { try $0.sharedText() }
    let place = try optional { try $0.sharedText() }
    let participants = try list {
      EventRecord.Participant(entity: try $0.sharedText(), role: try $0.sharedText())
    }
    let targets = try list { try $0.target() }
    let partOf = try optional { try $0.sharedText() }
    let relations = try list {
      EventRecord.Relation(
        type: try $0.choice(EventRecord.Relation.Kind.self), event: try $0.sharedText())
    }
    let status = try optional { try $0.choice(EventRecord.Status.self) }
    let isNegative = try flag()
    let certainty = try optional { try $0.choice(Certainty.self) }
    var event = EventRecord(id: id, type: type, title: title, origin: try origin())
    event.date = date
    event.time = time
    event.place = place
    event.participants = participants
    event.targets = targets
    event.partOf = partOf
    event.relations = relations
    event.status = status
    event.isNegative = isNegative
    event.certainty = certainty
    return event
  }

  package mutating func fingerprint() throws -> Fingerprint {
    Fingerprint(high: try word(), low: try word())
  }

  mutating func origin() throws -> Origin { Origin(file: try sharedText(), line: try count()) }

  package mutating func choice<Value: CaseIterable>(_: Value.Type) throws -> Value
  where Value.AllCases == [Value] {
    let number = Int(try byte())
    guard Value.allCases.indices.contains(number) else { throw ByteReader.Damage() }
    return Value.allCases[number]
  }

  package mutating func date() throws -> EDTF {
    guard let date = try? EDTF(parsing: try sharedText()) else { throw ByteReader.Damage() }
    return date
  }

  mutating func localized() throws -> Localized {
    Localized(
      ordered: try list { Localized.Entry(lang: try $0.sharedText(), text: try $0.sharedText()) })
  }

  mutating func markdown() throws -> MarkdownText {
    var text = MarkdownText(source: try text(), origin: try origin())
    text.lang = try optional { try $0.sharedText() }
    text.fingerprint = try fingerprint()
    return text
  }

  private mutating func body() throws -> ReadingText {
    let text = try text()
    return ReadingText(
      text: text,
      pieces: try list { reader in
        switch try reader.byte() {
        case 0: .open(try reader.sharedText())
        case 1: .link(destination: try reader.sharedText())
        case 2: .close(try reader.sharedText())
        case 3: .text(try reader.range(upTo: text.utf8.count))
        default: throw ByteReader.Damage()
        }
      })
  }

  private mutating func range(upTo end: Int = .max) throws -> Range<Int32> {
    let start = try int32()
    let (upper, overflows) = start.addingReportingOverflow(try int32())
    guard !overflows, start >= 0, upper >= start, upper <= end else { throw ByteReader.Damage() }
    return start..<upper
  }

  private mutating func target() throws -> Target {
    Target(
      field: try flag() ? .title : .text, first: try span(), rest: try list { try $0.span() })
  }

  private mutating func span() throws -> Span {
    Span(codePoints: try range(), bytes: try range())
  }

  private mutating func mention() throws -> Mention {
    Mention(
      entity: try sharedText(), target: try target(),
      form: try optional { try $0.choice(Mention.Form.self) })
  }

  private mutating func time() throws -> TimeExpression {
    let (id, target, value) = (try sharedText(), try target(), try date())
    let anchor: TimeExpression.Anchor?
    switch try byte() {
    case 0: anchor = nil
    case 1: anchor = .publication
    case 2: anchor = .time(try sharedText())
    default: throw ByteReader.Damage()
    }
    return TimeExpression(
      id: id, target: target, value: value, anchor: anchor,
      rule: try optional { try $0.sharedText() })
  }

  private mutating func attribution() throws -> AttributionRecord {
    let (id, content, paraphrase) = (try sharedText(), try target(), try localized())
    let cue = try optional { try $0.cue() }
    let directness = try choice(AttributionRecord.Directness.self)
    let chain = try list { try $0.link() }
    let about = try list { try $0.sharedText() }
    let claim = try optional { try $0.sharedText() }
    let isNegative = try flag()
    let certainty = try optional { try $0.choice(Certainty.self) }
    let credibility = try optional { try $0.count() }
    var attribution = AttributionRecord(
      id: id, content: content, directness: directness, chain: chain, origin: try origin())
    attribution.paraphrase = paraphrase
    attribution.cue = cue
    attribution.about = about
    attribution.claim = claim
    attribution.isNegative = isNegative
    attribution.certainty = certainty
    attribution.credibility = credibility
    return attribution
  }

  private mutating func cue() throws -> Cue {
    Cue(
      target: try optional { try $0.target() }, lemma: try optional { try $0.sharedText() },
      stance: try choice(Cue.Stance.self))
  }

  private mutating func link() throws -> Link {
    var link = Link(source: try optional { try $0.sharedText() })
    link.description = try localized()
    link.medium = try optional { try $0.sharedText() }
    link.target = try optional { try $0.target() }
    link.cue = try optional { try $0.cue() }
    link.date = try optional { try $0.date() }
    return link
  }

  private mutating func label() throws -> Label {
    Label(
      entity: try sharedText(), target: try target(), device: try choice(Label.Device.self),
      gloss: try localized())
  }

  private mutating func generator() throws -> Generator {
    Generator(
      name: try sharedText(), version: try optional { try $0.sharedText() },
      method: try optional { try $0.choice(Generator.Method.self) },
      at: try optional { try $0.date() })
  }
}
