import Corpus

extension Evidence {
  /// The evidence of a corpus that was read after this one's, in which a few articles came or went, or
  /// something else is said of them: all else is taken as it is, and moved to its place.
  ///
  /// - Parameters:
  ///   - change: how it differs from this one's.
  ///   - workers: how many threads may work on it; at least 1.
  /// - Returns: `nil` where more has to be put together again.
  func patched(_ next: Corpus, _ change: CorpusChange.Growth, workers: Int) -> Evidence? {
    guard let growth = EvidenceGrowth(self, next, change) else { return nil }
    var evidence = self
    var touched = Touched()
    for article in growth.articlesBefore { evidence.takeOut(article, &touched) }
    let formerPublishers = growth.moves.articles.gone.compactMap { articles[$0].publisher }
    touched.sources.formUnion(formerPublishers)
    touched.move(growth.moves)
    evidence.move(growth, workers: workers)
    evidence.corpus = next
    if !growth.moves.analyses.areSame || !growth.moves.articles.areSame
      || growth.moves.analyses.count != corpus.analyses.count
    {
      evidence.articleOfAnalysis = Array(repeating: 0, count: next.analyses.count)
      evidence.placeAnalyses()
    }
    guard evidence.publish(growth, &touched),
      // Who published nothing else may be no news organisation any more.
      formerPublishers.compactMap(growth.moves.entities.now).allSatisfy(
        evidence.isNewsOrganisation),
      evidence.mergeAgain(growth, of: corpus, workers: workers)
    else { return nil }
    evidence.putAttributions(of: growth.articles, &touched)
    evidence.settleClaims(touched.claims)
    evidence.report(by: touched.sources)
    evidence.place(growth.articles)
    if growth.articles.contains(where: { !next.articles[$0].tags.isEmpty })
      || growth.moves.articles.gone.contains(where: { !corpus.articles[$0].tags.isEmpty })
    {
      (evidence.tags, evidence.tagIndex) = ([], [:])
      evidence.gatherTags()
    }
    return evidence
  }

  /// What attributions that went or came have a part in.
  private struct Touched {
    /// Indices into `claims`.
    var claims: Set<Int> = []
    /// Indices into `entities`: links of chains, and publishers.
    var sources: Set<Int> = []

    mutating func add(_ attributions: some Sequence<Attribution>) {
      for attribution in attributions {
        if let claim = attribution.claim { claims.insert(claim) }
        sources.formUnion(attribution.sources.lazy.compactMap { $0 })
      }
    }

    mutating func move(_ moves: Moves) {
      claims = Set(claims.compactMap(moves.claims.now))
      sources = Set(sources.compactMap(moves.entities.now))
    }
  }

  // MARK: What goes, and what moves

  /// Takes an article's attributions out of all lists that they are in.
  private mutating func takeOut(_ article: Int, _ touched: inout Touched) {
    let range = articles[article].attributions
    guard !range.isEmpty else { return }
    let all = attributions[range]
    touched.add(all)
    let entities = Set(all.flatMap(\.sources).compactMap { $0 })
      .union(all.flatMap(\.aboutEntities)).union(all.compactMap(\.outlet))
    for index in entities { self.entities[index].takeOut(range) }
    for index in Set(all.flatMap(\.aboutEvents)) { events[index].takeOut(range) }
    for index in Set(all.compactMap(\.claim)) { claims[index].attributions.take(range) }
    broken.takeOut(range)
  }

  /// Gives articles that came their publishers, and lets these have published them.
  ///
  /// - Returns: `false` where that makes somebody a news organisation of whom something was said before.
  private mutating func publish(_ growth: EvidenceGrowth, _ touched: inout Touched) -> Bool {
    for article in growth.moves.articles.new {
      let place = newest.partitioningIndex { isNewer(article, than: $0) }
      newest.insert(article, at: place)
      let id = corpus.articles[article].publisher
      guard let publisher = id.flatMap({ entityIndex[$0] }) else { continue }
      guard isNewsOrganisation(publisher) || growth.moves.entities.before(publisher) == nil
      else { return false }
      articles[article].publisher = publisher
      entities[publisher].publications.put(article)
    }
    touched.sources.formUnion(growth.articles.compactMap { articles[$0].publisher })
    return true
  }

  // MARK: What is put together again

  /// Merges again what is declared otherwise.
  ///
  /// - Parameter old: the corpus before.
  /// - Returns: `false` where that decides what others are linked to.
  private mutating func mergeAgain(
    _ growth: EvidenceGrowth, of old: Corpus, workers: Int
  ) -> Bool {
    let changed = growth.analyses.map { now, before in
      (number: now, before: before.map { old.analyses[$0] } ?? .none)
    }
    let (dueEntities, dueEvents) = (
      dueEntities(changed, carded: growth.cardedEntities),
      dueEvents(changed, carded: growth.cardedEvents)
    )
    let entitiesBefore = dueEntities.indices.map { entities[$0] }
    let areNewsOrganisations = dueEntities.indices.map { isNewsOrganisation($0) }
    let eventsBefore = dueEvents.indices.map { events[$0] }
    let parts = events.map(\.parts)
    merge(dueEntities, dueEvents, workers: workers)
    for (position, index) in dueEntities.indices.enumerated()
    where growth.moves.entities.before(index) != nil {
      guard entities[index].isLinked(as: entitiesBefore[position]),
        isNewsOrganisation(index) == areNewsOrganisations[position]
      else { return false }
    }
    for (index, before) in zip(dueEvents.indices, eventsBefore)
    where growth.moves.events.before(index) != nil {
      guard events[index].isInTime(as: before) else { return false }
    }
    findBodies()
    // Merging gathers the parts of events anew; in the order of time they are only once they are linked.
    for index in events.indices { events[index].parts = parts[index] }
    for event in growth.moves.events.new { putInTime(event) }
    let order = placesInTime
    for (index, before) in zip(dueEvents.indices, eventsBefore) {
      putThoseWhoTakePart(in: index, before: before, order)
    }
    for article in growth.articles {
      let own = articles[article].analyses.flatMap { number in
        corpus.analyses[number].events.compactMap { eventIndex[$0.id] }
      }
      articles[article].events = Set(own).sorted { order[$0] < order[$1] }
    }
    return true
  }

  /// For each event its place in the order of time.
  private var placesInTime: [Int] {
    var places = Array(repeating: 0, count: events.count)
    for (place, event) in (dated + undated).enumerated() { places[event] = place }
    return places
  }

  /// Puts an event that came in its places among those in the order of time.
  private mutating func putInTime(_ event: Int) {
    let own = key(event)
    if events[event].date.best == nil {
      undated.put(event)
    } else {
      dated.insert(event, at: dated.partitioningIndex { own < key($0) })
    }
    guard let whole = events[event].partOf.best else { return }
    let place = events[whole].parts.partitioningIndex { own < key($0) }
    events[whole].parts.insert(event, at: place)
  }

  /// - Parameter order: for each event its place in the order of time.
  private mutating func putThoseWhoTakePart(in event: Int, before: Event, _ order: [Int]) {
    let (old, new) = (before.everybody, events[event].everybody)
    for entity in old.subtracting(new) { entities[entity].events.removeAll { $0 == event } }
    for entity in new.subtracting(old) {
      let place = entities[entity].events.partitioningIndex { order[event] < order[$0] }
      entities[entity].events.insert(event, at: place)
    }
  }

  private mutating func putAttributions(of articles: [Int], _ touched: inout Touched) {
    for article in articles {
      var resolved = resolvedAttributions(in: article)
      for (position, index) in self.articles[article].attributions.enumerated() {
        let claim = claim(of: resolved[position]).flatMap { claimIndex[$0] }
        resolved[position].claim = claim
        attributions[index] = resolved[position]
        register(resolved[position], as: index)
        if let claim { claims[claim].attributions.put(index) }
      }
      touched.add(resolved)
    }
  }

  private mutating func settleClaims(_ indices: Set<Int>) {
    var circles = CircleFinder(bodies: bodies)
    for index in indices {
      for body in Set(claims[index].circles.flatMap(\.bodies)) {
        entities[body].circles.removeAll { $0 == index }
      }
      claims[index] = settled(index, &circles)
      for body in Set(claims[index].circles.flatMap(\.bodies)) { entities[body].circles.put(index) }
    }
  }

  /// Gathers anew what events some entities report, as publishers or as links of chains.
  private mutating func report(by sources: Set<Int>) {
    guard !sources.isEmpty else { return }
    let places = placesInTime
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
      for entity in Set(new).subtracting(old) { entities[entity].articles.put(article) }
      articles[article].entities = present
    }
  }
}

extension Entity {
  fileprivate mutating func takeOut(_ attributions: Range<Int>) {
    said.take(attributions)
    saidAbout.take(attributions)
    relayed.take(attributions)
    published.take(attributions)
  }

  /// Whether the same answers for it, and for its members.
  fileprivate func isLinked(as before: Entity) -> Bool {
    type.best == before.type.best && memberOf == before.memberOf
  }
}

extension Event {
  fileprivate mutating func takeOut(_ attributions: Range<Int>) {
    self.attributions.take(attributions)
    endorsed.take(attributions)
    distanced.take(attributions)
  }

  /// Whether it has the place in the order of time that it had, and is a part of the same.
  fileprivate func isInTime(as before: Event) -> Bool {
    date.best == before.date.best && partOf.best == before.partOf.best
  }

  /// Those who take part in it, and the places where it was, as indices into `Evidence.entities`.
  fileprivate var everybody: Set<Int> {
    Set(participants.values.map(\.value.entity) + place.values.map(\.value))
  }
}

extension BrokenChains {
  fileprivate mutating func takeOut(_ attributions: Range<Int>) {
    all.take(attributions)
    for kind in byKind.keys { byKind[kind]?.take(attributions) }
    byKind = byKind.filter { !$0.value.isEmpty }
  }
}
