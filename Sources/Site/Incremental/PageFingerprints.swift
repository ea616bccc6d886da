import Corpus
import Evidence
import Fingerprint

/// Of every page that a site plans a fingerprint of all that it is made from, less what is the same for
/// all of them (`whole`). It is the same in every language.
///
/// A page whose fingerprint, and that of what is the same for all, are those of an earlier build is the
/// same page. Where it is not plain what a page shows, it depends on more than it may show, in the end on
/// everything.
struct PageFingerprints: Sendable {
  let site: SiteContext
  let evidence: Evidence
  let key: FingerprintKey
  let things: ThingFingerprints
  let articles: ArticleFingerprints
  let briefs: BriefFingerprints
  let targets: LinkTargets
  /// Of all that was read.
  let everything: Fingerprint
  /// How many chains there are, and how many are broken, and how.
  private let breaks: Fingerprint

  /// What is listed on several pages, each of which depends on all of it.
  enum ListName: Hashable {
    case list(PageJob.List)
    case year(Int)
    case month(year: Int, month: Int)
    case day(year: Int, month: Int, day: Int)
    case undated
  }

  /// - Parameter quotesAreMarkdown: whether the template of briefs is another than ours, which escapes
  ///   what it quotes.
  init(_ site: SiteContext, _ key: FingerprintKey, quotesAreMarkdown: Bool) {
    self.site = site
    self.key = key
    evidence = site.evidence
    things = ThingFingerprints(site.evidence, key)
    articles = ArticleFingerprints(site, things, key, quotesAreMarkdown: quotesAreMarkdown)
    targets = LinkTargets(evidence: evidence, things: things, sources: articles.sources)
    briefs = BriefFingerprints(evidence.corpus.briefs, targets, key)
    breaks = key.fingerprint { [evidence] in
      $0.add(evidence.attributions.count)
      $0.add(evidence.broken.all.count)
      for kind in ChainBreak.allCases { $0.add(evidence.broken[kind].count) }
    }
    everything = key.fingerprint { [things, articles, evidence] in
      $0.add(things.entities)
      $0.add(things.events)
      $0.add(things.claims)
      $0.add(things.tags)
      $0.add(articles.pages)
      let corpus = evidence.corpus
      for brief in corpus.briefs { $0.add(brief.body.fingerprint) }
      for card in corpus.entityCards { $0.add(card.note.fingerprint) }
      for card in corpus.eventCards { $0.add(card.note.fingerprint) }
      for page in corpus.pages { $0.add(page.body.fingerprint) }
    }
  }

  /// The page of which the script asks every index of the texts.
  private var search: Fingerprint {
    key.fingerprint { $0.add(site.options.hasFullText ? TextShares(evidence).count : 0) }
  }

  /// - Parameter lists: remembers the list of the job before.
  func fingerprint(of job: PageJob, _ lists: LastList) -> Fingerprint {
    switch job {
    // Few pages, which show something of everything.
    case .home, .feed: everything
    case .timeline: timeline
    case .sources(let page): sources(page)
    case .tags(let page): tags(page)
    case .names: names
    case .search: search
    case .notFound: .none
    case .data(let table): data(table)
    case .article(let index): articles.pages[index]
    case .entity(let index): entity(index)
    case .event(let index): event(index)
    case .claim(let index): claim(index)
    case .source(let index): source(index)
    case .tag(let index): tag(index)
    case .free(let index): free(index)
    case .articles(let page): articleList(page)
    case .entities(let page):
      rows(site.leading, page) { $0.add(entityRow($1)) }
    case .events(let page):
      rows(evidence.dated + evidence.undated, page) { addRow(ofEvent: $1, &$0) }
    case .claims(let page):
      rows(site.leadingClaims, page) { $0.add(claimRow($1)) }
    case .attributions(let page): attributionList(evidence.attributions.indices, page)
    case .brokenChains(let kind, let page):
      attributionList(kind.map { evidence.broken[$0] } ?? evidence.broken.all, page)
    case .year(let index, let page):
      timeline(.year(index), lists, site.timeline.years[index].events, page)
    case .month(let year, let month, let page):
      timeline(
        .month(year: year, month: month), lists, site.timeline.years[year].months[month - 1].events,
        page)
    case .day(let year, let month, let day, let page):
      timeline(
        .day(year: year, month: month, day: day), lists,
        site.timeline.years[year].months[month - 1].days[day].events, page)
    case .undated(let page): timeline(.undated, lists, site.timeline.undated, page)
    case .list(let list, let page): self.list(list, page, lists)
    }
  }

  // MARK: Parts

  /// The rows of one page of a list, and how many pages it has; on the first also how many rows.
  func rows<Rows: RandomAccessCollection>(
    _ rows: Rows, _ page: Int, add: (inout FingerprintMaker, Int) -> Void
  ) -> Fingerprint where Rows.Element == Int {
    key.fingerprint { maker in
      let pager = Pager(rows: rows.count, page: page)
      maker.add(pager.count)
      if page == 1 { maker.add(rows.count) }
      for row in rows.dropFirst(pager.range.lowerBound).prefix(pager.range.count) {
        add(&maker, row)
      }
    }
  }

  /// That of all of a list, made once for all pages that depend on it.
  func whole(
    _ name: ListName, _ lists: LastList, add: (inout FingerprintMaker) -> Void
  ) -> Fingerprint {
    if let last = lists.last, last.name == name { return last.fingerprint }
    let fingerprint = key.fingerprint(add)
    lists.last = (name, fingerprint)
    return fingerprint
  }

  /// Remembers the list that was asked for last: its pages come one after the other.
  final class LastList {
    fileprivate var last: (name: ListName, fingerprint: Fingerprint)?
  }

  /// An event's row in the order of the whole report.
  private func addRow(ofEvent index: Int, _ maker: inout FingerprintMaker) {
    maker.add(things.events[index])
    maker.add(site.timeline.unsettled[index], of: things.eventLinks)
  }

  private func timeline(
    _ name: ListName, _ lists: LastList, _ events: [Int], _ page: Int
  ) -> Fingerprint {
    whole(name, lists) { maker in
      maker.add(events.count)
      for event in events { addRow(ofEvent: event, &maker) }
    }
  }

  /// A page of the whole table, or of the broken chains. The first names the others with how many there
  /// are.
  private func attributionList<Rows: RandomAccessCollection>(
    _ attributions: Rows, _ page: Int
  ) -> Fingerprint where Rows.Element == Int {
    key.fingerprint {
      if page == 1 { $0.add(breaks) }
      $0.add(rows(attributions, page) { $0.add(articles.attributions[$1]) })
    }
  }

  private func articleList(_ page: Int) -> Fingerprint {
    rows(evidence.newest, page) {
      $0.add(articles.pages[$1])
      $0.add(evidence.tags.isEmpty)
    }
  }

  func entityRow(_ index: Int) -> Fingerprint {
    let entity = evidence.entities[index]
    return key.fingerprint {
      $0.add(things.entities[index])
      $0.add(entity.articles.count)
      $0.add(entity.mentions.count)
      $0.add(entity.said.count)
      $0.add(entity.saidAbout.count)
    }
  }

  func claimRow(_ index: Int) -> Fingerprint {
    let claim = evidence.claims[index]
    return key.fingerprint {
      $0.add(things.claims[index])
      $0.add(claim.origins.count)
      $0.add(claim.attributions.count)
    }
  }

  private func data(_ table: DataTable) -> Fingerprint {
    switch table {
    case .attributions: attributionTable
    case .articles: articleTable
    case .claims: claimTable
    case .entities:
      key.fingerprint { maker in
        for index in evidence.entities.indices { maker.add(entityRow(index)) }
      }
    case .events: key.fingerprint { $0.add(things.events) }
    }
  }

  private func free(_ index: Int) -> Fingerprint {
    key.fingerprint {
      for page in site.freePages[index] { targets.add(page.body, to: &$0) }
    }
  }
}
