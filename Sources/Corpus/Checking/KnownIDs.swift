import ByteCoding
import Diagnostics

/// The ids that the corpus declares, of each kind.
struct KnownIDs {
  /// Where each is declared first, by the number of its scope.
  private var places = Array(repeating: [TextKey: RecordPlace](), count: Scope.allCases.count)
  private var drafts: Set<TextKey>
  private var unread: Set<TextKey>
  private var lostAttributions: Set<TextKey>
  private var attributions: [TextKey: Set<TextKey>]?
  /// How many candidates may still be compared, so that a corpus of nothing but faults is told in
  /// bounded time.
  private var comparisonsLeft = 2_000_000
  private var nearestNames: [Scope: [TextKey: String?]] = [:]

  init(_ gathered: Gathered, articles: [Placed<Article>]) {
    drafts = Set(gathered.draftArticles.map { TextKey($0) })
    unread = Set(gathered.unreadIDs.map { TextKey($0) })
    lostAttributions = Set(gathered.lostAttributions.map { TextKey($0) })
    for declaration in gathered.declarations {
      let key = TextKey(declaration.id)
      let known = self[declaration.scope][key]
      if let known, known < declaration.place { continue }
      self[declaration.scope][key] = declaration.place
    }
    for article in articles where self[.article][TextKey(article.value.id)] == nil {
      self[.article][TextKey(article.value.id)] = article.place
    }
  }

  /// Adds ids that nothing had.
  mutating func add(_ declarations: [Declaration], articles: [Placed<Article>]) {
    for declaration in declarations {
      self[declaration.scope][TextKey(declaration.id)] = declaration.place
    }
    for article in articles { self[.article][TextKey(article.value.id)] = article.place }
  }

  /// Takes out ids that nothing has any more.
  mutating func remove(_ gone: GoneIDs) {
    for scope in Scope.allCases {
      for id in gone[scope] { self[scope][id] = nil }
    }
  }

  private subscript(scope: Scope) -> [TextKey: RecordPlace] {
    get { places[Int(scope.rawValue)] }
    _modify { yield &places[Int(scope.rawValue)] }
  }

  func place(_ id: String, _ scope: Scope) -> RecordPlace? {
    if scope == .entityOrEvent { return place(id, .entity) ?? place(id, .event) }
    return self[scope][TextKey(id)]
  }

  func contains(_ id: String, _ scope: Scope) -> Bool { place(id, scope) != nil }

  func isDraft(_ article: String) -> Bool {
    drafts.contains(TextKey(article)) && !contains(article, .article)
  }

  /// Whether a file of this name could not be read, so that nothing is known of its id.
  func isUnread(_ id: String) -> Bool { unread.contains(TextKey(id)) }

  /// Whether an attribution is there, but could not be read.
  func isLost(attribution: String) -> Bool { lostAttributions.contains(TextKey(attribution)) }

  /// All ids of a kind with their first places, in the order of the places.
  func all(_ scope: Scope) -> [(id: String, place: RecordPlace)] {
    self[scope].map { ($0.key.text, $0.value) }.sorted { $0.place < $1.place }
  }

  mutating func nearest(_ id: String, _ scope: Scope) -> String? {
    let key = TextKey(id)
    if let known = nearestNames[scope]?[key] { return known }
    let scopes: [Scope] = scope == .entityOrEvent ? [.entity, .event] : [scope]
    let count = scopes.reduce(0) { $0 + self[$1].count }
    guard comparisonsLeft >= count else { return nil }
    comparisonsLeft -= count
    let candidates = scopes.map { self[$0].keys }.joined().lazy.map(\.text)
    let nearest = Nearest.name(to: id, among: candidates)
    nearestNames[scope, default: [:]][key] = .some(nearest)
    return nearest
  }

  // MARK: Attributions

  /// The ids of the attributions of one article; gone through at the first question.
  mutating func attributions(of article: String, _ analyses: [Analysis]) -> Set<TextKey> {
    if let attributions { return attributions[TextKey(article)] ?? [] }
    var all: [TextKey: Set<TextKey>] = [:]
    for analysis in analyses {
      all[TextKey(analysis.article), default: []].formUnion(
        analysis.attributions.map { TextKey($0.id) })
    }
    attributions = all
    return all[TextKey(article)] ?? []
  }
}
