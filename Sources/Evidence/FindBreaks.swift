import Corpus

/// What media say of a chain; the names are those of isnad/1.
enum Medium {
  /// Texts that are made elsewhere and do not reach a reader by themselves.
  static let texts: Set<String> = ["statement", "press-release", "document", "letter", "report"]
  /// Where anybody can look the words up.
  static let open: Set<String> = ["website", "social-media", "broadcast"]
  /// By which an agency passes on.
  static let wire = "wire"
  /// By which a news organisation passes on what others say, as well as what it finds itself.
  static let news: Set<String> = ["website", "social-media", "broadcast", "report"]
}

extension Evidence {
  /// How a chain is broken; what decides it stands with the kinds.
  func breaks(_ attribution: Attribution) -> ChainBreaks {
    let chain = chain(of: attribution)
    var breaks: ChainBreaks = []
    if attribution.sources.contains(nil) { breaks.insert(ChainBreaks(.unnamed)) }
    if isUncarried(attribution, chain) { breaks.insert(ChainBreaks(.uncarried)) }
    if isOriginless(attribution, chain) { breaks.insert(ChainBreaks(.originless)) }
    if chain.contains(where: { $0.date == nil }) || article(attribution).published == nil {
      breaks.insert(ChainBreaks(.undated))
    }
    return breaks
  }

  private func isUncarried(_ attribution: Attribution, _ chain: [Link]) -> Bool {
    guard carriers(of: attribution).isEmpty, !isOwn(attribution) else { return false }
    let medium = chain.last?.medium ?? ""
    return Medium.texts.contains(medium)
      || (attribution.outlet == nil && !Medium.open.contains(medium))
  }

  private func isOriginless(_ attribution: Attribution, _ chain: [Link]) -> Bool {
    guard !isOwn(attribution), let first = chain.first else { return false }
    if first.medium == Medium.wire { return true }
    guard let source = attribution.originator, isNewsOrganisation(source) else { return false }
    return first.medium.map(Medium.news.contains) ?? true
  }

  /// Whether the outlet is of the originator's own body.
  private func isOwn(_ attribution: Attribution) -> Bool {
    guard let originator = attribution.originator, let outlet = attribution.outlet else {
      return false
    }
    return bodies[originator] == bodies[outlet]
  }

  func isNewsOrganisation(_ entity: Int) -> Bool {
    if !entities[entity].publications.isEmpty { return true }
    guard let kind = entities[entity].kind.best else { return false }
    return Self.newsKinds.contains(kind)
  }

  private static var newsKinds: Set<String> {
    ["news-agency", "newspaper", "broadcaster", "magazine", "news-site"]
  }
}
