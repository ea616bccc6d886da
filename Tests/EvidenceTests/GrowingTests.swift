import Corpus
import TestSupport
import Testing

import Evidence

/// What stays of evidence when records come is what would be put together of all of them.
@Suite("Evidence to which records come")
struct GrowingTests {
  // MARK: One at a time

  /// Two articles of a paper and an agency.
  private func base() throws -> TestCorpus {
    var test = TestCorpus()
    for (number, publisher) in ["paper", "agency"].enumerated() {
      try test.article("m\(number)", publisher: publisher, published: "2020-01-0\(number + 1)")
      test.everybody()
      try test.event("call", date: "2020-01-01", place: "state", participants: ["minister"])
      try test.event("talks", participants: ["ministry"])
      test.mention("minister")
      test.attribution(
        "a", ["minister", "agency"], claim: "k", stance: .endorsing, about: ["call"])
      test.attribution("b", [nil, "ministry"], claim: "m", about: ["talks", "state"])
    }
    return test
  }

  private static let cases:
    [(what: String, fits: Bool, add: @Sendable (inout TestCorpus, String) throws -> Void)] = [
      ("that says nothing", true, { try $0.article($1, publisher: "paper") }),
      ("of no publisher", true, { try $0.article($1) }),
      (
        "about what is there", true,
        { test, id in
          try test.article(id, publisher: "agency", published: "2020-01-02")
          test.entity("minister", .person, memberOf: ["ministry"])
          try test.event("call", date: "2020-01-01", place: "state", participants: ["minister"])
          test.mention("state")
          test.attribution("a", ["ministry"], claim: "k", stance: .denying, about: ["call"])
          test.attribution("b", ["minister", "paper"], claim: "m", about: ["minister"])
        }
      ),
      (
        "of somebody new, who takes part in something new", true,
        { test, id in
          try test.article(id, publisher: "paper", published: "2019")
          test.entity("aide", .person, memberOf: ["ministry"])
          try test.event("visit", date: "2019-05", place: "state", participants: ["aide"])
          try test.event("walk", participants: ["aide", "minister"], partOf: "call")
          test.mention("aide")
          test.attribution("a", ["aide", "minister"], claim: "l", about: ["visit", "aide"])
        }
      ),
      (
        "in which others take part in what is there", true,
        { test, id in
          try test.article(id, publisher: "paper")
          test.entity("zealot", .person)
          try test.event("call", place: "ministry", participants: ["zealot", "agency"])
        }
      ),
      (
        "of a publisher who is new", true,
        { test, id in
          try test.article(id, publisher: "gazette")
          test.entity("gazette")
          test.attribution("a", ["gazette"], claim: "k")
        }
      ),
      (
        "with tags", true,
        { test, id in
          try test.article(id, publisher: "paper", published: "2021", tags: ["Talks", "New"])
          try test.event("talks")
        }
      ),
      ("of one who published nothing before", false, { try $0.article($1, publisher: "ministry") }),
      (
        "that has one a member of another", false,
        { test, id in
          try test.article(id, publisher: "paper")
          test.entity("state", .place, memberOf: ["ministry"])
        }
      ),
      (
        "that dates what had no date", false,
        { test, id in
          try test.article(id, publisher: "paper")
          try test.event("talks", date: "2018")
        }
      ),
      (
        "that has one thing a part of another", false,
        { test, id in
          try test.article(id, publisher: "paper")
          try test.event("talks", partOf: "call")
        }
      ),
      (
        "that says two things are one", false,
        { test, id in
          try test.article(id, publisher: "paper")
          try test.event("talks", relations: [.init(type: .sameAs, event: "call")])
        }
      ),
      (
        "of somebody whose id is that of an event", false,
        { test, id in
          try test.article(id, publisher: "paper")
          test.entity("talks")
        }
      ),
    ]

  @Test(
    "takes up an article, wherever it stands", arguments: cases.map(\.what), ["a", "m0x", "z"])
  func oneMore(what: String, id: String) throws {
    let (_, fits, add) = try #require(Self.cases.first { $0.what == what })
    let old = try base()
    var all = old
    try add(&all, id)
    let next = Growing(old.corpus, all.corpus)
    for workers in 1...2 {
      let grown = Evidence(old.corpus).relinked(next.corpus, next.change, workers: workers)
      #expect((grown != nil) == fits, "\(what)")
      if let grown { expectAlike(grown, Evidence(next.corpus)) }
    }
    // And lets it go.
    let last = Growing(next.corpus, old.corpus)
    let shrunk = Evidence(next.corpus).relinked(last.corpus, last.change, workers: 2)
    #expect((shrunk != nil) == fits, "\(what)")
    if let shrunk { expectAlike(shrunk, Evidence(last.corpus)) }
  }

  @Test(
    "takes up a card, of whoever it is",
    arguments: ["minister", "aide", "zealot"], [nil, "official", "newspaper"])
  func card(of id: String, kind: String?) throws {
    let old = try base()
    var all = old
    all.card(id, kind: kind)
    let next = Growing(old.corpus, all.corpus)
    let grown = Evidence(old.corpus).relinked(next.corpus, next.change, workers: 1)
    // The card says of each that it is an organization, which the minister was not.
    #expect((grown == nil) == (id == "minister"))
    if let grown { expectAlike(grown, Evidence(next.corpus)) }
    // What a card says next.
    let evidence = Evidence(next.corpus)
    var other = next.corpus
    other.entityCards[0].entity.aliases = ["Another"]
    other.entityCards[0].entity.kind = "x"
    let changed = Growing(next.corpus, other)
    let following = evidence.relinked(changed.corpus, changed.change, workers: 2)
    // What is no news organisation any more may not be one that begins a chain.
    #expect((following == nil) == (kind == "newspaper"))
    if let following { expectAlike(following, Evidence(other)) }
    // And once it goes.
    let bare = Growing(other, old.corpus)
    let shrunk = Evidence(other).relinked(bare.corpus, bare.change, workers: 1)
    #expect((shrunk == nil) == (id == "minister"))
    if let shrunk { expectAlike(shrunk, Evidence(old.corpus)) }
  }

  @Test("is put together anew where a card joins two things")
  func joiningCard() throws {
    let old = try base()
    var all = old
    all.card("minister", sameAs: ["agency"])
    let next = Growing(old.corpus, all.corpus)
    #expect(Evidence(old.corpus).relinked(next.corpus, next.change, workers: 1) == nil)
    let evidence = Evidence(next.corpus)
    var other = next.corpus
    other.entityCards[0].sameAs = []
    let parted = Growing(next.corpus, other)
    #expect(evidence.relinked(parted.corpus, parted.change, workers: 1) == nil)
  }

  @Test("takes up another analysis of an article that is there")
  func anotherAnalysis() throws {
    let old = try base()
    var all = old
    all.analysis()
    all.entity("zealot", .person)
    all.mention("zealot")
    all.attribution("c", ["zealot", "paper"], claim: "k")
    let next = Growing(old.corpus, all.corpus)
    let grown = Evidence(old.corpus).relinked(next.corpus, next.change, workers: 1)
    expectAlike(try #require(grown), Evidence(next.corpus))
    // And once that goes.
    let last = Growing(next.corpus, old.corpus)
    let shrunk = Evidence(next.corpus).relinked(last.corpus, last.change, workers: 1)
    expectAlike(try #require(shrunk), Evidence(old.corpus))
  }

  @Test("is put together anew where an analysis no longer declares what something belonged to")
  func lessDeclared() throws {
    var body = try base()
    var whole = body
    for number in 2...3 {
      try body.article("m\(number)", publisher: "paper")
      body.everybody()
      if number == 2 { body.entity("team") }
      body.entity("aide", .person, memberOf: number == 2 ? ["team"] : [])
      body.attribution("a", ["aide", "minister"], claim: "k")
      try whole.article("m\(number)", publisher: "paper")
      try whole.event("call")
      if number == 2 { try whole.event("march") }
      // What most say, or the first of as many, is the whole that it is a part of.
      try whole.event("step", partOf: number == 2 ? "march" : "call")
    }
    for corpus in [body.corpus, whole.corpus] {
      var next = corpus
      next.analyses[2].entities.removeAll { $0.id == "team" }
      next.analyses[2].events.removeAll { $0.id == "march" }
      for index in next.analyses[2].entities.indices {
        next.analyses[2].entities[index].memberOf.removeAll { $0 == "team" }
      }
      for index in next.analyses[2].events.indices { next.analyses[2].events[index].partOf = nil }
      let shrinking = Growing(corpus, next)
      let shrunk = Evidence(corpus).relinked(shrinking.corpus, shrinking.change, workers: 1)
      #expect(shrunk == nil)
    }
  }

  // MARK: By lot

  @Test("is as if put together anew, whatever comes and changes", arguments: 0..<40)
  func random(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let pool = try RandomCorpus(&random)
    var there = Set(0..<6)
    var corpus = pool.corpus(of: there)
    var evidence = Evidence(corpus)
    var taken = 0
    for _ in 0..<12 {
      for _ in 1...Int.random(in: 1...3, using: &random) {
        there.insert(Int.random(in: 0..<pool.count, using: &random))
      }
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        if there.count > 3, let one = there.sorted().randomElement(using: &random) {
          there.remove(one)
        }
      }
      var next = pool.corpus(of: there)
      // What was changed before stays so.
      for analysis in corpus.analyses {
        guard let index = next.analyses.firstIndex(where: { $0.article == analysis.article }) else {
          continue
        }
        next.analyses[index] = analysis
      }
      if Bool.random(using: &random) {
        let index = Int.random(in: next.analyses.indices, using: &random)
        pool.change(&next.analyses[index], &random)
      }
      next.entityCards = corpus.entityCards
      next.eventCards = corpus.eventCards
      if Bool.random(using: &random) { pool.changeCards(of: &next, &random) }
      let growing = Growing(corpus, next)
      next = growing.corpus
      let whole = Evidence(next)
      if let grown = evidence.relinked(next, growing.change, workers: 2) {
        expectAlike(grown, whole)
        evidence = grown
        taken += 1
      } else {
        evidence = whole
      }
      corpus = next
    }
    #expect(taken > 0)
  }

  @Test("does not mind on which lines records stand")
  func lines() throws {
    var test = try base()
    try test.article("m2", publisher: "paper")
    test.everybody()
    try test.event("parley", relations: [.init(type: .sameAs, event: "talks")])
    let old = test.corpus
    let place = try #require(old.articles.firstIndex { $0.id == "m2" })
    let number = try #require(old.analyses.firstIndex { $0.article == "m2" })
    var next = old
    func elsewhere(_ origin: Origin) -> Origin {
      Origin(file: origin.file, line: origin.line + 1)
    }
    next.articles[place].title += " of another day"
    next.articles[place].origin = elsewhere(next.articles[place].origin)
    next.analyses[number].origin = elsewhere(next.analyses[number].origin)
    for index in next.analyses[number].entities.indices {
      let origin = next.analyses[number].entities[index].origin
      next.analyses[number].entities[index].origin = elsewhere(origin)
    }
    for index in next.analyses[number].events.indices {
      let origin = next.analyses[number].events[index].origin
      next.analyses[number].events[index].origin = elsewhere(origin)
    }
    var growth = CorpusChange.Growth()
    (growth.articles, growth.analyses) = ([place], [number])
    let grown = Evidence(old).relinked(next, .grown(growth), workers: 2)
    expectAlike(try #require(grown), Evidence(next))
  }

  private func expectAlike(_ evidence: Evidence, _ other: Evidence) {
    for number in Evidence.partNames.indices {
      #expect(evidence.part(number) == other.part(number), "\(Evidence.partNames[number])")
    }
  }
}

/// How one corpus differs from another from which records went, and to which others came.
private struct Growing {
  let corpus: Corpus
  let change: CorpusChange

  /// - Parameter all: in whatever order.
  init(_ old: Corpus, _ all: Corpus) {
    var corpus = all
    corpus.entityCards.sort { $0.entity.id < $1.entity.id }
    corpus.eventCards.sort { $0.event.id < $1.event.id }
    corpus.articles.sort { $0.id < $1.id }
    // In their order, of one article.
    corpus.analyses = corpus.articles.flatMap { article in
      all.analyses.filter { $0.article == article.id }
    }
    var growth = CorpusChange.Growth()
    growth.newArticles = corpus.articles.indices.filter { index in
      !old.articles.contains { $0.id == corpus.articles[index].id }
    }
    var before: [String: [Analysis]] = Dictionary(grouping: old.analyses, by: \.article)
    for (index, analysis) in corpus.analyses.enumerated() {
      guard let known = before[analysis.article]?.first else {
        growth.newAnalyses.append(index)
        continue
      }
      before[analysis.article]?.removeFirst()
      if known != analysis { growth.analyses.append(index) }
    }
    growth.goneArticles = old.articles.indices.filter { index in
      !corpus.articles.contains { $0.id == old.articles[index].id }
    }
    // Of one article, those that went are the last ones.
    growth.goneAnalyses = old.analyses.indices.reversed().filter { index in
      before[old.analyses[index].article]?.popLast() != nil
    }.sorted()
    growth.goneEntityCards = old.entityCards.indices.filter { index in
      !corpus.entityCards.contains { $0.entity.id == old.entityCards[index].entity.id }
    }
    growth.goneEventCards = old.eventCards.indices.filter { index in
      !corpus.eventCards.contains { $0.event.id == old.eventCards[index].event.id }
    }
    for (index, card) in corpus.entityCards.enumerated() {
      let before = old.entityCards.first { $0.entity.id == card.entity.id }
      if before == nil { growth.newEntityCards.append(index) }
      if let before, before != card { growth.entityCards.append(index) }
    }
    for (index, card) in corpus.eventCards.enumerated() {
      let before = old.eventCards.first { $0.event.id == card.event.id }
      if before == nil { growth.newEventCards.append(index) }
      if let before, before != card { growth.eventCards.append(index) }
    }
    self.corpus = corpus
    change = .grown(growth)
  }
}

/// Articles of which any may be there, so that what is said of something in one may be said in another.
private struct RandomCorpus {
  private let corpus: Corpus
  /// In the order of their ids; analyses stand beside articles.
  var count: Int { corpus.articles.count }

  private static let sources = ["agency", "minister", "ministry", "paper", "state"]

  init(_ random: inout SplitMix) throws {
    var test = TestCorpus()
    for number in 0..<18 {
      try test.article(
        "article-\(10 + number)", publisher: ["paper", "agency", nil][number % 3],
        published: number % 4 == 0 ? nil : "2020-01-\(Int.random(in: 10...28, using: &random))",
        tags: number % 5 == 0 ? ["Tag", "tag \(number)"] : [])
      test.everybody()
      try test.event("call", date: "2020-01-01", participants: ["minister"])
      try test.event("talks", participants: ["ministry"])
      let own = ["b-\(number)", "n-\(number)", "z-\(number / 2)"].filter { _ in
        Bool.random(using: &random)
      }
      for name in own {
        test.entity(name, .person, memberOf: Bool.random(using: &random) ? ["ministry"] : [])
        if Bool.random(using: &random) { test.mention(name) }
        if Bool.random(using: &random) {
          try test.event(
            (name.hasPrefix("n") ? "v-" : "d-") + name,
            date: ["2019", "2020-01-01", nil].randomElement(using: &random) ?? nil,
            place: Bool.random(using: &random) ? "state" : nil, participants: [name, "minister"],
            partOf: [nil, "call", "talks"].randomElement(using: &random) ?? nil,
            status: [.denied, nil].randomElement(using: &random) ?? nil,
            relations: [.init(type: .after, event: "talks")])
        }
      }
      for position in 0..<Int.random(in: 0...4, using: &random) {
        test.attribution(
          "a\(position)",
          (0..<Int.random(in: 1...3, using: &random)).map { _ in
            ((Self.sources + own).map { $0 } + [nil]).randomElement(using: &random) ?? nil
          },
          claim: ["c", "k-\(number)", "z-\(number / 3)", nil].randomElement(using: &random) ?? nil,
          stance: [.endorsing, .denying, nil].randomElement(using: &random) ?? nil,
          about: (["call", "talks", "state"] + own).filter { _ in Bool.random(using: &random) },
          isNegative: Bool.random(using: &random))
      }
    }
    var corpus = test.corpus
    for number in corpus.analyses.indices { Self.complete(&corpus.analyses[number], &random) }
    self.corpus = corpus
  }

  /// Says more of what is declared: something of every kind.
  private static func complete(_ analysis: inout Analysis, _ random: inout SplitMix) {
    for index in analysis.entities.indices where Bool.random(using: &random) {
      analysis.entities[index].aliases = ["alias \(Int.random(in: 0...2, using: &random))"]
      analysis.entities[index].wikidata = "Q\(Int.random(in: 1...2, using: &random))"
      analysis.entities[index].location = .init(
        lat: Double(Int.random(in: 1...2, using: &random)), lon: 0)
      analysis.entities[index].reliability = ["A", "B"].randomElement(using: &random)
    }
    for index in analysis.events.indices where Bool.random(using: &random) {
      analysis.events[index].certainty = .possible
      analysis.events[index].isNegative.toggle()
    }
    guard let entity = analysis.entities.randomElement(using: &random) else { return }
    let word = Target(first: Span(codePoints: 0..<1, bytes: 0..<1))
    analysis.labels = [Label(entity: entity.id, target: word, device: .epithet)]
  }

  func corpus(of numbers: Set<Int>) -> Corpus {
    var some = Corpus()
    some.articles = numbers.sorted().map { corpus.articles[$0] }
    some.analyses = numbers.sorted().map { corpus.analyses[$0] }
    return some
  }

  /// Adds a card, or has one say something else.
  func changeCards(of corpus: inout Corpus, _ random: inout SplitMix) {
    let note = MarkdownText(source: "", origin: Origin(file: "test", line: 1))
    let text = Localized([.init(lang: "en", text: "\(Int.random(in: 0...3, using: &random))")])
    let things = Evidence(corpus)
    if Int.random(in: 0..<4, using: &random) == 0 {
      if !corpus.entityCards.isEmpty { corpus.entityCards.removeFirst() }
      if !corpus.eventCards.isEmpty { corpus.eventCards.removeLast() }
      return
    }
    if Bool.random(using: &random), let entity = things.entities.randomElement(using: &random) {
      var record = EntityRecord(
        id: entity.id, type: entity.type.best ?? .person, names: text, origin: note.origin)
      record.kind = ["official", nil].randomElement(using: &random) ?? nil
      corpus.entityCards.removeAll { $0.entity.id == entity.id }
      corpus.entityCards.append(EntityCard(entity: record, note: note))
    } else if let event = things.events.randomElement(using: &random) {
      var record = EventRecord(id: event.id, type: "call", title: text, origin: note.origin)
      record.date = event.date.best
      record.place = [nil, "state"].randomElement(using: &random) ?? nil
      corpus.eventCards.removeAll { $0.event.id == event.id }
      corpus.eventCards.append(EventCard(event: record, note: note))
    }
  }

  func change(_ analysis: inout Analysis, _ random: inout SplitMix) {
    switch Int.random(in: 0...6, using: &random) {
    case 5: if !analysis.attributions.isEmpty { analysis.attributions.removeFirst() }
    case 6: if analysis.events.count > 2 { analysis.events.removeLast() }
    case 0:
      analysis.entities[Int.random(in: 0...4, using: &random)].names = Localized([
        .init(lang: "en", text: "\(Int.random(in: 0...3, using: &random))")
      ])
    case 1: analysis.events[0].participants.append(.init(entity: "state", role: "x"))
    case 2: if !analysis.mentions.isEmpty { analysis.mentions.removeFirst() }
    case 3:
      if let last = analysis.attributions.last {
        analysis.attributions.append(
          AttributionRecord(
            id: "more", content: last.content, directness: .direct,
            chain: [Link(source: "state"), Link(source: "agency")], origin: last.origin))
      }
    default:
      if !analysis.attributions.isEmpty { analysis.attributions[0].about = ["call", "minister"] }
    }
  }
}
