import Corpus
import Evidence

/// The tables under `data/`, as CSV (RFC 4180) and JSON with the same rows and columns.
enum DataTable: String, Sendable, CaseIterable {
  case attributions, articles, entities, events, claims

  func files(_ views: Views) -> [SiteFile] {
    var csv = CSVWriter(columns)
    var json = JSONTableWriter(columns)
    for index in 0..<count(views.evidence) {
      let row = row(index, views)
      csv.add(row)
      json.add(row)
    }
    return [
      SiteFile(path: "data/\(rawValue).csv", bytes: csv.finish()),
      SiteFile(path: "data/\(rawValue).json", bytes: json.finish()),
    ]
  }

  private var columns: [String] {
    switch self {
    case .attributions:
      [
        "article", "id", "originator", "chain", "media", "outlet", "cue", "stance", "directness",
        "polarity", "content", "paraphrase", "about", "claim", "certainty", "credibility", "path",
      ]
    case .articles: ["id", "title", "lang", "publisher", "published", "attributions", "path"]
    case .entities:
      [
        "id", "name", "type", "kind", "wikidata", "articles", "mentions", "said", "saidAbout",
        "path",
      ]
    case .events:
      ["id", "title", "type", "date", "place", "participants", "status", "articles", "path"]
    case .claims: ["id", "title", "origins", "attributions", "path"]
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
    let evidence = views.evidence
    let attribution = evidence.attributions[index]
    let record = evidence.record(attribution)
    let cue = record.cue.map { views.cue($0, of: attribution, path: "").words.text }
    func id(_ entity: Int?) -> String { entity.map { evidence.entities[$0].id } ?? "" }
    let about =
      attribution.aboutEntities.map { evidence.entities[$0].id }
      + attribution.aboutEvents.map { evidence.events[$0].id }
    return [
      evidence.article(attribution).id, record.id, id(attribution.originator),
      attribution.sources.map { $0 == nil ? "?" : id($0) }.joined(separator: " > "),
      record.chain.map { $0.medium ?? "" }.joined(separator: " > "), id(attribution.outlet),
      cue ?? "", record.cue?.stance.rawValue ?? "", record.directness.rawValue,
      record.isNegative ? "negative" : "", views.quote(attribution).text,
      record.paraphrase.best(for: views.languages)?.text ?? "", about.joined(separator: " "),
      record.claim ?? "", record.certainty?.rawValue ?? "",
      record.credibility.map(String.init) ?? "", views.attributionPath(index),
    ]
  }

  private static func article(_ index: Int, _ views: Views) -> [String] {
    let article = views.corpus.articles[index]
    return [
      article.id, article.title, article.lang, article.publisher ?? "",
      article.published?.text ?? "",
      String(views.evidence.articles[index].attributions.count), views.article(index).path,
    ]
  }

  private static func entity(_ index: Int, _ views: Views) -> [String] {
    let entity = views.evidence.entities[index]
    let link = views.entity(index)
    return [
      entity.id, link.name.text, link.type, entity.kind.best ?? "", entity.wikidata.best ?? "",
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
    let link = views.claim(index)
    return [
      claim.id, link.title.text, String(claim.origins.count), String(claim.attributions.count),
      link.path,
    ]
  }
}

/// CSV as RFC 4180 has it: fields that need it are quoted, lines end in CR LF.
struct CSVWriter {
  private var bytes: [UInt8] = []

  init(_ columns: [String]) {
    add(columns)
  }

  mutating func add(_ row: [String]) {
    for (position, field) in row.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field)
    }
    bytes += [0x0D, 0x0A]
  }

  func finish() -> [UInt8] { bytes }

  /// A field that a spreadsheet would run as a formula is kept from it by an apostrophe.
  private mutating func append(_ field: String) {
    let isFormula = field.utf8.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
    let quote = UInt8(ascii: "\"")
    let needsQuotes =
      isFormula || field.utf8.contains { [quote, UInt8(ascii: ","), 0x0A, 0x0D].contains($0) }
    guard needsQuotes else { return bytes.append(contentsOf: field.utf8) }
    bytes.append(quote)
    if isFormula { bytes.append(UInt8(ascii: "'")) }
    for byte in field.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }
}

/// A JSON array with one object for each row; every value is a string.
struct JSONTableWriter {
  private let columns: [String]
  private var bytes: [UInt8] = [UInt8(ascii: "[")]

  init(_ columns: [String]) {
    self.columns = columns
  }

  mutating func add(_ row: [String]) {
    bytes.append(contentsOf: (bytes.count > 1 ? ",\n{" : "\n{").utf8)
    for (position, (column, field)) in zip(columns, row).enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      append(column)
      bytes.append(UInt8(ascii: ":"))
      append(field)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func finish() -> [UInt8] {
    bytes.append(contentsOf: "\n]\n".utf8)
    return bytes
  }

  private mutating func append(_ text: String) {
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in text.utf8 {
      switch byte {
      case quote, UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20:
        let hex = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: "\\u00".utf8)
        bytes += [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(quote)
  }
}
