import Corpus

extension Evidence {
  /// Resolves every chain, closes it by the article's publisher, and tells each entity and event
  /// what part it has in it.
  ///
  /// - Parameters:
  ///   - same: the articles whose attributions are known.
  ///   - workers: how many parts of the articles are gone through at the same time; at least 1.
  mutating func resolveAttributions(_ same: LinkedArticles? = nil, workers: Int) {
    attributions = concurrently(workers) { [self] number in
      share(number, of: workers, in: articles.count).flatMap { article in
        same?.attributions(in: article) ?? resolvedAttributions(in: article)[...]
      }
    }.flatMap { $0 }
    var end = 0
    for index in articles.indices {
      let start = end
      while end < attributions.count, attributions[end].article == index { end += 1 }
      articles[index].attributions = start..<end
    }
    for index in attributions.indices { register(attributions[index], as: index) }
  }

  /// Those of one article, in their order, less their claims.
  func resolvedAttributions(in article: Int) -> [Attribution] {
    articles[article].analyses.flatMap { number in
      corpus.analyses[number].attributions.indices.map { position in
        var attribution = resolve(position, of: number, in: article)
        attribution.breaks = breaks(attribution)
        return attribution
      }
    }
  }

  private func resolve(_ position: Int, of number: Int, in article: Int) -> Attribution {
    let about = corpus.analyses[number].attributions[position].about
    return Attribution(
      article: article, analysis: number, record: position,
      sources: corpus.analyses[number].attributions[position].chain.map { link in
        link.source.flatMap { entityIndex[$0] }
      },
      outlet: articles[article].publisher,
      aboutEntities: about.compactMap { entityIndex[$0] },
      aboutEvents: about.compactMap { entityIndex[$0] == nil ? eventIndex[$0] : nil },
      claim: nil)
  }

  /// Tells each entity and event what part it has in an attribution, in whatever order these are told.
  mutating func register(_ attribution: Attribution, as index: Int) {
    broken.add(index, attribution.breaks)
    if let originator = attribution.originator { entities[originator].said.put(index) }
    for case .some(let carrier) in attribution.sources.dropFirst() {
      entities[carrier].relayed.put(index)
    }
    if let outlet = attribution.outlet { entities[outlet].published.put(index) }
    for entity in attribution.aboutEntities { entities[entity].saidAbout.put(index) }
    let stance = cue(of: attribution)?.stance
    for event in attribution.aboutEvents {
      events[event].attributions.put(index)
      switch stance {
      case .endorsing: events[event].endorsed.put(index)
      case .distancing, .denying: events[event].distanced.put(index)
      case .neutral, nil: break
      }
    }
  }
}
