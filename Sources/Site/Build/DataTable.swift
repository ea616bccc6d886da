import Corpus
import Evidence

/// The tables under `data/`, as CSV (RFC 4180) and JSON with the same rows and columns.
enum DataTable: String, Sendable, CaseIterable {
  case attributions, articles, entities, events, claims

  /// Hands over one file after the other where both would take much memory: the second is not made before
  /// the first is taken. Else each row is made once for both.
  func forEachFile(_ views: Views, _ put: (SiteFile) throws -> Void) rethrows {
    let count = count(views.evidence)
    let (csv, json) = ("data/\(rawValue).csv", "data/\(rawValue).json")
    if count > Self.many {
      try put(SiteFile(path: csv, bytes: write(CSVWriter(columns), count, views).finish()))
      var writer = write(JSONTableWriter(columns), count, views)
      try put(SiteFile(path: json, bytes: writer.finish()))
    } else {
      var both = write(BothWriters(CSVWriter(columns), JSONTableWriter(columns)), count, views)
      try put(SiteFile(path: csv, bytes: both.csv.finish()))
      try put(SiteFile(path: json, bytes: both.json.finish()))
    }
  }

  private func write<Writer: TableWriter>(
    _ empty: Writer, _ count: Int, _ views: Views
  ) -> Writer {
    var writer = empty
    for index in 0..<count {
      writer.add(row(index, views))
      // To grow means to be there twice for a while: the first rows tell about how long it will be.
      if index + 1 == Self.told, count > Self.told { writer.reserve(for: count, after: Self.told) }
    }
    return writer
  }

  private static var told: Int { 1_000 }

  /// From so many rows on the files of a table are not made at the same time.
  private static var many: Int { 100_000 }

  private var columns: [String] {
    switch self {
    case .attributions:
      [
        "article", "id", "originator", "chain", "media", "dates", "outlet", "broken", "cue",
        "stance", "directness", "polarity", "content", "paraphrase", "about", "claim", "certainty",
        "credibility", "path",
      ]
    case .articles: ["id", "title", "lang", "publisher", "published", "attributions", "path"]
    case .entities:
      [
        "id", "name", "type", "kind", "body", "wikidata", "articles", "mentions", "said",
        "saidAbout", "path",
      ]
    case .events:
      ["id", "title", "type", "date", "place", "participants", "status", "articles", "path"]
    case .claims: ["id", "title", "origins", "attributions", "circles", "earliest", "path"]
    }
  }

  private func count(_ evidence: Evidence) -> Int {
    switch self {
    case .attributions: evidence.attributions.count
    case .articles: evidence.articles.count
    case .entities: evidence.entities.count
    case .events: evidence.events.count
    case .claims: evidence.claims.count
    }
  }

  private func row(_ index: Int, _ views: Views) -> [String] {
    switch self {
    case .attributions: Self.attribution(index, views)
    case .articles: Self.article(index, views)
    case .entities: Self.entity(index, views)
    case .events: Self.event(index, views)
    case .claims: Self.claim(index, views)
    }
  }

  private static func attribution(_ index: Int, _ views: Views) -> [String] {
    let attribution = views.evidence.attributions[index]
    let record = views.evidence.record(attribution)
    let cue = record.cue.map { views.cue($0, of: attribution, path: "").words.text }
    func id(_ entity: Int?) -> String { entity.map { views.evidence.entities[$0].id } ?? "" }
    let about =
      attribution.aboutEntities.map { views.evidence.entities[$0].id }
      + attribution.aboutEvents.map { views.evidence.events[$0].id }
    return [
      views.corpus.articles[attribution.article].id, record.id, id(attribution.originator),
      attribution.sources.map { $0 == nil ? "?" : id($0) }.joined(separator: " > "),
      record.chain.map { $0.medium ?? "" }.joined(separator: " > "),
      record.chain.map { $0.date?.text ?? "" }.joined(separator: " > "), id(attribution.outlet),
      attribution.breaks.kinds.map(\.rawValue).joined(separator: " "),
      cue ?? "", record.cue?.stance.rawValue ?? "", record.directness.rawValue,
      record.isNegative ? "negative" : "", views.quote(attribution).text,
      record.paraphrase.best(for: views.languages)?.text ?? "", about.joined(separator: " "),
      record.claim ?? "", record.certainty?.rawValue ?? "",
      record.credibility.map(String.init) ?? "", views.attributionPath(index),
    ]
  }

  private static func article(_ index: Int, _ views: Views) -> [String] {
    // Field by field: an article has many, and to hold all of it counts a reference to each.
    let articles = views.corpus.articles
    return [
      articles[index].id, articles[index].title, articles[index].lang,
      views.evidence.articles[index].publisher.map { views.evidence.entities[$0].id } ?? "",
      articles[index].published?.text ?? "",
      String(views.evidence.articles[index].attributions.count), views.articlePath(index),
    ]
  }

  private static func entity(_ index: Int, _ views: Views) -> [String] {
    let entity = views.evidence.entities[index]
    let link = views.entity(index)
    return [
      entity.id, link.name.text, link.type, entity.kind.best ?? "",
      views.evidence.entities[views.evidence.bodies[index]].id, entity.wikidata.best ?? "",
      String(entity.articles.count), String(entity.mentions.count), String(entity.said.count),
      String(entity.saidAbout.count), link.path,
    ]
  }

  private static func event(_ index: Int, _ views: Views) -> [String] {
    let event = views.evidence.events[index]
    let row = views.event(index)
    let entities = views.evidence.entities
    return [
      event.id, row.title.text, event.type.best ?? "", event.date.best?.text ?? "",
      event.place.best.map { entities[$0].id } ?? "",
      event.participants.values.map { entities[$0.value.entity].id }.joined(separator: " "),
      event.status.best?.rawValue ?? "", String(event.articles.count), row.path,
    ]
  }

  private static func claim(_ index: Int, _ views: Views) -> [String] {
    let claim = views.evidence.claims[index]
    let entities = views.evidence.entities
    let link = views.claim(index)
    return [
      claim.id, link.title.text, String(claim.origins.count), String(claim.attributions.count),
      claim.circles.map { $0.bodies.map { entities[$0].id }.joined(separator: " ") }
        .joined(separator: " | "),
      // An article without a date may be earlier than any.
      (claim.earliest.candidates + claim.earliest.undated).map { views.corpus.articles[$0].id }
        .joined(separator: " "), link.path,
    ]
  }
}
