/// Counts with whom an entity appears. One per worker: it keeps its counters between questions.
package struct Companions {
  private let evidence: Evidence
  private var counts: [Int]

  /// In an article with more entities than this, only those mentioned most count as company: beyond
  /// it, standing in the same list says nothing, and pairs would cost the square of its length.
  private static let crowd = 200

  package init(_ evidence: Evidence) {
    self.evidence = evidence
    counts = Array(repeating: 0, count: evidence.entities.count)
  }

  /// The entities that share the most articles with one, with the number of articles: most first,
  /// then by index.
  package mutating func closest(to entity: Int, limit: Int) -> [(entity: Int, articles: Int)] {
    var touched: [Int] = []
    for article in evidence.entities[entity].articles {
      for presence in evidence.articles[article].entities.prefix(Self.crowd)
      where presence.entity != entity && presence.entity != evidence.articles[article].publisher {
        if counts[presence.entity] == 0 { touched.append(presence.entity) }
        counts[presence.entity] += 1
      }
    }
    let found = touched.map { (entity: $0, articles: counts[$0]) }
    for other in touched { counts[other] = 0 }
    return Array(found.sorted { ($1.articles, $0.entity) < ($0.articles, $1.entity) }.prefix(limit))
  }
}
