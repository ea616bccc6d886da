import ByteCoding
import Corpus

/// What was put together of a corpus, in parts that are written and read by themselves; the corpus is
/// kept by those who read it.
extension Evidence {
  package static let partNames = ["entities", "events", "links"]

  /// - Parameter number: of `partNames`.
  package func part(_ number: Int) -> [UInt8] {
    ByteWriter { writer in
      switch number {
      case 0: writer.add(entities) { $0.add($1) }
      case 1: writer.add(events) { $0.add($1) }
      default: addLinks(to: &writer)
      }
    }.bytes
  }

  private func addLinks(to writer: inout ByteWriter) {
    writer.add(claims) { $0.add($1) }
    writer.add(attributions) { $0.add($1) }
    writer.add(broken.all)
    writer.add(ChainBreak.allCases) { [broken] in $0.add(broken[$1]) }
    writer.add(articles) { $0.add($1) }
    writer.add(articleOfAnalysis)
    writer.add(newest)
    writer.add(dated)
    writer.add(undated)
    writer.add(tags) { $0.add($1) }
    writer.add(bodies)
    for index in [entityIndex, eventIndex, articleIndex, claimIndex, tagIndex] {
      writer.add(index.sorted { $0.value < $1.value || $0.value == $1.value && $0.key < $1.key }) {
        $0.add(shared: $1.key)
        $0.add($1.value)
      }
    }
  }

  /// - Parameters:
  ///   - parts: in the order of `partNames`.
  ///   - corpus: of which the evidence was put together.
  ///   - workers: how many threads may work on it; at least 1.
  /// - Returns: `nil` where they are not what was written.
  package init?(_ parts: [KeptPart], of corpus: Corpus, workers: Int) {
    enum Part: Sendable {
      case entities([Entity])
      case events([Event])
      case links(Links)
      case damaged
    }
    guard parts.count == Self.partNames.count else { return nil }
    @Sendable func read<Value>(
      _ number: Int, _ read: (inout ByteReader) throws -> Value
    ) -> Value? {
      parts[number].read {
        try $0.readSharedTexts()
        return try read(&$0)
      }
    }
    let all = concurrently(workers == 1 ? 1 : parts.count) { number -> [Part] in
      (workers == 1 ? Array(parts.indices) : [number]).map { number in
        switch number {
        case 0: read(0) { try $0.list { try $0.entityOfEvidence() } }.map(Part.entities) ?? .damaged
        case 1: read(1) { try $0.list { try $0.eventOfEvidence() } }.map(Part.events) ?? .damaged
        default: read(2) { try $0.links() }.map(Part.links) ?? .damaged
        }
      }
    }.flatMap { $0 }
    guard all.count == 3, case .entities(let entities) = all[0], case .events(let events) = all[1],
      case .links(let links) = all[2], links.articles.count == corpus.articles.count,
      links.articleOfAnalysis.count == corpus.analyses.count
    else { return nil }
    self.init(corpus, entities, events, links)
  }

  private init(_ corpus: Corpus, _ entities: [Entity], _ events: [Event], _ links: Links) {
    self.corpus = corpus
    self.entities = entities
    self.events = events
    claims = links.claims
    attributions = links.attributions
    broken = links.broken
    articles = links.articles
    articleOfAnalysis = links.articleOfAnalysis
    newest = links.newest
    dated = links.dated
    undated = links.undated
    tags = links.tags
    bodies = links.bodies
    entityIndex = links.indices[0]
    eventIndex = links.indices[1]
    articleIndex = links.indices[2]
    claimIndex = links.indices[3]
    tagIndex = links.indices[4]
  }
}

/// All that is not an entity or an event.
struct Links: Sendable {
  var claims: [Claim]
  var attributions: [Attribution]
  var broken: BrokenChains
  var articles: [ArticleEvidence]
  var articleOfAnalysis: [Int]
  var newest: [Int]
  var dated: [Int]
  var undated: [Int]
  var tags: [Tag]
  var bodies: [Int]
  /// Of entities, events, articles, claims and tags.
  var indices: [[String: Int]]
}
