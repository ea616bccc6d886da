import Evidence
import Mustache

/// The further pages of lists of which another page shows the first rows.
extension PageMaker {
  func rows(_ list: PageJob.List, _ number: Int) throws -> SiteFile {
    switch list {
    case .entityEvents(let index):
      try eventRows(
        ofEntity(index), "events", "heading.events", evidence.entities[index].events, of: list,
        number)
    case .entitySaid(let index):
      try attributionRows(
        ofEntity(index), "said", "heading.said", evidence.entities[index].said, number)
    case .entitySaidAbout(let index):
      try attributionRows(
        ofEntity(index), "said-about", "heading.saidAbout", evidence.entities[index].saidAbout,
        number)
    case .entityRelayed(let index):
      try attributionRows(
        ofEntity(index), "relayed", "heading.relayed", evidence.entities[index].relayed, number)
    case .entityLabels(let index): try labelRows(ofEntity: index, number)
    case .entityMentions(let index): try mentionRows(ofEntity: index, number)
    case .entityArticles(let index):
      try articleRows(ofEntity(index), evidence.entities[index].articles, number)
    case .entityMembers(let index):
      try entityRows(
        ofEntity(index), "members", "heading.members", evidence.entities[index].members, number)
    case .eventParts(let index):
      try eventRows(
        ofEvent(index), "parts", "heading.parts", evidence.events[index].parts, of: list, number)
    case .eventReports(let index): try reportRows(ofEvent: index, number)
    case .eventAttributions(let index):
      try attributionRows(
        ofEvent(index), "attributions", "heading.attributions", evidence.events[index].attributions,
        number)
    case .eventEndorsed(let index):
      try attributionRows(
        ofEvent(index), "endorsed", "heading.endorsed", evidence.events[index].endorsed, number)
    case .eventDistanced(let index):
      try attributionRows(
        ofEvent(index), "distanced", "heading.distanced", evidence.events[index].distanced, number)
    case .claimAttributions(let index):
      try attributionRows(
        Parent(
          route: routes.claim(evidence.claims[index].id),
          link: LinkView(path: views.claim(index).path, name: views.claim(index).title)),
        "attributions", "heading.attributions", evidence.claims[index].attributions, number)
    case .sourcePublished(let index):
      try attributionRows(
        ofSource(index), "published", "heading.published", evidence.entities[index].published,
        number)
    case .sourceEvents(let index):
      try eventRows(
        ofSource(index), "events", "heading.reported", evidence.entities[index].reported, of: list,
        number)
    case .tagArticles(let index):
      try articleRows(ofTag(index), evidence.tags[index].articles, number)
    case .tagEvents(let index):
      try eventRows(
        ofTag(index), "events", "heading.events", evidence.tags[index].events, of: list, number)
    case .sourceArticles(let index):
      try articleRows(ofSource(index), evidence.entities[index].publications, number)
    case .sourceSpeakers(let index):
      try speakerRows(ofSource(index), "speakers", "source.speakers", number) {
        views.speakers(ofOutlet: index, $0)
      }
    case .entityOutlets(let index):
      try speakerRows(ofEntity(index), "outlets", "source.outlets", number) {
        views.outlets(of: index, $0)
      }
    case .articleSpeakers(let index):
      try speakerRows(ofArticle(index), "speakers", "heading.cues", number) {
        views.speakers(in: index, $0)
      }
    case .sourceLabelled(let index):
      try labelUseRows(ofSource(index), "labelled", "source.labelled", counted: "entities", number)
      {
        views.labelled(by: index, $0, extent: $1)
      }
    case .entityLabellers(let index):
      try labelUseRows(ofEntity(index), "labellers", "source.labellers", counted: "outlets", number)
      {
        views.labellers(of: index, $0, extent: $1)
      }
    case .articleDiffering(let index): try differingRows(ofArticle: index, number)
    case .articleAttributions(let index):
      try attributionRows(
        ofArticle(index), "attributions", "heading.attributions",
        Array(evidence.articles[index].attributions), number)
    case .articleEvents(let index):
      try eventRows(
        ofArticle(index), "events", "heading.events", evidence.articles[index].events, of: list,
        number)
    case .articleEntities(let index):
      try entityRows(
        ofArticle(index), "entities", "heading.entities",
        evidence.articles[index].entities.map(\.entity), number)
    case .articleTimes(let index): try timeRows(ofArticle: index, number)
    case .articleLabels(let index): try labelRows(ofArticle: index, number)
    }
  }

  /// Whose list it is.
  private struct Parent {
    let route: Route
    let link: LinkView
  }

  private func ofEntity(_ index: Int) -> Parent {
    let link = views.entity(index)
    return Parent(
      route: routes.entity(evidence.entities[index].id),
      link: LinkView(path: link.path, name: link.name))
  }

  private func ofSource(_ index: Int) -> Parent {
    let link = views.source(index)
    return Parent(
      route: routes.source(evidence.entities[index].id),
      link: LinkView(path: link.path, name: link.name))
  }

  private func ofTag(_ index: Int) -> Parent {
    Parent(route: routes.tag(evidence.tags[index].slug), link: views.tag(index))
  }

  private func ofEvent(_ index: Int) -> Parent {
    Parent(route: routes.event(evidence.events[index].id), link: views.eventLink(index))
  }

  private func ofArticle(_ index: Int) -> Parent {
    let link = views.article(index)
    return Parent(
      route: routes.article(corpus.articles[index].id),
      link: LinkView(path: link.path, name: link.title))
  }

  private func attributionRows(
    _ parent: Parent, _ name: String, _ heading: String, _ attributions: [Int], _ number: Int
  ) throws -> SiteFile {
    let pager = Pager(rows: attributions.count, page: number)
    let route = parent.route.sub(name)
    return try page(
      "attributions", route.page(number), title: title(heading, parent),
      AttributionsPage(
        heading: strings[heading], parent: parent.link,
        extent: extent(of: route, "attributions", attributions.count, page: number),
        attributions: views.rows.html(.attribution, attributions[pager.range]),
        pager: pager.view(route, strings), csv: nil, json: nil))
  }

  private func entityRows(
    _ parent: Parent, _ name: String, _ heading: String, _ entities: [Int], _ number: Int
  ) throws -> SiteFile {
    let pager = Pager(rows: entities.count, page: number)
    let route = parent.route.sub(name)
    return try page(
      "entities", route.page(number), title: title(heading, parent),
      EntitiesPage(
        heading: strings[heading], parent: parent.link, listName: route.name,
        entities: entities[pager.range].map(views.entityRow), pager: pager.view(route, strings)))
  }

  /// Of a list that has pages of its own, on one of them: the first tells how many there are in all.
  func extent(of list: Route, _ counted: String, _ total: Int, page: Int) -> Extent {
    Extent(
      name: list.name, total: total, totalText: strings.count(counted, total), morePath: nil,
      tellsTotal: page == 1)
  }

  private func title(_ heading: String, _ parent: Parent) -> String {
    "\(strings[heading]) · \(parent.link.name.text)"
  }

  /// - Parameter fill: puts the rows of the given range into the page.
  private func rowsPage(
    _ parent: Parent, _ name: String, _ heading: String, counted: String, _ total: Int,
    _ number: Int, fill: (inout RowsPage, Range<Int>, Extent) -> Void
  ) throws -> SiteFile {
    let pager = Pager(rows: total, page: number)
    let route = parent.route.sub(name)
    let extent = extent(of: route, counted, total, page: number)
    var model = RowsPage(heading: strings[heading], parent: parent.link, extent: extent)
    model.pager = pager.view(route, strings)
    fill(&model, pager.range, extent)
    return try page("rows", route.page(number), title: title(heading, parent), model)
  }

  private func eventRows(
    _ parent: Parent, _ name: String, _ heading: String, _ events: [Int], of list: PageJob.List,
    _ number: Int
  ) throws -> SiteFile {
    try rowsPage(parent, name, heading, counted: "events", events.count, number) {
      $0.events = RowList(rows: views.events(events, $1, of: list), extent: $2)
      $0.calendar = views.calendar(events, of: list, on: parent.route.sub(name), days: $1)
    }
  }

  private func articleRows(_ parent: Parent, _ articles: [Int], _ number: Int) throws -> SiteFile {
    try rowsPage(
      parent, "articles", "heading.articles", counted: "articles", articles.count, number
    ) {
      $0.articles = RowList(
        rows: views.rows.html(.article, articles[$1]), extent: $2)
    }
  }

  private func mentionRows(ofEntity index: Int, _ number: Int) throws -> SiteFile {
    let mentions = evidence.entities[index].mentions
    return try rowsPage(
      ofEntity(index), "mentions", "heading.mentions", counted: "mentions", mentions.count, number
    ) {
      $0.mentions = MentionList(rows: mentions[$1].map(views.mention), extent: $2)
    }
  }

  private func differingRows(ofArticle index: Int, _ number: Int) throws -> SiteFile {
    let start = (number - 1) * Limits.rows
    let whole = views.differingMentions(start..<start + Limits.rows, in: index) {
      Extent(name: "differing", total: $0, totalText: "", morePath: nil)
    }
    return try rowsPage(
      ofArticle(index), "differing", "heading.differing", counted: "mentions", whole.extent.total,
      number
    ) {
      $0.mentions = MentionList(rows: whole.rows, extent: $2)
    }
  }

  private func labelRows(ofEntity index: Int, _ number: Int) throws -> SiteFile {
    let labels = evidence.entities[index].labels
    return try rowsPage(
      ofEntity(index), "labels", "heading.labels", counted: "labels", labels.count, number
    ) {
      $0.labels = LabelList(rows: labels[$1].map(views.label), extent: $2)
    }
  }

  private func labelRows(ofArticle index: Int, _ number: Int) throws -> SiteFile {
    let labels = views.labels(in: index)
    return try rowsPage(
      ofArticle(index), "labels", "heading.labels", counted: "labels", labels.count, number
    ) {
      $0.labels = LabelList(rows: Array(labels[$1]), extent: $2)
    }
  }

  private func speakerRows(
    _ parent: Parent, _ name: String, _ heading: String, _ number: Int,
    list: (Range<Int>) -> SpeakerList
  ) throws -> SiteFile {
    let start = (number - 1) * Limits.rows
    let whole = list(start..<start + Limits.rows)
    return try rowsPage(parent, name, heading, counted: name, whole.extent.total, number) {
      $0.speakers = SpeakerList(rows: whole.rows, extent: $2, note: whole.note)
    }
  }

  private func labelUseRows(
    _ parent: Parent, _ name: String, _ heading: String, counted: String, _ number: Int,
    list: (Range<Int>, (Int) -> Extent) -> LabelUseList
  ) throws -> SiteFile {
    let start = (number - 1) * Limits.rows
    let whole = list(start..<start + Limits.rows) {
      Extent(name: name, total: $0, totalText: "", morePath: nil)
    }
    return try rowsPage(parent, name, heading, counted: counted, whole.extent.total, number) {
      $0.labelUses = LabelUseList(rows: whole.rows, extent: $2)
    }
  }

  private func timeRows(ofArticle index: Int, _ number: Int) throws -> SiteFile {
    let times = views.times(index)
    return try rowsPage(
      ofArticle(index), "times", "heading.times", counted: "expressions", times.count, number
    ) {
      $0.times = TimeList(rows: Array(times[$1]), extent: $2)
    }
  }

  private func reportRows(ofEvent index: Int, _ number: Int) throws -> SiteFile {
    let reports = evidence.events[index].reports
    return try rowsPage(
      ofEvent(index), "reports", "heading.reports", counted: "reports", reports.count, number
    ) { page, range, extent in
      page.reports = views.reports(range, of: index)
      page.reportsExtent = extent
    }
  }
}
