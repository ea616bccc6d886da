import Corpus

extension PageMaker {
  func search() throws -> SiteFile {
    let heading = strings["nav.search"]
    let shares = site.options.hasFullText ? TextShares(evidence).count : 0
    let indexes = [
      ("entities", routes.entities), ("events", routes.events), ("claims", routes.claims),
      ("articles", routes.articles), ("sources", routes.sources), ("timeline", routes.timeline),
      ("attributions", routes.attributions),
    ]
    return try page(
      "search", routes.search, title: heading,
      SearchPage(
        heading: heading, fullText: shares > 0 ? FullTextPlace.script(of: shares) : nil,
        indexes: indexes.map { name, route in
          LinkView(path: route.href, name: views.word(strings["nav.\(name)"]))
        }))
  }

  /// What the find box reads: names, which are the same in every language, and the words around them.
  func names(_ put: (SiteFile) throws -> Void) rethrows {
    if language == 0 {
      try NameShards(limit: 200, shown: 50).forEachFile(evidence.nameEntries, put)
    }
    try put(InterfaceWords(strings).file)
  }
}
