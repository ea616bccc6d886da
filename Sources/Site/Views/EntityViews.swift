import Corpus
import Evidence

extension Views {
  func entityPage(_ index: Int, companions: [(entity: Int, articles: Int)], on page: Route)
    -> EntityPage
  {
    let entity = evidence.entities[index]
    let route = routes.entity(entity.id)
    let link = self.entity(index)
    let brief = authoredBrief(entity.id, .entity, on: page)
    let note = note(entity.card.map { corpus.entityCards[$0].note }, on: page)
    return EntityPage(
      name: link.name, typeWord: strings.word("type", for: link.type),
      kind: entity.kind.best.map { strings.word("kind", for: $0) },
      names: distinctNames(entity),
      aliases: entity.aliases.values.map(\.value),
      wikidata: entity.wikidata.best,
      location: entity.location.best.map { .init(lat: String($0.lat), lon: String($0.lon)) },
      reliability: entity.reliability.best.map { reliability($0) },
      memberOf: entity.memberOf.map { self.entity($0) },
      members: entity.members.prefix(Limits.rows).map { self.entity($0) },
      membersExtent: extent(
        "entities", entity.members.count, Limits.rows, route.sub("members")),
      sourcePath: entity.isSource ? routes.source(entity.id).href : nil,
      noteHTML: note.html, hasNote: !note.isEmpty, noteLang: note.lang, noteDir: note.dir,
      briefHTML: brief.html,
      briefFile: brief.isEmpty ? nil : route.file("brief.md").href,
      figures: figures(of: entity),
      events: eventList(
        entity.events, of: .entityEvents(index), more: route.sub("events")),
      calendar: calendar(entity.events, of: .entityEvents(index), around: route),
      said: list(.attribution, entity.said, more: route.sub("said")),
      saidAbout: list(
        .attribution, entity.saidAbout, more: route.sub("said-about")),
      relayed: list(.attribution, entity.relayed, more: route.sub("relayed")),
      outlets: outlets(of: index, 0..<Limits.shown),
      labellers: labellers(of: index, 0..<Limits.shown) {
        extent("outlets", $0, Limits.shown, route.sub("labellers"))
      },
      labels: LabelList(
        rows: entity.labels.prefix(Limits.shown).map(label),
        extent: extent("labels", entity.labels.count, Limits.shown, route.sub("labels"))),
      activity: activity(of: entity), company: company(companions),
      companions: companions.map { counted($0.entity, $0.articles) },
      mentions: MentionList(
        rows: entity.mentions.prefix(Limits.shown).map(mention),
        extent: extent("mentions", entity.mentions.count, Limits.shown, route.sub("mentions"))),
      articles: list(.article, entity.articles, more: route.sub("articles")),
      disagreements: disagreements(about: entity), feed: route.file("feed.xml").href)
  }

  /// A name that is written alike in several languages stands once.
  private func distinctNames(_ entity: Entity) -> [TextView] {
    var seen: Set<String> = []
    return entity.names.values.filter { seen.insert($0.value.text).inserted }.map { text($0.value) }
  }

  func reliability(_ code: Character) -> String {
    "\(code): \(strings.word("reliability", for: String(code)))"
  }

  private func figures(of entity: Entity) -> [FigureView] {
    [
      figure("articles", entity.articles.count), figure("mentions", entity.mentions.count),
      figure("said", entity.said.count),
      figure("saidAbout", entity.saidAbout.count, of: "said-about"),
      figure("relayed", entity.relayed.count), figure("events", entity.events.count),
    ]
  }

  /// - Parameters:
  ///   - list: its name, where it is another than the figure's.
  ///   - path: the page that the list is on, where it is another.
  func figure(_ name: String, _ number: Int, of list: String? = nil, path: String? = nil)
    -> FigureView
  {
    FigureView(
      name: strings["figure.\(name)"], count: digits(number, of: list ?? name, on: path),
      path: path)
  }

  /// A number alone, of the rows of a list.
  func digits(_ number: Int, of list: String, on path: String?) -> CountView {
    CountView(number: number, text: strings.digits(number), listPath: path, listName: list)
  }

  /// A number with the noun of what is counted.
  func count(_ noun: String, _ number: Int, of list: String, on path: String?) -> CountView {
    CountView(number: number, text: strings.count(noun, number), listPath: path, listName: list)
  }

  /// The first rows of a list on a page of several lists.
  func list(
    _ kind: RowStore.Kind, _ indices: [Int], more: Route, limit: Int = Limits.shown
  ) -> RowList {
    RowList(
      rows: rows.html(kind, indices.prefix(limit)),
      extent: extent(kind.counted, indices.count, limit, more))
  }

  func entityRow(_ index: Int) -> EntityRow {
    let entity = evidence.entities[index]
    let link = self.entity(index)
    return EntityRow(
      entity: link, typeWord: strings.word("type", for: link.type),
      kind: entity.kind.best.map { strings.word("kind", for: $0) },
      otherNames: entity.names.values.map { text($0.value) }.filter { $0.text != link.name.text },
      articles: digits(entity.articles.count, of: "articles", on: link.path),
      mentions: digits(entity.mentions.count, of: "mentions", on: link.path),
      said: digits(entity.said.count, of: "said", on: link.path),
      saidAbout: digits(entity.saidAbout.count, of: "said-about", on: link.path))
  }

  /// The brief that somebody wrote, in the interface's language where there is one.
  func authoredBrief(_ id: String, _ kind: Brief.Kind, on page: Route) -> Prose {
    guard let brief = brief(id, kind) else { return .none }
    return prose(brief.body.source, lang: brief.lang ?? corpus.site.languages.first, on: page)
  }

  func brief(_ id: String, _ kind: Brief.Kind) -> Brief? {
    let briefs = briefs[BriefKey(kind: kind, id: id)] ?? []
    for lang in languages {
      if let brief = briefs.first(where: { ($0.lang ?? corpus.site.languages.first) == lang }) {
        return brief
      }
    }
    return briefs.first
  }
}

/// What an authored brief is of.
struct BriefKey: Hashable {
  let kind: Brief.Kind
  let id: String
}
