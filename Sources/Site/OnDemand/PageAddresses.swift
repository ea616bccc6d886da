import ByteCoding
import Corpus
import Evidence

/// Where each job's files will be, before they are made.
struct PageAddresses: Sendable {
  enum Place: Hashable {
    /// The page; what is published beside it stands in the same folder.
    case page(Route)
    /// Several files, all below this folder, whose names only making them tells.
    case folder(String)
  }

  private let routes: Routes
  private let evidence: Evidence
  private let timeline: Timeline
  private let freePages: [[Page]]

  init(_ site: SiteContext, language: Int) {
    routes = site.languages[language].routes
    evidence = site.evidence
    timeline = site.timeline
    freePages = site.freePages
  }

  /// Where the files of each of some jobs will be, in their order.
  static func places(
    of jobs: [(job: PageJob, language: Int)], in site: SiteContext
  ) -> [Place] {
    guard var known = jobs.first?.language else { return [] }
    var own = PageAddresses(site, language: known)
    var places: [Place] = []
    places.reserveCapacity(jobs.count)
    for (job, language) in jobs {
      if language != known { (own, known) = (PageAddresses(site, language: language), language) }
      places.append(own.place(of: job))
    }
    return places
  }

  func place(of job: PageJob) -> Place {
    switch job {
    case .data: .folder("data/")
    case .names: .folder("search/")
    default: .page(route(of: job))
    }
  }

  private func route(of job: PageJob) -> Route {
    switch job {
    case .home, .data, .names: routes.home
    case .articles(let page): routes.articles.page(page)
    case .article(let index): routes.article(evidence.corpus.articles[index].id)
    case .entities(let page): routes.entities.page(page)
    case .entity(let index): routes.entity(evidence.entities[index].id)
    case .events(let page): routes.events.page(page)
    case .event(let index): routes.event(evidence.events[index].id)
    case .claims(let page): routes.claims.page(page)
    case .claim(let index): routes.claim(evidence.claims[index].id)
    case .sources(let page): routes.sources.page(page)
    case .source(let index): routes.source(evidence.entities[index].id)
    case .attributions(let page): routes.attributions.page(page)
    case .brokenChains(let kind, let page): routes.brokenChains(kind).page(page)
    case .timeline: routes.timeline
    case .year(let index, let page): routes.year(timeline.years[index].year).page(page)
    case .month(let year, let month, let page):
      routes.month(timeline.years[year].year, month).page(page)
    case .day(let year, let month, let day, let page):
      routes.day(
        timeline.years[year].year, month, timeline.years[year].months[month - 1].days[day].day
      ).page(page)
    case .tags(let page): routes.tags.page(page)
    case .tag(let index): routes.tag(evidence.tags[index].slug)
    case .undated(let page): routes.timeline.sub("undated").page(page)
    case .list(let list, let page): route(of: list).page(page)
    case .free(let index): routes.page(freePages[index].first?.id ?? "")
    case .search: routes.search
    case .notFound: routes.notFound
    case .feed: routes.feed
    }
  }

  private func route(of list: PageJob.List) -> Route {
    switch list {
    case .entityEvents(let index): entity(index).sub("events")
    case .entitySaid(let index): entity(index).sub("said")
    case .entitySaidAbout(let index): entity(index).sub("said-about")
    case .entityRelayed(let index): entity(index).sub("relayed")
    case .entityLabels(let index): entity(index).sub("labels")
    case .entityLabellers(let index): entity(index).sub("labellers")
    case .entityMentions(let index): entity(index).sub("mentions")
    case .entityArticles(let index): entity(index).sub("articles")
    case .entityMembers(let index): entity(index).sub("members")
    case .entityOutlets(let index): entity(index).sub("outlets")
    case .eventParts(let index): event(index).sub("parts")
    case .eventReports(let index): event(index).sub("reports")
    case .eventAttributions(let index): event(index).sub("attributions")
    case .eventEndorsed(let index): event(index).sub("endorsed")
    case .eventDistanced(let index): event(index).sub("distanced")
    case .claimAttributions(let index):
      routes.claim(evidence.claims[index].id).sub("attributions")
    case .sourcePublished(let index): source(index).sub("published")
    case .sourceArticles(let index): source(index).sub("articles")
    case .sourceEvents(let index): source(index).sub("events")
    case .tagArticles(let index): routes.tag(evidence.tags[index].slug).sub("articles")
    case .tagEvents(let index): routes.tag(evidence.tags[index].slug).sub("events")
    case .sourceSpeakers(let index): source(index).sub("speakers")
    case .sourceLabelled(let index): source(index).sub("labelled")
    case .articleAttributions(let index): article(index).sub("attributions")
    case .articleEvents(let index): article(index).sub("events")
    case .articleTimes(let index): article(index).sub("times")
    case .articleLabels(let index): article(index).sub("labels")
    case .articleEntities(let index): article(index).sub("entities")
    case .articleSpeakers(let index): article(index).sub("speakers")
    case .articleDiffering(let index): article(index).sub("differing")
    }
  }

  private func article(_ index: Int) -> Route {
    routes.article(evidence.corpus.articles[index].id)
  }

  private func entity(_ index: Int) -> Route { routes.entity(evidence.entities[index].id) }

  private func event(_ index: Int) -> Route { routes.event(evidence.events[index].id) }

  private func source(_ index: Int) -> Route { routes.source(evidence.entities[index].id) }
}

extension SiteContext {
  /// Whether all that the addresses of jobs are made of is as in another site of the same settings.
  func hasAddresses(of other: SiteContext) -> Bool {
    func areSame(_ count: (SiteContext) -> Int, _ name: (SiteContext, Int) -> String) -> Bool {
      count(self) == count(other)
        && (0..<count(self)).allSatisfy {
          TextKey(name(self, $0)) == TextKey(name(other, $0))
        }
    }
    return areSame({ $0.evidence.corpus.articles.count }, { $0.evidence.corpus.articles[$1].id })
      && areSame({ $0.evidence.entities.count }, { $0.evidence.entities[$1].id })
      && areSame({ $0.evidence.events.count }, { $0.evidence.events[$1].id })
      && areSame({ $0.evidence.claims.count }, { $0.evidence.claims[$1].id })
      && areSame({ $0.evidence.tags.count }, { $0.evidence.tags[$1].slug })
      && areSame({ $0.freePages.count }, { $0.freePages[$1].first?.id ?? "" })
      && timeline.years == other.timeline.years
  }
}
