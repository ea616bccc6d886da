import ByteCoding
import Corpus

extension Evidence {
  /// The evidence of a corpus that was read after this one's, as it would be put together of all of it,
  /// with as little put together again as may be.
  ///
  /// - Parameters:
  ///   - change: how it differs from this one's.
  ///   - workers: how many threads may work on it; at least 1.
  /// - Returns: `nil` where everything has to be put together again.
  package func relinked(_ next: Corpus, _ change: CorpusChange, workers: Int) -> Evidence? {
    switch change {
    case .all: return nil
    case .grown(let growth): return patched(next, growth, workers: workers)
    case .values(let articles, let analyses):
      var growth = CorpusChange.Growth()
      (growth.articles, growth.analyses) = (articles, analyses)
      return patched(next, growth, workers: workers)
        ?? linkedAnew(next, articles, analyses, workers: workers)
    }
  }

  /// Where the same things are declared: only those of which something else is said are merged again, and
  /// all is linked again.
  private func linkedAnew(
    _ next: Corpus, _ articles: [Int], _ changed: [Int], workers: Int
  ) -> Evidence? {
    // What is one thing has to stay one.
    for number in changed
    where corpus.analyses[number].joined != next.analyses[number].joined { return nil }
    var evidence = self
    evidence.corpus = next
    let pairs = changed.map { (number: Optional($0), before: corpus.analyses[$0]) }
    let (entities, events) = (evidence.dueEntities(pairs), evidence.dueEvents(pairs))
    evidence.unlink()
    evidence.placeAnalyses()
    evidence.placePublishers()
    evidence.merge(entities, events, workers: workers)
    let publishers = articles.filter {
      corpus.articles[$0].publisher != next.articles[$0].publisher
    }
    let same =
      entities.isEmpty && publishers.isEmpty
      ? LinkedArticles(self, less: articles + changed.map { articleOfAnalysis[$0] }) : nil
    evidence.link(same, workers: workers)
    return evidence
  }

  mutating func merge(_ entities: DueThings, _ events: DueThings, workers: Int) {
    if !entities.isEmpty {
      for index in entities.indices { self.entities[index].unmerge() }
      mergeEntities(entities, workers: workers)
    }
    if !events.isEmpty {
      for index in events.indices { self.events[index].unmerge() }
      mergeEvents(events, workers: workers)
    }
  }

  /// - Parameters:
  ///   - changed: analyses, each with what it was before, all else of which is merged; `nil` for what went.
  ///   - carded: the ids of what has other cards than before.
  func dueEntities(
    _ changed: [(number: Int?, before: Analysis)], carded: [String] = []
  ) -> DueThings {
    var due = DueThings(of: entities.count, in: corpus.analyses.count)
    for index in carded.compactMap({ entityIndex[$0] }) { due.add(index) }
    for (number, before) in changed {
      let now = number.map { corpus.analyses[$0] } ?? .none
      for index in entities(of: before, elsewiseIn: now) { due.add(index) }
    }
    guard !due.isEmpty else { return due }
    due.add(analyses: changed.compactMap(\.number))
    for index in due.indices {
      due.add(
        analyses: entities[index].type.analyses + entities[index].mentions.map(\.analysis)
          + entities[index].labels.map(\.analysis))
    }
    return due
  }

  /// The entities of which one analysis says something else than another, or elsewhere.
  private func entities(of analysis: Analysis, elsewiseIn other: Analysis) -> [Int] {
    // Of several ids that are one entity's, the records count in the order in which they stand.
    func records(_ analysis: Analysis) -> [Int: [[UInt8]]] {
      Dictionary(grouping: analysis.entities) { entityIndex[$0.id] ?? -1 }
        .mapValues { records in records.map { record in analysis.part { $0.entities = [record] } } }
    }
    let (own, others) = (records(analysis), records(other))
    var due = Set(own.keys).union(others.keys).filter { own[$0] != others[$0] }
    // Mentions and labels are known by where they stand among all of them.
    var ids: [String] = []
    if analysis.part({ $0.mentions = analysis.mentions })
      != other.part({ $0.mentions = other.mentions })
    {
      ids += (analysis.mentions + other.mentions).map(\.entity)
    }
    if analysis.part({ $0.labels = analysis.labels }) != other.part({ $0.labels = other.labels }) {
      ids += (analysis.labels + other.labels).map(\.entity)
    }
    due.formUnion(ids.lazy.compactMap { entityIndex[$0] })
    return due.filter { $0 >= 0 }.sorted()
  }

  /// - Parameters:
  ///   - changed: analyses, each with what it was before, all else of which is merged; `nil` for what went.
  ///   - carded: the ids of what has other cards than before.
  func dueEvents(
    _ changed: [(number: Int?, before: Analysis)], carded: [String] = []
  ) -> DueThings {
    var due = DueThings(of: events.count, in: corpus.analyses.count)
    for index in carded.compactMap({ eventIndex[$0] }) { due.add(index) }
    for (number, before) in changed {
      let now = number.map { corpus.analyses[$0] } ?? .none
      guard before.ofEvents != now.ofEvents else { continue }
      for index in (before.events + now.events).compactMap({ eventIndex[$0.id] }) { due.add(index) }
    }
    guard !due.isEmpty else { return due }
    due.add(analyses: changed.compactMap(\.number))
    for index in due.indices { due.add(analyses: events[index].reports.map(\.analysis)) }
    return due
  }

  /// Forgets all that is more than what is declared of each thing.
  private mutating func unlink() {
    attributions = []
    broken = BrokenChains()
    (claims, claimIndex) = ([], [:])
    (tags, tagIndex) = ([], [:])
    articles = Array(repeating: ArticleEvidence(), count: articles.count)
    for index in entities.indices { entities[index].unlink() }
    for index in events.indices { events[index].unlink() }
  }
}

// What is not merged is linked: what is added to a thing some day belongs to one of these.

extension Entity {
  fileprivate mutating func unmerge() {
    var bare = Entity(id: id)
    bare.otherIDs = otherIDs
    bare.articles = articles
    bare.said = said
    bare.saidAbout = saidAbout
    bare.relayed = relayed
    bare.published = published
    bare.publications = publications
    bare.circles = circles
    bare.events = events
    bare.reported = reported
    self = bare
  }

  fileprivate mutating func unlink() {
    articles = []
    said = []
    saidAbout = []
    relayed = []
    published = []
    publications = []
    circles = []
    events = []
    reported = []
  }
}

extension Event {
  fileprivate mutating func unmerge() {
    var bare = Event(id: id)
    bare.otherIDs = otherIDs
    bare.attributions = attributions
    bare.endorsed = endorsed
    bare.distanced = distanced
    self = bare
  }

  fileprivate mutating func unlink() {
    attributions = []
    endorsed = []
    distanced = []
  }
}

extension Witnesses {
  /// Those among the witnesses, as indices into `Corpus.analyses`.
  var analyses: [Int] {
    values.flatMap { value in
      value.witnesses.compactMap { witness in
        if case .analysis(let number) = witness { number } else { nil }
      }
    }
  }
}

extension Origin {
  /// For what may stand anywhere, as all may that evidence is put together from.
  static var nowhere: Origin { Origin(file: "", line: 0) }
}

// As bytes: strings of Swift are equal where their bytes may differ.

extension Analysis {
  /// What it says of events.
  fileprivate var ofEvents: [UInt8] {
    part {
      $0.events = events
      $0.times = times
    }
  }

  /// The events that it says are one.
  var joined: [[UInt8]] {
    events.compactMap { event in
      var part = EventRecord(id: event.id, type: "", title: Localized(), origin: .nowhere)
      part.relations = event.relations.filter { $0.type == .sameAs }
      return part.relations.isEmpty ? nil : self.part { $0.events = [part] }
    }
  }

  /// One that says nothing.
  static var none: Analysis { Analysis(article: "", origin: .nowhere) }

  /// Some of what it says, wherever that stands.
  fileprivate func part(_ fill: (inout Analysis) -> Void) -> [UInt8] {
    var part = Analysis.none
    fill(&part)
    for index in part.entities.indices { part.entities[index].origin = .nowhere }
    for index in part.events.indices { part.events[index].origin = .nowhere }
    var writer = ByteWriter()
    writer.add(part)
    return writer.bytes
  }
}
