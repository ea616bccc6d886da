import Corpus
import Evidence

extension Views {
  func attribution(_ index: Int) -> AttributionRow {
    let attribution = evidence.attributions[index]
    let record = evidence.record(attribution)
    let path = article(attribution.article).path
    let fragments = fragments(analysis: attribution.analysis, article: attribution.article)
    return AttributionRow(
      id: record.id, article: article(attribution.article),
      path: attributionPath(index),
      wordsPath: "\(path)#\(fragments.content(record.id))",
      quote: quote(attribution),
      paraphrase: paraphrase(record, in: corpus.articles[attribution.article].lang),
      cue: record.cue.map { cue($0, of: attribution, path: "\(path)#\(fragments.cue(record.id))") },
      directness: record.directness.rawValue,
      directnessWord: strings.word("directness", for: record.directness.rawValue),
      isNegative: record.isNegative, chain: chain(attribution),
      about: attribution.aboutEntities.map(subject) + attribution.aboutEvents.map(eventLink),
      claim: attribution.claim.map(claim),
      certaintyWord: record.certainty.map { strings.word("certainty", for: $0.rawValue) },
      credibility: record.credibility.map { strings.digits($0) },
      credibilityWord: record.credibility.map { strings.word("credibility", for: String($0)) },
      breaks: attribution.breaks.kinds.map(chainBreak),
      differences: differences(ofAttribution: index, in: attribution.article))
  }

  /// Where an attribution has its row: in its article's page, or on a further page of its list.
  func attributionPath(_ index: Int) -> String {
    let attribution = evidence.attributions[index]
    let fragment = fragments(analysis: attribution.analysis, article: attribution.article)
      .attribution(evidence.id(of: attribution))
    let position = index - evidence.articles[attribution.article].attributions.lowerBound
    let page = position / Limits.rows + 1
    if page == 1 { return "\(articlePath(attribution.article))#\(fragment)" }
    let route = routes.article(corpus.articles[attribution.article].id)
    return "\(route.sub("attributions").page(page).href)#\(fragment)"
  }

  /// For who does not read the article's language; who does has the words themselves.
  private func paraphrase(_ record: AttributionRecord, in lang: String) -> TextView? {
    lang == strings.lang ? nil : record.paraphrase.best(for: languages).map(text)
  }

  func cue(_ cue: Cue, of attribution: Attribution, path: String) -> CueView {
    let words = cue.target.map { self.words($0, in: attribution.article) } ?? cue.lemma ?? ""
    return CueView(
      words: text(words, lang: corpus.articles[attribution.article].lang), lemma: cue.lemma,
      stance: cue.stance.rawValue,
      stanceWord: cue.stance == .neutral
        ? nil : strings.word("stance", for: cue.stance.rawValue),
      path: cue.target == nil ? nil : path)
  }

  /// All links, and the outlet that closes the chain.
  ///
  /// - Parameter namesWords: whether it says which words of the article its links rest on, too.
  func chain(_ attribution: Attribution, namesWords: Bool = true) -> [ChainLinkView] {
    let fragments = fragments(analysis: attribution.analysis, article: attribution.article)
    let path = article(attribution.article).path
    let id = corpus.analyses[attribution.analysis].attributions[attribution.record].id
    let chain = corpus.analyses[attribution.analysis].attributions[attribution.record].chain
    var links: [ChainLinkView] = []
    links.reserveCapacity(chain.count + 1)
    for (position, source) in zip(chain.indices, attribution.sources) {
      let code = source.flatMap(reliabilityCode)
      links.append(
        ChainLinkView(
          entity: source.map(entity), reliability: code,
          reliabilityWord: code.map { strings.word("reliability", for: $0) },
          description: best(chain[position].description), isUnnamed: source == nil,
          isFirst: position == 0, isOutlet: false,
          medium: chain[position].medium.map { strings.word("medium", for: $0) },
          cue: !namesWords
            ? nil
            : chain[position].cue.map {
              cue(
                $0, of: attribution, path: "\(path)#\(fragments.linkCue(id, link: position))")
            },
          date: chain[position].date.map(dates.view),
          path: !namesWords || chain[position].target == nil
            ? nil : "\(path)#\(fragments.source(id, link: position))"))
    }
    links.append(outlet(attribution))
    return links
  }

  private func reliabilityCode(_ source: Int) -> String? {
    evidence.entities[source].reliability.best.map(String.init)
  }

  private func outlet(_ attribution: Attribution) -> ChainLinkView {
    let code = attribution.outlet.flatMap(reliabilityCode)
    return ChainLinkView(
      entity: attribution.outlet.map(entity), reliability: code,
      reliabilityWord: code.map { strings.word("reliability", for: $0) }, description: nil,
      isUnnamed: attribution.outlet == nil, isFirst: false, isOutlet: true, medium: nil, cue: nil,
      date: nil, path: nil)
  }

  func extent(_ counted: String, _ total: Int, _ limit: Int, _ more: Route) -> Extent {
    Extent(
      name: more.name, total: total, totalText: strings.count(counted, total),
      morePath: total > limit ? more.href : nil)
  }
}
