import Corpus

/// Says again how each chain is broken, from the tables under `data/` and the content, by the rules
/// that `docs/FORMAT.md` gives.
struct BreakCheck {
  static let kinds = ["unnamed", "uncarried", "originless", "undated"]
  /// How the paths of their lists end.
  static let pages = kinds.map { "broken-chains/\($0)/index.html" }
  private static let texts: Set = ["statement", "press-release", "document", "letter", "report"]
  private static let open: Set = ["website", "social-media", "broadcast"]
  private static let news: Set = ["", "website", "social-media", "broadcast", "report"]

  private let facts: TableFacts
  /// By the digest of their words' fragment in their article.
  private var records: [Digest: AttributionRecord] = [:]

  init(_ ground: Ground, _ facts: TableFacts) {
    self.facts = facts
    for article in ground.corpus.articles.indices {
      for (fragment, record) in ground.attributions(of: article) {
        records[Digest(fragment).of(article)] = record
      }
    }
  }

  /// - Parameter content: the digest of its words' fragment in its article.
  func check(
    _ row: CSV.Row, _ table: AttributionTable, _ content: Digest, _ faults: inout FaultList
  ) {
    let chain = table.links("chain", row)
    let media = table.links("media", row)
    let dates = table.links("dates", row)
    if let record = records[content] {
      let isSame =
        chain.map { $0 == "?" } == record.chain.map { $0.source == nil }
        && media == record.chain.map { $0.medium ?? "" }
        && dates == record.chain.map { $0.date?.text ?? "" }
      guard isSame else {
        return faults.add(
          "row", "the content has another chain, other media, or other dates", at: row.range)
      }
    }
    let expected = breaks(
      chain, media, dates, outlet: table.text("outlet", row), article: table.text("article", row))
    let found = table.text("broken", row)
    guard expected.joined(separator: " ") != found else { return }
    faults.add(
      "broken", "the chain is broken otherwise than the row says", at: row.range,
      expected: Array(expected.joined(separator: " ").utf8), found: Array(found.utf8))
  }

  private func breaks(
    _ chain: [String], _ media: [String], _ dates: [String], outlet: String, article: String
  ) -> [String] {
    guard let first = chain.first, let firstMedium = media.first, let lastMedium = media.last else {
      return []
    }
    let isOwn = first != "?" && !outlet.isEmpty && facts.body(first) == facts.body(outlet)
    let isCarried = chain.dropFirst().contains { link in
      link == "?" || first == "?" || facts.body(link) != facts.body(first)
    }
    var breaks: [String] = []
    if chain.contains("?") { breaks.append("unnamed") }
    if !isOwn, !isCarried,
      Self.texts.contains(lastMedium) || (outlet.isEmpty && !Self.open.contains(lastMedium))
    {
      breaks.append("uncarried")
    }
    let isNews = facts.newsOrganisations.contains(first) && Self.news.contains(firstMedium)
    if !isOwn, firstMedium == "wire" || isNews { breaks.append("originless") }
    if dates.contains("") || facts.published[article] == nil { breaks.append("undated") }
    return breaks
  }
}
