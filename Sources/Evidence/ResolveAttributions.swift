import Corpus

extension Evidence {
  /// Resolves every chain, closes it by the article's publisher, and tells each entity and event
  /// what part it has in it.
  mutating func resolveAttributions() {
    for (index, article) in articles.enumerated() {
      let first = attributions.count
      for number in article.analyses {
        for position in corpus.analyses[number].attributions.indices {
          var attribution = resolve(position, of: number, in: index)
          attribution.breaks = breaks(attribution)
          register(attribution, as: attributions.count)
          attributions.append(attribution)
        }
      }
      articles[index].attributions = first..<attributions.count
    }
  }

  private func resolve(_ position: Int, of number: Int, in article: Int) -> Attribution {
    let record = corpus.analyses[number].attributions[position]
    return Attribution(
      article: article, analysis: number, record: position,
      sources: record.chain.map { link in link.source.flatMap { entityIndex[$0] } },
      outlet: articles[article].publisher,
      aboutEntities: record.about.compactMap { entityIndex[$0] },
      aboutEvents: record.about.compactMap { entityIndex[$0] == nil ? eventIndex[$0] : nil },
      claim: nil)
  }

  private mutating func register(_ attribution: Attribution, as index: Int) {
    broken.add(index, attribution.breaks)
    if let originator = attribution.originator { entities[originator].said.append(index) }
    for carrier in attribution.sources.dropFirst() {
      guard let carrier, entities[carrier].relayed.last != index else { continue }
      entities[carrier].relayed.append(index)
    }
    if let outlet = attribution.outlet { entities[outlet].published.append(index) }
    for entity in attribution.aboutEntities where entities[entity].saidAbout.last != index {
      entities[entity].saidAbout.append(index)
    }
    let stance = cue(of: attribution)?.stance
    for event in attribution.aboutEvents where events[event].attributions.last != index {
      events[event].attributions.append(index)
      switch stance {
      case .endorsing: events[event].endorsed.append(index)
      case .distancing, .denying: events[event].distanced.append(index)
      case .neutral, nil: break
      }
    }
  }
}
