import Diagnostics

/// What one worker has read, or several together.
struct Gathered: Sendable {
  var articles: [Placed<Article>] = []
  var analyses: [Analysis] = []
  var briefs: [Placed<BriefRecord>] = []
  var entityCards: [Placed<EntityCard>] = []
  var eventCards: [Placed<EventCard>] = []
  var pages: [Placed<Page>] = []
  /// The ids of articles that are left out.
  var draftArticles: [String] = []
  /// Ids that are there, but in files that could not be read.
  var unreadIDs: [String] = []
  /// Files, or lines of them, that could not be read and may declare anything.
  var unreadPlaces: [Place] = []
  /// Attributions that are there, but could not be read: `ARTICLE/ID`.
  var lostAttributions: [String] = []
  var diagnostics: [Diagnostic] = []
  var references: [Reference] = []
  var declarations: [Declaration] = []
  var edges: [HierarchyEdge] = []
  var items: [ItemDeclaration] = []
  var aliases: [WrittenAddress] = []
  var menuAddresses: [WrittenAddress] = []

  mutating func append(_ other: Gathered) {
    articles += other.articles
    analyses += other.analyses
    briefs += other.briefs
    entityCards += other.entityCards
    eventCards += other.eventCards
    pages += other.pages
    draftArticles += other.draftArticles
    unreadIDs += other.unreadIDs
    unreadPlaces += other.unreadPlaces
    lostAttributions += other.lostAttributions
    diagnostics += other.diagnostics
    references += other.references
    declarations += other.declarations
    edges += other.edges
    items += other.items
    aliases += other.aliases
    menuAddresses += other.menuAddresses
  }
}
