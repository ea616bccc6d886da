import Corpus
import Evidence

/// The pages of entities, sources, events and claims, and the first page.
extension LinkedData {
  mutating func home(_ title: String, description: String?, cutoff: EDTF?) {
    begin("WebSite", id: identifiers.page(views.routes.home))
    json.add("name", title)
    json.add("description", description)
    json.add("inLanguage", views.strings.lang)
    if let cutoff, let date = views.dates.view(cutoff).machine {
      json.add("temporalCoverage", "../\(date)")
    }
    if let license = views.corpus.site.license {
      json.beginObject("license")
      json.add("@type", "CreativeWork")
      json.add("name", license)
      json.end()
    }
  }

  mutating func entityPage(_ index: Int, _ route: Route) {
    let entity = views.evidence.entities[index]
    let name = views.entity(index).name.text
    begin(entity.schemaType, id: identifiers.entity(entity.id))
    json.add("name", name)
    var seen: Set<[UInt8]> = [Array(name.utf8)]
    let others = entity.names.values.map(\.value.text) + entity.aliases.values.map(\.value)
    json.add("alternateName", others.filter { seen.insert(Array($0.utf8)).inserted })
    if let item = entity.wikidata.best {
      json.add("sameAs", "http://www.wikidata.org/entity/\(item)")
    }
    if entity.isAgent {
      let bodies = entity.memberOf.filter { views.evidence.entities[$0].type.best == .organization }
      entities(bodies, "memberOf")
    }
    location(of: entity)
    json.add("mainEntityOfPage", identifiers.page(route))
    articles(entity.articles.prefix(Self.limit), "subjectOf")
  }

  private mutating func location(of entity: Entity) {
    guard let location = entity.location.best else { return }
    switch entity.schemaType {
    case "Place": coordinates(location)
    case "Person", "Product", "CreativeWork", "Thing": break
    default:
      json.beginObject("location")
      json.add("@type", "Place")
      coordinates(location)
      json.end()
    }
  }

  private mutating func coordinates(_ location: EntityRecord.Location) {
    json.beginObject("geo")
    json.add("@type", "GeoCoordinates")
    json.add("latitude", location.lat)
    json.add("longitude", location.lon)
    json.end()
  }

  mutating func sourcePage(_ index: Int, _ route: Route) {
    page("WebPage", route, title: views.entity(index).name.text)
    entity(index, in: "about")
  }

  mutating func eventPage(_ index: Int, _ route: Route) {
    let event = views.evidence.events[index]
    begin("Event", id: identifiers.event(event.id))
    json.add("name", views.event(index).title.text)
    dates(event.date.best)
    if let place = event.place.best, views.evidence.entities[place].schemaType == "Place" {
      entity(place, in: "location")
    }
    entities(event.participants.values.prefix(Self.limit).map(\.value.entity), "about")
    if let whole = event.partOf.best {
      add(nodes.event(whole), in: "superEvent")
    }
    json.add("mainEntityOfPage", identifiers.page(route))
    articles(event.articles.prefix(Self.limit), "subjectOf")
  }

  /// Only what is exact: schema.org has no way to say more or less.
  private mutating func dates(_ date: EDTF?) {
    guard let date else { return }
    let exact = date.exact
    json.add("startDate", exact.start)
    json.add("endDate", exact.end)
  }

  /// A claim is of those from whom it comes, and appears in the articles that pass it on, the first
  /// first.
  mutating func claimPage(_ index: Int, _ route: Route) {
    let claim = views.evidence.claims[index]
    let title = views.claim(index).title
    begin("Claim", id: identifiers.claim(claim.id))
    json.add("text", title.text)
    json.add("inLanguage", title.lang ?? views.strings.lang)
    let origins = claim.origins.lazy.compactMap(\.body).filter { [nodes] in nodes.entity($0).isAgent
    }
    entities(Array(origins.prefix(Self.limit)), "author")
    let appearances = appearances(of: claim)
    if let first = appearances.first, views.corpus.articles[first].published != nil {
      article(first, in: "firstAppearance")
    }
    articles(appearances.prefix(Self.limit), "appearance")
    json.add("mainEntityOfPage", identifiers.page(route))
  }

  /// The articles that pass a claim on: as they appeared, the undated last.
  private func appearances(of claim: Claim) -> [Int] {
    let articles = Set(claim.attributions.map { views.evidence.attributions[$0].article })
    func order(_ article: Int) -> (Int64, Int) {
      (views.corpus.articles[article].published?.earliest ?? .max, article)
    }
    return articles.sorted { order($0) < order($1) }
  }
}
