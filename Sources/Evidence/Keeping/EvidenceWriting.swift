import ByteCoding
import Corpus

/// Evidence as bytes; `EvidenceReading` has the same in the same order.
extension ByteWriter {
  mutating func add(_ numbers: [Int]) {
    add(numbers.count)
    for number in numbers { add(number) }
  }

  private mutating func add(_ numbers: Range<Int>) {
    add(numbers.lowerBound)
    add(numbers.count)
  }

  private mutating func add<Value>(
    _ witnesses: Witnesses<Value>, _ add: (inout ByteWriter, Value) -> Void
  ) {
    self.add(witnesses.values) { writer, value in
      add(&writer, value.value)
      writer.add(value.witnesses.count)
      for witness in value.witnesses {
        switch witness {
        case .card: writer.add(-1)
        case .analysis(let number): writer.add(number)
        }
      }
    }
  }

  private mutating func add(_ entry: Localized.Entry) {
    add(shared: entry.lang)
    add(shared: entry.text)
  }

  mutating func add(_ entity: Entity) {
    add(entity.id)
    add(entity.otherIDs) { $0.add($1) }
    add(entity.type) { $0.add($1) }
    add(entity.kind) { $0.add(shared: $1) }
    add(entity.names) { $0.add($1) }
    add(entity.aliases) { $0.add(shared: $1) }
    add(entity.wikidata) { $0.add(shared: $1) }
    add(entity.location) {
      $0.add($1.lat.bitPattern)
      $0.add($1.lon.bitPattern)
    }
    add(entity.reliability) { $0.add(shared: String($1)) }
    add(entity.memberOf)
    add(entity.members)
    add(entity.card) { $0.add($1) }
    add(entity.mentions) {
      $0.add($1.analysis)
      $0.add($1.mention)
    }
    add(entity.articles)
    add(entity.said)
    add(entity.saidAbout)
    add(entity.relayed)
    add(entity.published)
    add(entity.publications)
    add(entity.circles)
    add(entity.labels) {
      $0.add($1.analysis)
      $0.add($1.label)
    }
    add(entity.events)
    add(entity.reported)
  }

  mutating func add(_ event: Event) {
    add(event.id)
    add(event.otherIDs) { $0.add($1) }
    add(event.type) { $0.add(shared: $1) }
    add(event.titles) { $0.add($1) }
    add(event.date) { $0.add($1) }
    add(event.place) { $0.add($1) }
    add(event.participants) {
      $0.add($1.entity)
      $0.add(shared: $1.role)
    }
    add(event.status) { $0.add($1) }
    add(event.isNegative) { $0.add($1) }
    add(event.certainty) { $0.add($1) }
    add(event.partOf) { $0.add($1) }
    add(event.parts)
    add(event.relations) {
      $0.add($1.type)
      $0.add($1.event)
    }
    add(event.card) { $0.add($1) }
    add(event.reports) {
      $0.add($1.analysis)
      $0.add($1.event)
    }
    add(event.articles)
    add(event.attributions)
    add(event.endorsed)
    add(event.distanced)
  }

  mutating func add(_ claim: Claim) {
    add(claim.id)
    add(claim.attributions)
    add(claim.origins) {
      $0.add($1.bodies)
      $0.add($1.attributions)
      $0.add($1.adopted)
    }
    add(claim.circles) {
      $0.add($1.bodies)
      $0.add($1.attributions)
      $0.add($1.feeders)
      $0.add($1.isFedUnnamed)
      $0.add($1.isNegative)
    }
    add(claim.earliest.candidates)
    add(claim.earliest.undated)
    add(claim.earliest.isOnly)
  }

  mutating func add(_ attribution: Attribution) {
    add(attribution.article)
    add(attribution.analysis)
    add(attribution.record)
    add(attribution.sources.count)
    for source in attribution.sources { add(source ?? -1) }
    add(attribution.outlet ?? -1)
    add(attribution.aboutEntities)
    add(attribution.aboutEvents)
    add(attribution.claim ?? -1)
    add(attribution.breaks.rawValue)
  }

  mutating func add(_ article: ArticleEvidence) {
    add(article.analyses)
    add(article.attributions)
    add(article.events)
    add(article.entities) {
      $0.add($1.entity)
      $0.add($1.mentions)
    }
    add(article.publisher ?? -1)
  }

  mutating func add(_ tag: Tag) {
    add(tag.name)
    add(tag.articles)
    add(tag.events)
  }
}
