import Corpus
import Evidence
import Fingerprint

/// Of each thing a fingerprint of all that pages show of it that are not its own: its link, its row. It
/// is of more than is shown, never of less.
///
/// Numbers of a list are part of it only where rows show them. Whatever the order of things with equal
/// rank depends on is the order of their ids, so that indices are never part of it.
struct ThingFingerprints: Sendable {
  /// By index into `Evidence.entities`.
  private(set) var entities: [Fingerprint] = []
  /// By index into `Evidence.events`: what a link shows, that with what decides where its row stands, and
  /// what the row shows.
  private(set) var eventLinks: [Fingerprint] = []
  private(set) var eventOrders: [Fingerprint] = []
  private(set) var events: [Fingerprint] = []
  /// By index into `Evidence.claims`.
  private(set) var claims: [Fingerprint] = []
  /// By index into `Evidence.articles`: what a link or a row shows.
  private(set) var articles: [Fingerprint] = []
  /// By index into `Evidence.tags`.
  private(set) var tags: [Fingerprint] = []

  init(_ evidence: Evidence, _ key: FingerprintKey) {
    entities = evidence.entities.indices.map { index in
      key.fingerprint { $0.add(evidence.entities[index], body: evidence.bodies[index], evidence) }
    }
    eventLinks = evidence.events.map { event in
      key.fingerprint {
        $0.add(event.id)
        $0.add(event.titles) { $0.add($1) }
      }
    }
    eventOrders = evidence.events.indices.map { index in
      key.fingerprint { addOrder(ofEvent: index, evidence, &$0) }
    }
    events = evidence.events.indices.map { index in
      key.fingerprint { addEvent(index, evidence, &$0) }
    }
    articles = evidence.corpus.articles.indices.map { index in
      // Read where they lie: an article as a whole is a copy of all of its parts.
      key.fingerprint {
        $0.add(evidence.corpus.articles[index].id)
        $0.add(evidence.corpus.articles[index].title)
        $0.add(evidence.corpus.articles[index].lang)
        $0.add(evidence.corpus.articles[index].published)
        $0.add(evidence.articles[index].publisher, of: entities)
      }
    }
    claims = evidence.claims.map { claim in
      key.fingerprint { Self.add(claim, evidence, &$0) }
    }
    tags = evidence.tags.map { tag in
      key.fingerprint {
        $0.add(tag.name)
        $0.add(tag.slug)
      }
    }
  }

  /// When it was, and what it is held against in a list.
  private func addOrder(
    ofEvent index: Int, _ evidence: Evidence, _ maker: inout FingerprintMaker
  ) {
    let event = evidence.events[index]
    maker.add(eventLinks[index])
    maker.add(event.date) { $0.add($1) }
    maker.add(event.relations) {
      $0.add($1.type.rawValue)
      $0.add(eventLinks[$1.event])
    }
    maker.add(event.partOf) { $0.add(eventLinks[$1]) }
    // What it is a part of, and that of.
    var whole = event.partOf.best
    for _ in 0..<Self.depth {
      maker.add(whole, of: eventLinks)
      whole = whole.flatMap { evidence.events[$0].partOf.best }
    }
  }

  private func addEvent(_ index: Int, _ evidence: Evidence, _ maker: inout FingerprintMaker) {
    let event = evidence.events[index]
    maker.add(eventOrders[index])
    maker.add(event.otherIDs)
    maker.add(event.type) { $0.add($1) }
    maker.add(event.place) { $0.add(entities[$1]) }
    maker.add(event.participants) {
      $0.add(entities[$1.entity])
      $0.add($1.role)
    }
    maker.add(event.status) { $0.add($1.rawValue) }
    maker.add(event.isNegative) { $0.add($1) }
    maker.add(event.certainty) { $0.add($1.rawValue) }
    maker.add(event.parts.count)
    for part in event.parts {
      maker.add(eventLinks[part])
      maker.add(evidence.events[part].date.best)
    }
    maker.add(event.articles.count)
    maker.add(event.attributions.count)
    maker.add(event.isOpposed)
  }

  /// As far as `Evidence.unsettled` looks.
  private static var depth: Int { 8 }

  /// Its title is the first paraphrase of it in one language, or the words of its first attribution.
  private static func add(
    _ claim: Claim, _ evidence: Evidence, _ maker: inout FingerprintMaker
  ) {
    maker.add(claim.id)
    maker.add(claim.isSingleOrigin)
    maker.add(claim.circles.isEmpty)
    let paraphrases = evidence.paraphrases(of: claim)
    maker.add(paraphrases.count)
    for paraphrase in paraphrases { maker.add(paraphrase) }
    guard let first = claim.attributions.first else { return }
    let attribution = evidence.attributions[first]
    let article = evidence.article(attribution)
    let content = evidence.content(of: attribution)
    maker.add(article.lang)
    for span in content.spans {
      let text = content.field == .title ? article.title : article.body.text
      maker.add(Views.slice(text, Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)))
    }
  }
}

extension FingerprintMaker {
  /// - Parameter body: that answers for it.
  fileprivate mutating func add(_ entity: Entity, body: Int, _ evidence: Evidence) {
    add(entity.id)
    add(entity.otherIDs)
    add(entity.type) { $0.add($1.rawValue) }
    add(entity.kind) { $0.add($1) }
    add(entity.names) { $0.add($1) }
    add(entity.aliases) { $0.add($1) }
    add(entity.wikidata) { $0.add($1) }
    add(entity.location) {
      $0.add($1.lat.bitPattern)
      $0.add($1.lon.bitPattern)
    }
    add(entity.reliability) { $0.add(String($1)) }
    add(entity.memberOf.count)
    for whole in entity.memberOf { add(evidence.entities[whole].id) }
    add(evidence.entities[body].id)
    add(entity.isSource)
  }
}
