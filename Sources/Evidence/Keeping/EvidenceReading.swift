import ByteCoding
import Corpus

/// Evidence from bytes, as `EvidenceWriting` has it.
extension ByteReader {
  private mutating func numbers() throws -> [Int] { try list { try $0.count() } }

  private mutating func numberOrNone() throws -> Int? {
    let number = try count()
    return number < 0 ? nil : number
  }

  private mutating func range() throws -> Range<Int> {
    let (start, count) = (try count(), try count())
    guard start >= 0, count >= 0, count <= Int.max - start else { throw ByteReader.Damage() }
    return start..<start + count
  }

  private mutating func witnesses<Value>(
    _ value: (inout ByteReader) throws -> Value
  ) throws -> Witnesses<Value> {
    Witnesses(
      settled: try list { reader in
        let value = try value(&reader)
        return Witnessed(
          value: value,
          witnesses: try reader.list { reader in
            let number = try reader.count()
            return number < 0 ? .card : .analysis(number)
          })
      })
  }

  private mutating func entry() throws -> Localized.Entry {
    Localized.Entry(lang: try sharedText(), text: try sharedText())
  }

  mutating func entityOfEvidence() throws -> Entity {
    var entity = Entity(id: try text())
    entity.otherIDs = try list { try $0.text() }
    entity.type = try witnesses { try $0.choice(EntityRecord.Kind.self) }
    entity.kind = try witnesses { try $0.sharedText() }
    entity.names = try witnesses { try $0.entry() }
    entity.aliases = try witnesses { try $0.sharedText() }
    entity.wikidata = try witnesses { try $0.sharedText() }
    entity.location = try witnesses {
      EntityRecord.Location(
        lat: Double(bitPattern: try $0.word()), lon: Double(bitPattern: try $0.word()))
    }
    entity.reliability = try witnesses {
      guard let letter = try $0.sharedText().first else { throw ByteReader.Damage() }
      return letter
    }
    entity.memberOf = try numbers()
    entity.members = try numbers()
    entity.card = try optional { try $0.count() }
    entity.mentions = try list {
      MentionReference(analysis: try $0.count(), mention: try $0.count())
    }
    entity.articles = try numbers()
    entity.said = try numbers()
    entity.saidAbout = try numbers()
    entity.relayed = try numbers()
    entity.published = try numbers()
    entity.publications = try numbers()
    entity.circles = try numbers()
    entity.labels = try list { LabelReference(analysis: try $0.count(), label: try $0.count()) }
    entity.events = try numbers()
    entity.reported = try numbers()
    return entity
  }

  mutating func eventOfEvidence() throws -> Event {
    var event = Event(id: try text())
    event.otherIDs = try list { try $0.text() }
    event.type = try witnesses { try $0.sharedText() }
    event.titles = try witnesses { try $0.entry() }
    event.date = try witnesses { try $0.date() }
    event.place = try witnesses { try $0.count() }
    event.participants = try witnesses {
      Event.Participant(entity: try $0.count(), role: try $0.sharedText())
    }
    event.status = try witnesses { try $0.choice(EventRecord.Status.self) }
    event.isNegative = try witnesses { try $0.flag() }
    event.certainty = try witnesses { try $0.choice(Certainty.self) }
    event.partOf = try witnesses { try $0.count() }
    event.parts = try numbers()
    event.relations = try witnesses {
      Event.Relation(type: try $0.choice(EventRecord.Relation.Kind.self), event: try $0.count())
    }
    event.card = try optional { try $0.count() }
    event.reports = try list { EventReport(analysis: try $0.count(), event: try $0.count()) }
    event.articles = try numbers()
    event.attributions = try numbers()
    event.endorsed = try numbers()
    event.distanced = try numbers()
    return event
  }

  mutating func links() throws -> Links {
    let claims = try list { try $0.claim() }
    let attributions = try list { try $0.attributionOfEvidence() }
    var broken = BrokenChains()
    broken.all = try numbers()
    let byKind = try list { try $0.numbers() }
    guard byKind.count == ChainBreak.allCases.count else { throw ByteReader.Damage() }
    for (kind, all) in zip(ChainBreak.allCases, byKind) where !all.isEmpty {
      broken.byKind[kind] = all
    }
    return Links(
      claims: claims, attributions: attributions, broken: broken,
      articles: try list { try $0.articleEvidence() }, articleOfAnalysis: try numbers(),
      newest: try numbers(), dated: try numbers(), undated: try numbers(),
      tags: try list { try $0.tag() }, bodies: try numbers(),
      indices: try (0..<5).map { _ in
        Dictionary(
          try list { (try $0.sharedText(), try $0.count()) },
          uniquingKeysWith: { first, _ in first })
      })
  }

  private mutating func claim() throws -> Claim {
    var claim = Claim(id: try text())
    claim.attributions = try numbers()
    claim.origins = try list { reader in
      var origin = Claim.Origin(bodies: try reader.numbers(), attributions: try reader.numbers())
      origin.adopted = try reader.numbers()
      return origin
    }
    claim.circles = try list { reader in
      var circle = Circle()
      circle.bodies = try reader.numbers()
      circle.attributions = try reader.numbers()
      circle.feeders = try reader.numbers()
      circle.isFedUnnamed = try reader.flag()
      circle.isNegative = try reader.flag()
      return circle
    }
    claim.earliest.candidates = try numbers()
    claim.earliest.undated = try numbers()
    claim.earliest.isOnly = try flag()
    return claim
  }

  private mutating func attributionOfEvidence() throws -> Attribution {
    var attribution = Attribution(
      article: try count(), analysis: try count(), record: try count(),
      sources: try list { try $0.numberOrNone() }, outlet: try numberOrNone(),
      aboutEntities: try numbers(), aboutEvents: try numbers(), claim: try numberOrNone())
    attribution.breaks = ChainBreaks(rawValue: try byte())
    return attribution
  }

  private mutating func articleEvidence() throws -> ArticleEvidence {
    var article = ArticleEvidence()
    article.analyses = try range()
    article.attributions = try range()
    article.events = try numbers()
    article.entities = try list {
      ArticleEvidence.Presence(entity: try $0.count(), mentions: try $0.count())
    }
    article.publisher = try numberOrNone()
    return article
  }

  private mutating func tag() throws -> Tag {
    var tag = Tag(name: try text())
    tag.articles = try numbers()
    tag.events = try numbers()
    return tag
  }
}
