import Evidence

/// One page of the site, before anything of it is made. `page` numbers are from 1.
enum PageJob: Sendable, Hashable {
  case home
  case articles(page: Int)
  case article(Int)
  case entities(page: Int)
  case entity(Int)
  case events(page: Int)
  case event(Int)
  case claims(page: Int)
  case claim(Int)
  case sources(page: Int)
  case source(Int)
  case attributions(page: Int)
  /// `nil` for all that lack more than a date.
  case brokenChains(ChainBreak?, page: Int)
  case timeline
  case year(Int, page: Int)
  case month(year: Int, month: Int, page: Int)
  /// `day` is a position among the days of the month that have events.
  case day(year: Int, month: Int, day: Int, page: Int)
  case undated(page: Int)
  case tags(page: Int)
  case tag(Int)
  case list(List, page: Int)
  case free(Int)
  case search
  case names
  case notFound
  case feed
  case data(DataTable)

  /// A list that is longer than the page it belongs to shows.
  enum List: Sendable, Hashable {
    case entityEvents(Int), entitySaid(Int), entitySaidAbout(Int), entityRelayed(Int)
    case entityLabels(Int), entityMentions(Int), entityArticles(Int), entityMembers(Int)
    case eventParts(Int), eventReports(Int), eventAttributions(Int)
    case eventEndorsed(Int), eventDistanced(Int)
    case claimAttributions(Int)
    case sourcePublished(Int), sourceArticles(Int), sourceEvents(Int)
    case tagArticles(Int), tagEvents(Int)
    case sourceSpeakers(Int), sourceLabelled(Int), entityOutlets(Int), entityLabellers(Int)
    case articleDiffering(Int), articleSpeakers(Int), articleAttributions(Int), articleEvents(Int),
      articleTimes(Int),
      articleLabels(Int), articleEntities(Int)
  }
}

/// Which pages a site has, in a fixed order.
struct PagePlan {
  private var jobs: [PageJob] = []
  private let evidence: Evidence
  private let timeline: Timeline
  private var seen: SeenEntities

  private init(_ evidence: Evidence, _ timeline: Timeline) {
    self.evidence = evidence
    self.timeline = timeline
    seen = SeenEntities(of: evidence.entities.count)
  }

  static func jobs(
    _ evidence: Evidence, _ timeline: Timeline, freePages: [Int]
  ) async -> [PageJob] {
    // Those of the sources take about as long to find as all others.
    async let first = {
      var plan = PagePlan(evidence, timeline)
      plan.planStart()
      return plan.jobs
    }()
    async let last = {
      var plan = PagePlan(evidence, timeline)
      plan.planEnd(freePages)
      return plan.jobs
    }()
    return await first + last
  }

  private mutating func planStart() {
    // What takes longest comes first, so that no worker is left with it at the end.
    jobs += DataTable.allCases.map { .data($0) }
    jobs.append(.names)
    jobs += [.home, .feed]
    planArticles()
    planEntities()
    planEvents()
    planClaims()
  }

  private mutating func planEnd(_ freePages: [Int]) {
    planSources()
    paged(evidence.attributions.count) { .attributions(page: $0) }
    planBrokenChains()
    planTimeline()
    planTags()
    jobs += freePages.map { .free($0) }
    jobs += [.search, .notFound]
  }

  /// How many pages a list of its own has: at least one.
  static func pages(_ rows: Int) -> Int { max((rows + Limits.rows - 1) / Limits.rows, 1) }

  private mutating func paged(_ rows: Int, _ job: (Int) -> PageJob) {
    for page in 1...Self.pages(rows) { jobs.append(job(page)) }
  }

  /// Pages for a list of which another page shows the first rows.
  private mutating func rest(_ rows: Int, shown: Int = Limits.shown, _ list: PageJob.List) {
    if rows > shown { paged(rows) { .list(list, page: $0) } }
  }

  /// How many different entities, or none, the items of a list have; of one that is shown whole no more
  /// than it has.
  private mutating func distinct<Item>(
    _ list: some Collection<Item>, shown: Int = Limits.shown, _ entity: (Item) -> Int?
  ) -> Int {
    if list.count <= shown { return list.count }
    seen.forget()
    for item in list { seen.insert(entity(item)) }
    return seen.count
  }

  private mutating func planArticles() {
    let evidence = evidence
    paged(evidence.articles.count) { .articles(page: $0) }
    for (index, article) in evidence.articles.enumerated() {
      jobs.append(.article(index))
      rest(article.attributions.count, shown: Limits.rows, .articleAttributions(index))
      rest(article.events.count, shown: Limits.rows, .articleEvents(index))
      let times = article.analyses.reduce(0) { $0 + evidence.corpus.analyses[$1].times.count }
      let labels = article.analyses.reduce(0) { $0 + evidence.corpus.analyses[$1].labels.count }
      let speakers = distinct(article.attributions, shown: Limits.rows) {
        evidence.attributions[$0].originator
      }
      rest(speakers, shown: Limits.rows, .articleSpeakers(index))
      if article.analyses.count > 1 {
        let differing = evidence.annotatorDifferences(in: index).mentions.count
        rest(differing, shown: Limits.rows, .articleDiffering(index))
      }
      rest(times, shown: Limits.rows, .articleTimes(index))
      rest(labels, shown: Limits.rows, .articleLabels(index))
      rest(article.entities.count, shown: Limits.rows, .articleEntities(index))
    }
  }

  private mutating func planEntities() {
    let evidence = evidence
    paged(evidence.entities.count) { .entities(page: $0) }
    for (index, entity) in evidence.entities.enumerated() {
      jobs.append(.entity(index))
      rest(entity.events.count, .entityEvents(index))
      rest(entity.said.count, .entitySaid(index))
      rest(entity.saidAbout.count, .entitySaidAbout(index))
      rest(entity.relayed.count, .entityRelayed(index))
      rest(entity.labels.count, .entityLabels(index))
      rest(
        distinct(entity.said) { evidence.attributions[$0].outlet }, .entityOutlets(index))
      let labellers = distinct(entity.labels) {
        evidence.articles[evidence.articleOfAnalysis[$0.analysis]].publisher
      }
      rest(labellers, .entityLabellers(index))
      rest(entity.mentions.count, .entityMentions(index))
      rest(entity.articles.count, .entityArticles(index))
      rest(entity.members.count, shown: Limits.rows, .entityMembers(index))
    }
  }

  private mutating func planEvents() {
    paged(evidence.events.count) { .events(page: $0) }
    for (index, event) in evidence.events.enumerated() {
      jobs.append(.event(index))
      rest(event.parts.count, .eventParts(index))
      rest(event.reports.count, .eventReports(index))
      rest(event.attributions.count, .eventAttributions(index))
      if event.isOpposed {
        rest(event.endorsed.count, .eventEndorsed(index))
        rest(event.distanced.count, .eventDistanced(index))
      }
    }
  }

  private mutating func planClaims() {
    paged(evidence.claims.count) { .claims(page: $0) }
    for (index, claim) in evidence.claims.enumerated() {
      jobs.append(.claim(index))
      rest(claim.attributions.count, shown: Limits.rows, .claimAttributions(index))
    }
  }

  private mutating func planSources() {
    let evidence = evidence
    let sources = evidence.entities.indices.filter { evidence.entities[$0].isSource }
    paged(sources.count) { .sources(page: $0) }
    let labelled = countLabelledByPublishers()
    for index in sources {
      jobs.append(.source(index))
      let entity = evidence.entities[index]
      let speakers = distinct(entity.published) { evidence.attributions[$0].originator }
      rest(speakers, .sourceSpeakers(index))
      rest(labelled[index], .sourceLabelled(index))
      rest(entity.published.count, .sourcePublished(index))
      rest(entity.reported.count, .sourceEvents(index))
      rest(evidence.entities[index].publications.count, .sourceArticles(index))
    }
  }

  /// How many things each publisher has loaded words for.
  private mutating func countLabelledByPublishers() -> [Int] {
    var counts = Array(repeating: 0, count: evidence.entities.count)
    for entity in evidence.entities where !entity.labels.isEmpty {
      seen.forget()
      for label in entity.labels {
        let article = evidence.articleOfAnalysis[label.analysis]
        if let publisher = evidence.articles[article].publisher, seen.insert(publisher) {
          counts[publisher] += 1
        }
      }
    }
    return counts
  }

  private mutating func planBrokenChains() {
    paged(evidence.broken.all.count) { .brokenChains(nil, page: $0) }
    for kind in ChainBreak.allCases {
      paged(evidence.broken[kind].count) { .brokenChains(kind, page: $0) }
    }
  }

  private mutating func planTags() {
    guard !evidence.tags.isEmpty else { return }
    paged(evidence.tags.count) { .tags(page: $0) }
    for (index, tag) in evidence.tags.enumerated() {
      jobs.append(.tag(index))
      rest(tag.articles.count, .tagArticles(index))
      rest(tag.events.count, .tagEvents(index))
    }
  }

  private mutating func planTimeline() {
    jobs.append(.timeline)
    for (index, year) in timeline.years.enumerated() {
      paged(year.events.count) { .year(index, page: $0) }
      for (position, month) in year.months.enumerated() where !month.events.isEmpty {
        paged(month.events.count) { .month(year: index, month: position + 1, page: $0) }
        for (number, day) in month.days.enumerated() {
          paged(day.events.count) {
            .day(year: index, month: position + 1, day: number, page: $0)
          }
        }
      }
    }
    if !timeline.undated.isEmpty { paged(timeline.undated.count) { .undated(page: $0) } }
  }
}
