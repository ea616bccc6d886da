import ByteCoding
import Diagnostics

/// Checks what no single record shows, and puts the corpus together.
struct CorpusChecker {
  private(set) var diagnostics: [Diagnostic]
  var gathered: Gathered
  let site: SiteSettings
  var places: PlaceFinder
  var known: KnownIDs

  init(_ gathered: Gathered, _ site: SiteSettings, _ places: PlaceFinder) {
    diagnostics = gathered.diagnostics
    self.gathered = gathered
    self.gathered.diagnostics = []
    self.site = site
    self.places = places
    known = KnownIDs(gathered, articles: gathered.articles)
  }

  mutating func check() -> Corpus {
    let site = site
    let articles = unique(gathered.articles, "articles", ofOneKind: { [$0.id] })
    let entityCards = unique(
      gathered.entityCards, "cards of an entity", ofOneKind: { [$0.entity.id] })
    let eventCards = unique(gathered.eventCards, "cards of an event", ofOneKind: { [$0.event.id] })
    let pages = unique(gathered.pages, "pages", ofOneKind: { RecordOrder.names(of: $0, site) })
    let briefs = resolvedBriefs()
    checkCases()
    checkEntityTypes()
    checkItems()
    checkHierarchies()
    checkReferences()
    checkAliases()
    checkMenu()
    return Corpus(
      site: site, articles: articles.sorted(by: RecordOrder.articles),
      analyses: gathered.analyses.filter { known.contains($0.article, .article) }
        .sorted(by: RecordOrder.analyses),
      briefs: briefs.sorted(by: RecordOrder.briefs(site)),
      entityCards: entityCards.sorted(by: RecordOrder.entityCards),
      eventCards: eventCards.sorted(by: RecordOrder.eventCards),
      pages: pages.sorted(by: RecordOrder.pages(site)))
  }

  mutating func report(
    _ id: String, _ message: String, at place: RecordPlace, _ remedy: String?,
    notes: [Diagnostic.Note] = [], severity: Diagnostic.Severity = .error
  ) {
    diagnostics.append(
      Diagnostic(severity, id, message, at: places.place(place), notes: notes, remedy: remedy))
  }

  /// The first of those that have one id (and language); the others are reported.
  mutating func unique<Value>(
    _ values: [Placed<Value>], _ plural: String, ofOneKind identity: (Value) -> [String]
  ) -> [Value] {
    var firsts: [[TextKey]: RecordPlace] = [:]
    var kept: [Value] = []
    for placed in values.sorted(by: { $0.place < $1.place }) {
      let parts = identity(placed.value)
      let key = parts.map { TextKey($0) }
      guard let first = firsts[key] else {
        firsts[key] = placed.place
        kept.append(placed.value)
        continue
      }
      let inLanguage = parts.count > 1 ? " in the language “\(parts[1])”" : ""
      report(
        "id/duplicate", "there are two \(plural) with the id “\(parts[0])”\(inLanguage)",
        at: placed.place, "give one of them another id, or take it out",
        notes: [.init("the first is here", at: places.place(first))])
    }
    return kept
  }
}

extension SiteSettings {
  /// The language of what may leave it unsaid.
  func language(_ lang: String?) -> String { lang ?? languages.first ?? "en" }
}
