import Evidence

extension Views {
  func sourcePage(_ index: Int) -> SourcePage {
    let entity = evidence.entities[index]
    let link = self.entity(index)
    let route = routes.source(entity.id)
    let entityRoute = routes.entity(entity.id)
    let speakers = speakers(ofOutlet: index, 0..<Limits.shown)
    let outlets = outlets(of: index, 0..<Limits.shown)
    return SourcePage(
      entity: link, typeWord: strings.word("type", for: link.type),
      kind: entity.kind.best.map { strings.word("kind", for: $0) },
      reliability: entity.reliability.best.map { reliability($0) },
      figures: [
        figure("originated", entity.said.count, of: "said"),
        figure("carried", entity.relayed.count, of: "relayed"),
        figure("published", entity.published.count),
        figure("publications", entity.publications.count, of: "articles"),
      ],
      speakers: speakers, outlets: outlets,
      labelled: labelled(by: index, 0..<Limits.shown) {
        extent("entities", $0, Limits.shown, route.sub("labelled"))
      },
      speakersPicture: strip(speakers.rows, title: "speakers", of: speakers.extent.total),
      outletsPicture: strip(outlets.rows, title: "outlets", of: outlets.extent.total),
      carriedFor: tally(
        entity.relayed.map { evidence.attributions[$0].originator },
        all: allPath(entity.relayed, "relayed", entityRoute)),
      carriedBy: tally(
        entity.said.flatMap { evidence.carriers(of: evidence.attributions[$0]) },
        all: allPath(entity.said, "said", entityRoute)),
      circles: circles(of: index), breaks: breakCounts(of: entity),
      said: list(.attribution, entity.said, more: entityRoute.sub("said")),
      relayed: list(
        .attribution, entity.relayed, more: entityRoute.sub("relayed")),
      published: list(.attribution, entity.published, more: route.sub("published")),
      articles: list(.article, entity.publications, more: route.sub("articles")),
      events: eventList(
        entity.reported, of: .sourceEvents(index), more: route.sub("events")),
      calendar: calendar(entity.reported, of: .sourceEvents(index), around: route))
  }

  /// Whom an outlet lets speak.
  func speakers(ofOutlet index: Int, _ range: Range<Int>) -> SpeakerList {
    let entity = evidence.entities[index]
    let route = routes.source(entity.id)
    return speakers(
      .outlet(index), entity.published, range, of: .sourceSpeakers(index),
      extent: { extent("speakers", $0, Limits.shown, route.sub("speakers")) },
      all: allPath(entity.published, "published", route))
  }

  /// In whose pages somebody speaks.
  func outlets(of index: Int, _ range: Range<Int>) -> SpeakerList {
    let entity = evidence.entities[index]
    let route = routes.entity(entity.id)
    return speakers(
      .speaker(index), entity.said, range, of: .entityOutlets(index),
      extent: { extent("outlets", $0, Limits.shown, route.sub("outlets")) },
      all: allPath(entity.said, "said", route))
  }

  /// Where the whole of a list is: on its own pages, else in its section.
  private func allPath(_ list: [Int], _ name: String, _ route: Route) -> String {
    list.count > Limits.shown ? route.sub(name).href : "\(route.href)#\(name)"
  }

  func sourceRow(_ index: Int) -> SourceRow {
    let entity = evidence.entities[index]
    let link = source(index)
    return SourceRow(
      source: link, kind: entity.kind.best.map { strings.word("kind", for: $0) },
      originated: digits(entity.said.count, of: "said", on: link.path),
      carried: digits(entity.relayed.count, of: "relayed", on: link.path),
      published: digits(entity.publications.count, of: "articles", on: link.path),
      broken: brokenCount(of: index))
  }

  /// How often each is there, most first.
  ///
  /// - Parameter all: where the rows are that they are counted in.
  private func tally(_ entities: some Sequence<Int?>, all: String) -> CountedEntities {
    var counts: [Int: Int] = [:]
    for case .some(let entity) in entities { counts[entity, default: 0] += 1 }
    let ordered = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let unsaid = ordered.count - Limits.shown
    return CountedEntities(
      rows: ordered.prefix(Limits.shown).map { counted($0.key, $0.value) },
      unsaidText: unsaid > 0 ? strings.count("unsaid", unsaid) : nil, allPath: all)
  }
}
