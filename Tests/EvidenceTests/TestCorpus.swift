import Corpus
import Evidence

/// Builds small corpora for tests: only what a rule looks at is given.
struct TestCorpus {
  private(set) var corpus = Corpus()
  private let origin = Origin(file: "test", line: 1)

  mutating func article(
    _ id: String, publisher: String? = nil, published: String? = nil, tags: [String] = []
  ) throws {
    var article = Article(
      id: id, title: id, lang: "en", body: .init(text: "x", pieces: []), origin: origin)
    article.publisher = publisher
    article.tags = tags
    article.published = try published.map { try EDTF(parsing: $0) }
    corpus.articles.append(article)
    corpus.analyses.append(Analysis(article: id, origin: origin))
  }

  mutating func entity(
    _ id: String, _ type: EntityRecord.Kind = .organization, kind: String? = nil,
    memberOf: [String] = []
  ) {
    var record = EntityRecord(
      id: id, type: type, names: Localized([.init(lang: "en", text: id)]), origin: origin)
    record.kind = kind
    record.memberOf = memberOf
    last.entities.append(record)
  }

  /// Declares two news organisations, a state, a ministry and its minister.
  mutating func everybody() {
    entity("paper", kind: "newspaper")
    entity("agency", kind: "news-agency")
    entity("state", .place)
    entity("ministry")
    entity("minister", .person, memberOf: ["ministry"])
  }

  mutating func mention(_ entity: String) {
    last.mentions.append(Mention(entity: entity, target: word))
  }

  mutating func event(
    _ id: String, date: String? = nil, place: String? = nil, participants: [String] = [],
    partOf: String? = nil, status: EventRecord.Status? = nil,
    relations: [EventRecord.Relation] = []
  ) throws {
    var record = EventRecord(
      id: id, type: "call", title: Localized([.init(lang: "en", text: id)]), origin: origin)
    record.date = try date.map { try EDTF(parsing: $0) }
    record.place = place
    record.participants = participants.map { .init(entity: $0, role: "participant") }
    record.partOf = partOf
    record.status = status
    record.relations = relations
    last.events.append(record)
  }

  /// - Parameter chain: entity ids, `nil` for an unnamed source.
  mutating func attribution(
    _ id: String, _ chain: [String?], claim: String? = nil, stance: Cue.Stance? = nil,
    about: [String] = [], isNegative: Bool = false
  ) {
    attribution(
      id, links: chain.map { Link(source: $0) }, claim: claim, stance: stance, about: about,
      isNegative: isNegative)
  }

  mutating func attribution(
    _ id: String, links: [Link], claim: String? = nil, stance: Cue.Stance? = nil,
    about: [String] = [], isNegative: Bool = false
  ) {
    var record = AttributionRecord(
      id: id, content: word, directness: .indirect, chain: links, origin: origin)
    record.claim = claim
    record.cue = stance.map { Cue(lemma: "say", stance: $0) }
    record.about = about
    record.isNegative = isNegative
    last.attributions.append(record)
  }

  mutating func card(_ id: String, kind: String? = nil, sameAs: [String] = []) {
    var record = EntityRecord(id: id, type: .organization, names: Localized(), origin: origin)
    record.kind = kind
    corpus.entityCards.append(
      EntityCard(entity: record, sameAs: sameAs, note: MarkdownText(source: "", origin: origin)))
  }

  /// A further analysis of the article that was given last.
  mutating func analysis() {
    corpus.analyses.append(Analysis(article: last.article, origin: origin))
  }

  var evidence: Evidence { Evidence(corpus) }

  private var last: Analysis {
    get { corpus.analyses[corpus.analyses.count - 1] }
    set { corpus.analyses[corpus.analyses.count - 1] = newValue }
  }

  private var word: Target { Target(first: Span(codePoints: 0..<1, bytes: 0..<1)) }
}
