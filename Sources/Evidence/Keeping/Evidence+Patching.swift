import Corpus

extension Evidence {
  /// How many articles' attributions are put in their places one after the other: each of them goes
  /// through the lists that it is in.
  private static let patched = 16

  /// Links again only what some articles' attributions have a part in.
  ///
  /// To be called on a copy of evidence in which these articles alone were given other analyses, and
  /// whatever these declare is merged: of the same publishers and dates, members of the same bodies.
  ///
  /// - Parameter articles: ascending, each once.
  /// - Returns: whether that was enough. Where it was not, nothing of this evidence is of use.
  mutating func patch(_ articles: [Int]) -> Bool {
    guard articles.count <= Self.patched else { return false }
    var touched = Touched()
    for article in articles {
      guard replaceAttributions(of: article, &touched) else { return false }
    }
    guard settleClaims(touched.claims) else { return false }
    report(by: touched.sources)
    place(articles)
    return true
  }

  /// What attributions that were replaced, or that replaced them, have a part in.
  private struct Touched {
    /// Indices into `claims`.
    var claims: Set<Int> = []
    /// Indices into `entities`: links of chains.
    var sources: Set<Int> = []
  }

  /// - Returns: `false` where there are more or fewer, so that others would move, or a new claim.
  private mutating func replaceAttributions(of article: Int, _ touched: inout Touched) -> Bool {
    let range = articles[article].attributions
    var resolved = resolvedAttributions(in: article)
    guard resolved.count == range.count else { return false }
    for position in resolved.indices {
      guard let id = claim(of: resolved[position]) else { continue }
      guard let claim = claimIndex[id] else { return false }
      resolved[position].claim = claim
    }
    let all = attributions[range] + resolved
    let claims = Set(all.compactMap(\.claim))
    let sources = Set(all.flatMap(\.sources).compactMap { $0 })
    touched.claims.formUnion(claims)
    touched.sources.formUnion(sources)
    // Lists are ascending: what comes after is put aside while the new ones are added at the end.
    let entities = sources.union(all.flatMap(\.aboutEntities)).union(all.compactMap(\.outlet))
    let events = Set(all.flatMap(\.aboutEvents))
    let behind = (
      entities: entities.map { ($0, self.entities[$0].cut(range)) },
      events: events.map { ($0, self.events[$0].cut(range)) },
      claims: claims.map { ($0, self.claims[$0].attributions.cut(range)) },
      broken: broken.cut(range)
    )
    attributions.replaceSubrange(range, with: resolved)
    for index in range {
      register(attributions[index], as: index)
      if let claim = attributions[index].claim { self.claims[claim].attributions.append(index) }
    }
    for (index, rest) in behind.entities { self.entities[index].mend(rest) }
    for (index, rest) in behind.events { self.events[index].mend(rest) }
    for (index, rest) in behind.claims { self.claims[index].attributions += rest }
    broken.mend(behind.broken)
    return true
  }

  /// - Returns: `false` where one is left that nobody makes.
  private mutating func settleClaims(_ indices: Set<Int>) -> Bool {
    var circles = CircleFinder(bodies: bodies)
    for index in indices {
      guard !claims[index].attributions.isEmpty else { return false }
      for body in Set(claims[index].circles.flatMap(\.bodies)) {
        entities[body].circles.removeAll { $0 == index }
      }
      claims[index] = settled(index, &circles)
      for body in Set(claims[index].circles.flatMap(\.bodies)) {
        let circles = entities[body].circles
        entities[body].circles.insert(index, at: circles.firstIndex { $0 > index } ?? circles.count)
      }
    }
    return true
  }

  /// Gathers anew what events some entities report, as publishers or as links of chains.
  private mutating func report(by sources: Set<Int>) {
    guard !sources.isEmpty else { return }
    var places = Array(repeating: 0, count: events.count)
    for (place, event) in (dated + undated).enumerated() { places[event] = place }
    for source in sources {
      var reported = Set(entities[source].publications.flatMap { articles[$0].events })
      for index in entities[source].said { reported.formUnion(attributions[index].aboutEvents) }
      for index in entities[source].relayed { reported.formUnion(attributions[index].aboutEvents) }
      entities[source].reported = reported.sorted { places[$0] < places[$1] }
    }
  }

  /// Gathers anew which entities are present in some articles.
  private mutating func place(_ indices: [Int]) {
    for (article, present) in zip(indices, present(in: indices)) {
      let (old, new) = (articles[article].entities.map(\.entity), present.map(\.entity))
      for entity in Set(old).subtracting(new) {
        entities[entity].articles.removeAll { $0 == article }
      }
      for entity in Set(new).subtracting(old) {
        let all = entities[entity].articles
        entities[entity].articles.insert(
          article, at: all.firstIndex { $0 > article } ?? all.count)
      }
      articles[article].entities = present
    }
  }
}

// What comes from some attributions is taken out of lists that are ascending, and what comes after it
// is given back, to be added again at the end.

extension [Int] {
  fileprivate mutating func cut(_ range: Range<Int>) -> [Int] {
    let start = partitioningIndex { $0 >= range.lowerBound }
    let rest = Array(self[partitioningIndex { $0 >= range.upperBound }...])
    removeSubrange(start...)
    return rest
  }
}

extension Entity {
  fileprivate struct Rest {
    let said, saidAbout, relayed, published: [Int]
  }

  fileprivate mutating func cut(_ range: Range<Int>) -> Rest {
    Rest(
      said: said.cut(range), saidAbout: saidAbout.cut(range), relayed: relayed.cut(range),
      published: published.cut(range))
  }

  fileprivate mutating func mend(_ rest: Rest) {
    said += rest.said
    saidAbout += rest.saidAbout
    relayed += rest.relayed
    published += rest.published
  }
}

extension Event {
  fileprivate struct Rest {
    let attributions, endorsed, distanced: [Int]
  }

  fileprivate mutating func cut(_ range: Range<Int>) -> Rest {
    Rest(
      attributions: attributions.cut(range), endorsed: endorsed.cut(range),
      distanced: distanced.cut(range))
  }

  fileprivate mutating func mend(_ rest: Rest) {
    attributions += rest.attributions
    endorsed += rest.endorsed
    distanced += rest.distanced
  }
}

extension BrokenChains {
  fileprivate mutating func cut(_ range: Range<Int>) -> BrokenChains {
    var rest = BrokenChains()
    rest.all = all.cut(range)
    for kind in byKind.keys { rest.byKind[kind] = byKind[kind]?.cut(range) }
    return rest
  }

  fileprivate mutating func mend(_ rest: BrokenChains) {
    all += rest.all
    for (kind, list) in rest.byKind { byKind[kind, default: []] += list }
    byKind = byKind.filter { !$0.value.isEmpty }
  }
}
