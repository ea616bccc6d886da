import Diagnostics

/// The ids that the corpus declares, of each kind.
struct KnownIDs {
  /// Where each is declared first.
  private var places: [Scope: [Key: RecordPlace]] = [:]
  private var drafts: Set<Key>
  private var unread: Set<Key>
  private var lostAttributions: Set<Key>
  private var attributions: [Key: Set<Key>]?
  /// How many candidates may still be compared, so that a corpus of nothing but faults is told in
  /// bounded time.
  private var comparisonsLeft = 2_000_000
  private var nearestNames: [Scope: [Key: String?]] = [:]

  init(_ gathered: Gathered, articles: [Placed<Article>]) {
    for declaration in gathered.declarations {
      let key = Key(declaration.id)
      let known = places[declaration.scope, default: [:]][key]
      if let known, known < declaration.place { continue }
      places[declaration.scope, default: [:]][key] = declaration.place
    }
    for article in articles where places[.article]?[Key(article.value.id)] == nil {
      places[.article, default: [:]][Key(article.value.id)] = article.place
    }
    drafts = Set(gathered.draftArticles.map { Key($0) })
    unread = Set(gathered.unreadIDs.map { Key($0) })
    lostAttributions = Set(gathered.lostAttributions.map { Key($0) })
  }

  func place(_ id: String, _ scope: Scope) -> RecordPlace? {
    if scope == .entityOrEvent { return place(id, .entity) ?? place(id, .event) }
    return places[scope]?[Key(id)]
  }

  func contains(_ id: String, _ scope: Scope) -> Bool { place(id, scope) != nil }

  func isDraft(_ article: String) -> Bool {
    drafts.contains(Key(article)) && !contains(article, .article)
  }

  /// Whether a file of this name could not be read, so that nothing is known of its id.
  func isUnread(_ id: String) -> Bool { unread.contains(Key(id)) }

  /// Whether an attribution is there, but could not be read.
  func isLost(attribution: String) -> Bool { lostAttributions.contains(Key(attribution)) }

  /// All ids of a kind with their first places, in the order of the places.
  func all(_ scope: Scope) -> [(id: String, place: RecordPlace)] {
    (places[scope] ?? [:]).map { ($0.key.text, $0.value) }.sorted { $0.place < $1.place }
  }

  mutating func nearest(_ id: String, _ scope: Scope) -> String? {
    let key = Key(id)
    if let known = nearestNames[scope]?[key] { return known }
    let scopes: [Scope] = scope == .entityOrEvent ? [.entity, .event] : [scope]
    let count = scopes.reduce(0) { $0 + (places[$1]?.count ?? 0) }
    guard comparisonsLeft >= count else { return nil }
    comparisonsLeft -= count
    let candidates = scopes.compactMap { places[$0]?.keys }.joined().lazy.map(\.text)
    let nearest = Nearest.name(to: id, among: candidates)
    nearestNames[scope, default: [:]][key] = .some(nearest)
    return nearest
  }

  // MARK: Attributions

  /// The ids of the attributions of one article; gone through at the first question.
  mutating func attributions(of article: String, _ analyses: [Analysis]) -> Set<Key> {
    if let attributions { return attributions[Key(article)] ?? [] }
    var all: [Key: Set<Key>] = [:]
    for analysis in analyses {
      all[Key(analysis.article), default: []].formUnion(analysis.attributions.map { Key($0.id) })
    }
    attributions = all
    return all[Key(article)] ?? []
  }
}
