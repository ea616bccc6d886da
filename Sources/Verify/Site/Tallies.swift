import Corpus

/// How many attributions the content has of each speaker in each article and outlet, by stance and
/// directness, and how many loaded words of each entity in each outlet: what pages say in one number,
/// counted again.
struct Tallies: Sendable {
  private var numbers: [Digest: Int] = [:]

  init(_ corpus: Corpus, articles: [Digest: Int]) {
    let ids = JoinedIDs(entitiesOf: corpus)
    for analysis in corpus.analyses {
      guard let article = articles[Digest(analysis.article)] else { continue }
      let outlet = "outlet=\(corpus.articles[article].publisher.map { ids[$0] } ?? "")"
      for attribution in analysis.attributions {
        let speaker = (attribution.chain.first?.source).map { ids[$0] } ?? ""
        for place in ["article=\(analysis.article)", outlet] {
          let key = "\(place) speaker=\(speaker)"
          count(key)
          count("\(key) directness=\(attribution.directness.rawValue)")
          if let cue = attribution.cue { count("\(key) stance=\(cue.stance.rawValue)") }
        }
      }
      for label in analysis.labels { count("\(outlet) label=\(ids[label.entity])") }
    }
  }

  private mutating func count(_ key: String) { numbers[Digest(key), default: 0] += 1 }

  func number(_ key: some Sequence<UInt8>) -> Int { numbers[Digest(key)] ?? 0 }
}
