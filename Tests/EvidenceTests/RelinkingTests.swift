import Corpus
import TestSupport
import Testing

import Evidence

@Suite("Evidence of which something was said otherwise")
struct RelinkingTests {
  /// Three articles of two outlets, with a claim, events and a membership among them.
  private func corpus(_ edit: (inout Analysis) throws -> Void = { _ in }) throws -> Corpus {
    var test = TestCorpus()
    for (number, publisher) in ["paper", "agency", "paper"].enumerated() {
      try test.article(
        "article-\(number)", publisher: publisher, published: "2020-01-0\(number + 1)")
      test.everybody()
      try test.event("call", date: "2020-01-01", place: "state", participants: ["minister"])
      try test.event("talks", date: "2019", participants: ["ministry"])
      test.mention("minister")
      test.mention("state")
      test.attribution(
        "first", ["minister", "agency"], claim: "claim", stance: .endorsing, about: ["call"])
      test.attribution("second", [nil, "ministry"], claim: "claim", about: ["state", "talks"])
      if number == 2 { test.attribution("third", ["office"], about: ["visit"]) }
      // What one analysis alone declares, so that whatever it says of it is so.
      guard number == 1 else { continue }
      test.entity("office", memberOf: ["ministry"])
      test.entity("aide", .person, memberOf: ["office"])
      try test.event(
        "visit", date: "2018", place: "state", participants: ["office"], partOf: "talks")
      try test.event("walk", date: "2017", partOf: "talks")
      test.attribution("third", ["office", "aide"], claim: "claim", about: ["visit"])
      test.entity("bureau")
      test.entity("desk")
    }
    // Two ids of one.
    test.card("bureau", sameAs: ["desk"])
    var corpus = test.corpus
    try edit(&corpus.analyses[1])
    return corpus
  }

  private static let edits: [(what: String, edit: @Sendable (inout Analysis) throws -> Void)] = [
    ("a stance", { $0.attributions[0].cue?.stance = .denying }),
    ("a claim", { $0.attributions[1].claim = "other" }),
    ("a chain", { $0.attributions[0].chain = [Link(source: "state"), Link(source: nil)] }),
    ("one claim less", { $0.attributions[0].claim = nil }),
    ("a denial", { $0.attributions[0].isNegative = true }),
    ("another article's words", { $0.attributions.swapAt(0, 1) }),
    ("what it is about", { $0.attributions[0].about = ["talks", "minister"] }),
    (
      "one more attribution",
      { analysis in
        analysis.attributions.insert(
          AttributionRecord(
            id: "more", content: analysis.attributions[0].content, directness: .direct,
            chain: [Link(source: "state")], origin: analysis.origin), at: 1)
      }
    ),
    ("a mention", { $0.mentions[1].entity = "paper" }),
    ("one mention less", { $0.mentions.removeFirst() }),
    (
      "one more mention",
      { $0.mentions.append(Mention(entity: "paper", target: $0.mentions[0].target)) }
    ),
    ("a name", { $0.entities[4].names = Localized([.init(lang: "en", text: "The Minister")]) }),
    ("the order of two records that are of one", { $0.entities.swapAt(7, 8) }),
    (
      "a label",
      { analysis in
        analysis.labels = [
          Label(entity: "state", target: analysis.mentions[0].target, device: .epithet)
        ]
      }
    ),
    ("an alias", { $0.entities[2].aliases = ["the country"] }),
    ("a type", { $0.entities[3].type = .place }),
    ("a title", { $0.events[0].title = Localized([.init(lang: "ar", text: "مكالمة")]) }),
    ("a status", { $0.events[1].status = .denied }),
    ("a place", { $0.events[1].place = "state" }),
    ("the only type", { $0.entities[5].type = .place }),
    ("the only kind", { $0.entities[5].kind = "newspaper" }),
    ("the only membership", { $0.entities[5].memberOf = ["paper"] }),
    ("another's only membership", { $0.entities[6].memberOf = ["agency"] }),
    ("the only name", { $0.entities[5].names = Localized([.init(lang: "ar", text: "المكتب")]) }),
    ("the only date", { $0.events[2].date = try EDTF(parsing: "2022") }),
    ("the only title", { $0.events[2].title = Localized([.init(lang: "ar", text: "زيارة")]) }),
    ("the only place", { $0.events[2].place = nil }),
    ("the only participants", { $0.events[2].participants = [.init(entity: "aide", role: "x")] }),
    ("the only whole", { $0.events[3].partOf = "call" }),
    ("a kind", { $0.entities[0].kind = "broadcaster" }),
    ("a membership", { $0.entities[4].memberOf = ["state", "paper"] }),
    ("a date", { $0.events[1].date = try EDTF(parsing: "2021-05") }),
    ("participants", { $0.events[0].participants = [.init(entity: "agency", role: "mediator")] }),
    ("a whole", { $0.events[0].partOf = "talks" }),
  ]

  @Test("is as if all of it were put together anew", arguments: edits.map(\.what), [1, 2])
  func asNew(what: String, workers: Int) throws {
    let edit = try #require(Self.edits.first { $0.what == what }).edit
    let (old, new) = (try corpus(), try corpus(edit))
    let evidence = Evidence(old)
    #expect(evidence.following(new, .values(articles: [], analyses: [1])) == nil)
    let relinked = try #require(
      evidence.relinked(new, .values(articles: [], analyses: [1]), workers: workers))
    expectAlike(relinked, Evidence(new))
  }

  @Test("is as if put together anew, whatever attributions of whatever articles", arguments: 0..<40)
  func random(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var corpus = try many(&random)
    var evidence = Evidence(corpus)
    for _ in 1...8 {
      var changed: Set<Int> = []
      for _ in 1...Int.random(in: 1...4, using: &random) {
        let number = corpus.analyses.indices.randomElement(using: &random) ?? 0
        guard
          let position = corpus.analyses[number].attributions.indices.randomElement(using: &random)
        else { continue }
        change(&corpus.analyses[number].attributions[position], &random)
        if Bool.random(using: &random) { change(&corpus.analyses[number], &random) }
        changed.insert(number)
      }
      evidence = try #require(
        evidence.relinked(
          corpus, .values(articles: [], analyses: changed.sorted()), workers: 2))
      expectAlike(evidence, Evidence(corpus))
    }
  }

  private static let names = ["paper", "agency", "state", "ministry", "minister"]

  /// Twelve articles, each with some attributions of three claims.
  private func many(_ random: inout SplitMix) throws -> Corpus {
    var test = TestCorpus()
    for number in 0..<12 {
      try test.article(
        "article-\(10 + number)", publisher: ["paper", "agency", nil][number % 3],
        published: number % 4 == 0 ? nil : "2020-01-\(10 + number)")
      test.everybody()
      try test.event("call", date: "2020-01-01", participants: ["minister"])
      try test.event("talks", date: "2019", participants: ["ministry"])
      for position in 0..<Int.random(in: 0...4, using: &random) {
        test.attribution("a\(position)", ["minister"], claim: "claim-\(number % 3)")
      }
    }
    var corpus = test.corpus
    for number in corpus.analyses.indices {
      for position in corpus.analyses[number].attributions.indices {
        change(&corpus.analyses[number].attributions[position], &random)
      }
    }
    return corpus
  }

  private func change(_ attribution: inout AttributionRecord, _ random: inout SplitMix) {
    let names: [String?] = Self.names + [nil]
    switch Int.random(in: 0...4, using: &random) {
    case 0:
      attribution.cue = Cue(
        stance: [.neutral, .endorsing, .distancing, .denying].randomElement(using: &random)
          ?? .neutral)
    case 1:
      attribution.claim =
        ["claim-0", "claim-1", "claim-2", nil].randomElement(using: &random) ?? nil
    case 2:
      attribution.chain = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        Link(source: names.randomElement(using: &random) ?? nil)
      }
    case 3:
      attribution.about = (Self.names + ["call", "talks"]).filter { _ in Bool.random(using: &random)
      }
    default: attribution.isNegative.toggle()
    }
  }

  private func change(_ analysis: inout Analysis, _ random: inout SplitMix) {
    let text = Localized([.init(lang: "en", text: "\(Int.random(in: 0...3, using: &random))")])
    switch Int.random(in: 0...3, using: &random) {
    case 0:
      analysis.entities[Int.random(in: 0...4, using: &random)].names = text
    case 1: analysis.events[Int.random(in: 0...1, using: &random)].title = text
    case 2:
      analysis.mentions = Self.names.filter { _ in Bool.random(using: &random) }.map {
        Mention(entity: $0, target: Target(first: Span(codePoints: 0..<1, bytes: 0..<1)))
      }
    default: analysis.entities.swapAt(0, 1)
    }
  }

  private func expectAlike(_ evidence: Evidence, _ other: Evidence) {
    let parts = { (evidence: Evidence) in
      Mirror(reflecting: evidence).children.map { ($0.label ?? "", "\($0.value)") }
        // Dictionaries of the same values need not be told alike.
        .filter { !$0.0.hasSuffix("Index") && $0.0 != "broken" }
    }
    for (mine, new) in zip(parts(evidence), parts(other)) { #expect(mine == new) }
    #expect(evidence.claimIndex == other.claimIndex)
    #expect(evidence.broken.all == other.broken.all)
    #expect(evidence.broken.byKind == other.broken.byKind)
  }

  @Test("is put together anew where two events become one")
  func joined() throws {
    let new = try corpus { $0.events[0].relations = [.init(type: .sameAs, event: "talks")] }
    #expect(
      Evidence(try corpus()).relinked(new, .values(articles: [], analyses: [1]), workers: 1) == nil)
    #expect(Evidence(try corpus()).relinked(new, .all, workers: 1) == nil)
  }
}
