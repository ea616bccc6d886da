/// What a corpus holds of some records, as indices into its lists.
struct RecordsOfCorpus {
  private(set) var articles: [Int] = []
  private(set) var analyses: [Int] = []
  private(set) var briefs: [Int] = []
  private(set) var entityCards: [Int] = []
  private(set) var eventCards: [Int] = []
  private(set) var pages: [Int] = []

  init() {}

  /// - Returns: `nil` where one of them holds nothing, as a draft does that is left out.
  init?(at spots: [RecordSpot], of corpus: Corpus) {
    for spot in spots {
      let before = count
      // By their places, since to go through records copies each.
      articles += corpus.articles.indices.filter { spot.holds(corpus.articles[$0].origin) }
      analyses += corpus.analyses.indices.filter { spot.holds(corpus.analyses[$0].origin) }
      briefs += corpus.briefs.indices.filter { spot.holds(corpus.briefs[$0].body.origin) }
      entityCards += corpus.entityCards.indices.filter {
        spot.holds(corpus.entityCards[$0].entity.origin)
      }
      eventCards += corpus.eventCards.indices.filter {
        spot.holds(corpus.eventCards[$0].event.origin)
      }
      pages += corpus.pages.indices.filter { spot.holds(corpus.pages[$0].body.origin) }
      guard count > before else { return nil }
    }
  }

  private var count: Int {
    articles.count + analyses.count + briefs.count + entityCards.count + eventCards.count
      + pages.count
  }
}
