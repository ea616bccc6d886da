import ByteCoding
import Fingerprint
import Markdown

/// Articles and analyses as bytes; `CorpusReading` has the same in the same order.
extension ByteWriter {
  package mutating func add(_ article: Article) {
    add(article.id)
    add(article.title)
    add(shared: article.lang)
    add(article.publisher) { $0.add(shared: $1) }
    add(article.published) { $0.add($1) }
    add(article.authors) { $0.add(shared: $1) }
    add(article.credit) { $0.add(shared: $1) }
    add(article.url) { $0.add($1) }
    add(article.retrieved) { $0.add($1) }
    add(article.license) { $0.add(shared: $1) }
    add(article.tags) { $0.add(shared: $1) }
    add(article.isDraft)
    add(article.translationOf) { $0.add(shared: $1) }
    add(article.aliases) { $0.add($1) }
    add(article.body)
    add(article.origin)
    add(article.fingerprint)
  }

  package mutating func add(_ analysis: Analysis) {
    add(analysis.article)
    add(analysis.generator) { $0.add($1) }
    add(analysis.entities) { $0.add($1) }
    add(analysis.mentions) { $0.add($1) }
    add(analysis.times) { $0.add($1) }
    add(analysis.events) { $0.add($1) }
    add(analysis.attributions) { $0.add($1) }
    add(analysis.labels) { $0.add($1) }
    add(analysis.origin)
    add(analysis.fingerprint)
  }

  package mutating func add(_ entity: EntityRecord) {
    add(shared: entity.id)
    add(entity.type)
    add(entity.kind) { $0.add(shared: $1) }
    add(entity.names)
    add(entity.aliases) { $0.add(shared: $1) }
    add(entity.wikidata) { $0.add(shared: $1) }
    add(entity.location) {
      $0.add($1.lat.bitPattern)
      $0.add($1.lon.bitPattern)
    }
    add(entity.memberOf) { $0.add(shared: $1) }
    add(entity.reliability) { $0.add(shared: String($1)) }
    add(entity.origin)
  }

  package mutating func add(_ event: EventRecord) {
    add(shared: event.id)
    add(shared: event.type)
    add(event.title)
    add(event.date) { $0.add($1) }
    add(event.time) { $0.add(shared: $1) }
    add(event.place) { $0.add(shared: $1) }
    add(event.participants) {
      $0.add(shared: $1.entity)
      $0.add(shared: $1.role)
    }
    add(event.targets) { $0.add($1) }
    add(event.partOf) { $0.add(shared: $1) }
    add(event.relations) {
      $0.add($1.type)
      $0.add(shared: $1.event)
    }
    add(event.status) { $0.add($1) }
    add(event.isNegative)
    add(event.certainty) { $0.add($1) }
    add(event.origin)
  }

  package mutating func add(_ fingerprint: Fingerprint) {
    add(fingerprint.high)
    add(fingerprint.low)
  }

  mutating func add(_ origin: Origin) {
    add(shared: origin.file)
    add(origin.line)
  }

  /// Which of the cases, in their order.
  package mutating func add<Value: CaseIterable & Equatable>(_ value: Value) {
    add(UInt8(Value.allCases.enumerated().first { $1 == value }?.offset ?? 0))
  }

  /// What is written decides all that a date means.
  package mutating func add(_ date: EDTF) { add(shared: date.text) }

  mutating func add(_ localized: Localized) {
    add(localized.entries) {
      $0.add(shared: $1.lang)
      $0.add(shared: $1.text)
    }
  }

  mutating func add(_ text: MarkdownText) {
    add(text.source)
    add(text.origin)
    add(text.lang) { $0.add(shared: $1) }
    add(text.fingerprint)
  }

  private mutating func add(_ body: ReadingText) {
    add(body.text)
    add(body.pieces) { writer, piece in
      switch piece {
      case .open(let tag):
        writer.add(UInt8(0))
        writer.add(shared: tag)
      case .link(let destination):
        writer.add(UInt8(1))
        writer.add(shared: destination)
      case .close(let tag):
        writer.add(UInt8(2))
        writer.add(shared: tag)
      case .text(let range):
        writer.add(UInt8(3))
        writer.add(range)
      }
    }
  }

  private mutating func add(_ range: Range<Int32>) {
    add(range.lowerBound)
    add(Int64(range.upperBound) - Int64(range.lowerBound))
  }

  private mutating func add(_ target: Target) {
    add(target.field == .title)
    add(target.first)
    add(target.rest) { $0.add($1) }
  }

  private mutating func add(_ span: Span) {
    add(span.codePoints)
    add(span.bytes)
  }

  private mutating func add(_ mention: Mention) {
    add(shared: mention.entity)
    add(mention.target)
    add(mention.form) { $0.add($1) }
  }

  private mutating func add(_ time: TimeExpression) {
    add(shared: time.id)
    add(time.target)
    add(time.value)
    switch time.anchor {
    case nil: add(UInt8(0))
    case .publication: add(UInt8(1))
    case .time(let id):
      add(UInt8(2))
      add(shared: id)
    }
    add(time.rule) { $0.add(shared: $1) }
  }

  private mutating func add(_ attribution: AttributionRecord) {
    add(shared: attribution.id)
    add(attribution.content)
    add(attribution.paraphrase)
    add(attribution.cue) { $0.add($1) }
    add(attribution.directness)
    add(attribution.chain) { $0.add($1) }
    add(attribution.about) { $0.add(shared: $1) }
    add(attribution.claim) { $0.add(shared: $1) }
    add(attribution.isNegative)
    add(attribution.certainty) { $0.add($1) }
    add(attribution.credibility) { $0.add($1) }
    add(attribution.origin)
  }

  private mutating func add(_ cue: Cue) {
    add(cue.target) { $0.add($1) }
    add(cue.lemma) { $0.add(shared: $1) }
    add(cue.stance)
  }

  private mutating func add(_ link: Link) {
    add(link.source) { $0.add(shared: $1) }
    add(link.description)
    add(link.medium) { $0.add(shared: $1) }
    add(link.target) { $0.add($1) }
    add(link.cue) { $0.add($1) }
    add(link.date) { $0.add($1) }
  }

  private mutating func add(_ label: Label) {
    add(shared: label.entity)
    add(label.target)
    add(label.device)
    add(label.gloss)
  }

  private mutating func add(_ generator: Generator) {
    add(shared: generator.name)
    add(generator.version) { $0.add(shared: $1) }
    add(generator.method) { $0.add($1) }
    add(generator.at) { $0.add($1) }
  }
}
