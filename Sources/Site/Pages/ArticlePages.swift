import Corpus
import Evidence
import Markdown
import Mustache

extension PageMaker {
  func article(_ index: Int) throws -> [SiteFile] {
    let article = corpus.articles[index]
    let route = routes.article(article.id)
    let brief = try brief(of: index, on: route)
    let model = try articlePage(index, brief, route)
    return [
      try page(
        "article", route, title: article.title, description: views.description(ofArticle: index),
        current: .articles, kind: .article, citation: citation(ofArticle: index, route),
        data: { $0.articlePage(index, route) }, model),
      SiteFile(path: route.file("brief.md").path, bytes: Array(brief.prose.source.utf8)),
    ] + (language == 0 ? annotationFiles(of: index, route) : [])
  }

  /// The annotations, and the text that they count in: the same for all languages of the interface.
  private func annotationFiles(of index: Int, _ route: Route) -> [SiteFile] {
    let base = site.options.baseURL
    var annotations = WebAnnotations(
      of: index, views: views, nodes: linkedNodes, isServed: base != nil)
    annotations.document(
      base: base.map { $0 + route.canonical }, generator: site.options.generator)
    return [
      SiteFile(path: route.file(WebAnnotations.file).path, bytes: annotations.finish()),
      SiteFile(
        path: route.file(WebAnnotations.textFile).path,
        bytes: Array(corpus.articles[index].body.text.utf8)),
    ]
  }

  private func articlePage(
    _ index: Int, _ brief: (prose: Prose, isComposed: Bool), _ route: Route
  ) throws -> ArticlePage {
    let article = corpus.articles[index]
    let link = views.article(index)
    let evidence = evidence.articles[index]
    let apparatus = Apparatus(of: index, in: self.evidence)
    let annotations = Annotations(of: index, apparatus, views: views)
    let attributions = Array(evidence.attributions)
    let events = views.events(in: index)
    let times = views.times(index)
    let labels = views.labels(in: index)
    let first = (site.languages.first?.routes ?? routes).article(article.id)
    return ArticlePage(
      title: link.title, titleHTML: titleHTML(article, annotations.title, root: route.root),
      publisher: link.publisher, published: link.published, authors: article.authors,
      credit: article.credit.compactMap(self.evidence.entity(id:)).map(views.entity),
      url: article.url, retrieved: article.retrieved.map(views.dates.view),
      license: article.license, tags: article.tags.compactMap(self.evidence.tag).map(views.tag),
      translationOf: article.translationOf.flatMap(self.evidence.article(id:)).map(views.article),
      translations: (site.translations[index] ?? []).map(views.article),
      briefHTML: brief.prose.html, briefLang: brief.prose.lang, briefDir: brief.prose.dir,
      briefIsComposed: brief.isComposed, briefFile: route.file("brief.md").href,
      textHTML: textHTML(
        article, annotations.text, asides: try asides(of: index, apparatus), on: route),
      textLang: article.lang,
      textDir: views.dir(of: article.lang), originators: views.originators(in: index),
      summary: views.summary(of: index),
      attributions: AttributionList(
        rows: rows(apparatus, upTo: evidence.attributions.lowerBound + Limits.rows),
        extent: views.extent(
          "attributions", attributions.count, Limits.rows, route.sub("attributions"))),
      speakers: views.speakers(in: index, 0..<Limits.rows),
      events: ArticleEventList(
        rows: Array(events.prefix(Limits.rows)),
        extent: views.extent("events", evidence.events.count, Limits.rows, route.sub("events"))),
      times: TimeList(
        rows: Array(times.prefix(Limits.rows)),
        extent: views.extent("expressions", times.count, Limits.rows, route.sub("times"))),
      labels: LabelList(
        rows: Array(labels.prefix(Limits.rows)),
        extent: views.extent("labels", labels.count, Limits.rows, route.sub("labels"))),
      entities: evidence.entities.prefix(Limits.rows).map {
        views.counted($0.entity, $0.mentions)
      },
      entitiesExtent: views.extent(
        "entities", evidence.entities.count, Limits.rows, route.sub("entities")),
      analyses: views.analyses(of: index),
      differences: views.differingMentions(0..<Limits.rows, in: index) {
        views.extent("mentions", $0, Limits.rows, route.sub("differing"))
      },
      annotationsFile: first.file(WebAnnotations.file).href,
      textFile: first.file(WebAnnotations.textFile).href)
  }

  /// The article's own rows, with the numbers and colours of its text.
  ///
  /// - Parameter limit: the attribution whose row has no room any more.
  private func rows(_ apparatus: Apparatus, upTo limit: Int) -> [OwnAttributionRow] {
    apparatus.entries.filter { $0.attribution < limit }.map { entry in
      let attribution = evidence.attributions[entry.attribution]
      let id = corpus.analyses[attribution.analysis].attributions[attribution.record].id
      let fragments = views.fragments(
        analysis: attribution.analysis, article: attribution.article)
      return OwnAttributionRow(
        rowID: fragments.attribution(id), noteID: fragments.note(id),
        number: strings.digits(entry.number), color: entry.color,
        cells: views.rows.cells(ofAttribution: entry.attribution))
    }
  }

  private func titleHTML(
    _ article: Article, _ annotations: [Annotation], root: String
  ) -> HTML {
    let whole = Int32(clamping: article.title.utf8.count)
    let text = ReadingText(text: article.title, pieces: [.text(0..<whole)])
    return HTML(AnnotatedText(text, annotations, root: root) { _ in nil }.html())
  }

  /// The notes beside the text, by the piece of it that they follow.
  private func asides(of index: Int, _ apparatus: Apparatus) throws -> [Int: [UInt8]] {
    try views.notes(of: index, apparatus).mapValues { try render("notes", $0) }
  }

  private func textHTML(
    _ article: Article, _ annotations: [Annotation], asides: [Int: [UInt8]], on page: Route
  ) -> HTML {
    let drawing = AnnotatedText(
      article.body, annotations, root: page.root, asides: asides
    ) { [views] destination in
      guard let reference = Markdown.reference(of: destination) else { return destination }
      return views.target(of: reference.scheme, reference.id).map { page.link(to: $0.path) }
    }
    return HTML(drawing.html())
  }

  /// The brief that somebody wrote, else one composed from the analysis.
  func brief(of index: Int, on page: Route) throws -> (prose: Prose, isComposed: Bool) {
    let authored = views.authoredBrief(corpus.articles[index].id, .article, on: page)
    if !authored.isEmpty { return (authored, false) }
    let source = try composedBrief(briefModel(index))
    return (views.prose(source, lang: strings.lang, on: page), true)
  }

  /// The beginning of an article's brief, without its markup.
  private func excerpt(_ index: Int) -> TextView? {
    guard let brief = views.brief(corpus.articles[index].id, .article) else { return nil }
    let text = Markdown.excerpt(brief.body.source, limit: Self.excerptLength)
    return views.text(text, lang: brief.lang ?? corpus.site.languages.first ?? "")
  }

  /// In code points.
  private static var excerptLength: Int { 220 }

  func summary(_ index: Int) -> ArticleSummary {
    let excerpt = excerpt(index) ?? views.summary(of: index).map(views.word)
    return views.articleSummary(index, excerpt: excerpt)
  }

  func articles(_ number: Int) throws -> SiteFile {
    let pager = Pager(rows: evidence.newest.count, page: number)
    let heading = strings["heading.articles"]
    return try page(
      "articles", routes.articles.page(number), title: heading, current: .articles,
      ArticlesPage(
        heading: heading, articles: evidence.newest[pager.range].map(summary),
        pager: pager.view(routes.articles, strings),
        tagsPath: evidence.tags.isEmpty ? nil : routes.tags.href))
  }

  /// What a brief says of an article: its originators, its quotations, its events, the first of each.
  private func briefModel(_ index: Int) -> BriefModel {
    let article = evidence.articles[index]
    let attributions = evidence.attributions[article.attributions]
    let quoted = attributions.filter { evidence.directness(of: $0) != .indirect }
    return BriefModel(
      summary: views.summary(of: index), originators: briefOriginators(attributions),
      quotes: quoted.prefix(Self.briefRows).map { attribution in
        let cue = evidence.cue(of: attribution)
        return BriefModel.Quote(
          quote: views.quote(attribution).text,
          speakerID: attribution.originator.map { evidence.entities[$0].id },
          cue: cue.map { views.cue($0, of: attribution, path: "").words.text })
      },
      events: article.events.prefix(Self.briefRows).map { event in
        BriefModel.Event(
          id: evidence.events[event].id, date: views.event(event).date?.text)
      })
  }

  private static var briefRows: Int { 3 }

  private func briefOriginators(_ attributions: ArraySlice<Attribution>) -> [BriefModel.Originator]
  {
    func references(_ links: [Int]) -> [BriefModel.Reference] {
      links.map { BriefModel.Reference(id: evidence.entities[$0].id) }
    }
    return views.originations(attributions).prefix(Self.briefRows * 2).map { row in
      BriefModel.Originator(
        entityID: row.originator.map { evidence.entities[$0].id },
        countText: strings.count("attributions", row.count), voices: references(row.voices),
        carriers: references(row.carriers))
    }
  }
}
