import Corpus
import Evidence
import Fingerprint
import Markdown

/// What rows and pages take from one article.
struct ArticleFingerprints: Sendable {
  /// By index into `Evidence.articles`: what was read for it, and its link.
  private(set) var sources: [Fingerprint] = []
  /// The same, with all that it says of other things: of entities, and by attributions.
  private(set) var contents: [Fingerprint] = []
  /// What rows show of its words: of mentions, labels, reports, times. Where annotators differ, each
  /// row also shows what the others say.
  private(set) var words: [Fingerprint] = []
  /// All that its own page shows.
  private(set) var pages: [Fingerprint] = []
  /// By index into `Evidence.attributions`: what its chain leads through, and how it is broken.
  private(set) var chains: [Fingerprint] = []
  /// The same: its row.
  private(set) var attributions: [Fingerprint] = []

  /// - Parameter quotesAreMarkdown: whether what articles quote may be a link to anything, where a brief
  ///   is composed of it.
  init(
    _ site: SiteContext, _ things: ThingFingerprints, _ key: FingerprintKey,
    quotesAreMarkdown: Bool
  ) {
    let evidence = site.evidence
    sources = evidence.articles.indices.map { index in
      key.fingerprint {
        $0.add(evidence.corpus.articles[index].fingerprint)
        for analysis in evidence.articles[index].analyses {
          $0.add(evidence.corpus.analyses[analysis].fingerprint)
        }
        $0.add(things.articles[index])
      }
    }
    chains = evidence.attributions.map { attribution in
      key.fingerprint { $0.add(attribution, things) }
    }
    attributions = chains
    for article in evidence.articles.indices { addArticle(article, evidence, things, key) }
    let briefs = BriefFingerprints(
      evidence.corpus.briefs,
      LinkTargets(evidence: evidence, things: things, sources: sources), key)
    let anything = key.fingerprint { [sources] in
      $0.add(things.entities)
      $0.add(things.eventLinks)
      $0.add(things.claims)
      $0.add(sources)
    }
    pages = evidence.articles.indices.map { index in
      key.fingerprint {
        addPage(index, site, things, briefs, &$0)
        if quotesAreMarkdown { $0.add(anything) }
      }
    }
  }

  private mutating func addArticle(
    _ index: Int, _ evidence: Evidence, _ things: ThingFingerprints, _ key: FingerprintKey
  ) {
    let article = evidence.articles[index]
    // Where a row stands among those of its article is part of its address.
    for attribution in article.attributions {
      attributions[attribution] = key.fingerprint {
        $0.add(sources[index])
        $0.add(attribution - article.attributions.lowerBound)
        $0.add(attributions[attribution])
      }
    }
    let content = key.fingerprint {
      $0.add(sources[index])
      $0.add(article.entities.count)
      for presence in article.entities {
        $0.add(things.entities[presence.entity])
        $0.add(presence.mentions)
      }
      $0.add(attributions[article.attributions])
    }
    contents.append(content)
    guard article.analyses.count > 1 else { return words.append(sources[index]) }
    words.append(content)
    for attribution in article.attributions {
      attributions[attribution] = key.fingerprint {
        $0.add(attributions[attribution])
        $0.add(content)
      }
    }
  }

  private func addPage(
    _ index: Int, _ site: SiteContext, _ things: ThingFingerprints, _ briefs: BriefFingerprints,
    _ maker: inout FingerprintMaker
  ) {
    let evidence = site.evidence
    let article = evidence.corpus.articles[index]
    maker.add(contents[index])
    maker.add(evidence.articles[index].events, of: things.events)
    for id in article.credit { maker.add(evidence.entity(id: id), of: things.entities) }
    for tag in article.tags { maker.add(evidence.tag(tag), of: things.tags) }
    maker.add(article.translationOf.flatMap(evidence.article(id:)), of: things.articles)
    maker.add(site.translations[index] ?? [], of: things.articles)
    briefs.targets.add(article.body, to: &maker)
    maker.add(briefs[article.id, .article])
  }
}

extension FingerprintMaker {
  /// What a row shows besides the article's own words.
  fileprivate mutating func add(_ attribution: Attribution, _ things: ThingFingerprints) {
    add(attribution.sources.count)
    for source in attribution.sources { add(source, of: things.entities) }
    add(attribution.outlet, of: things.entities)
    add(attribution.aboutEntities, of: things.entities)
    add(attribution.aboutEvents, of: things.eventLinks)
    add(attribution.claim, of: things.claims)
    add(Int(attribution.breaks.rawValue))
  }
}

/// Of what somebody wrote about each thing, in all languages.
struct BriefFingerprints: Sendable {
  let targets: LinkTargets
  private let all: [BriefKey: Fingerprint]

  init(_ briefs: [Brief], _ targets: LinkTargets, _ key: FingerprintKey) {
    self.targets = targets
    all = Dictionary(grouping: briefs) { BriefKey(kind: $0.kind, id: $0.id) }.mapValues { briefs in
      key.fingerprint {
        for brief in briefs {
          targets.add(brief.body, to: &$0)
        }
      }
    }
  }

  subscript(id: String, kind: Brief.Kind) -> Fingerprint {
    all[BriefKey(kind: kind, id: id)] ?? .none
  }
}
