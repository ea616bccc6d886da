import Corpus
import Testing

import Evidence

@Suite("Versions of one event")
struct VersionTests {
  /// Two articles on one call: both have Erdoğan in it, one alone a place and Putin.
  private func call() throws -> TestCorpus {
    var corpus = TestCorpus()
    try corpus.article("a")
    for id in ["erdogan", "putin"] { corpus.entity(id, .person) }
    corpus.entity("idlib", .place)
    try corpus.event(
      "call", date: "2019-05-13", place: "idlib", participants: ["erdogan", "putin"])
    try corpus.article("b")
    try corpus.event("call", date: "2019-05-14", participants: ["erdogan"], status: .confirmed)
    return corpus
  }

  @Test("What one article alone says is told from what several say, and from a disagreement")
  func onlyHere() throws {
    let evidence = try call().evidence
    let versions = evidence.versions(of: 0)
    #expect(versions.isOnlyPlace(in: 0) && !versions.isOnlyPlace(in: 1))
    #expect(versions.isOnlyStatus(in: 1) && !versions.isOnlyStatus(in: 0))
    // Two dates are a disagreement, not something that one alone says.
    #expect(!versions.isOnlyDate(in: 0) && !versions.isOnlyDate(in: 1))
    let putin = try #require(evidence.entity(id: "putin"))
    let erdogan = try #require(evidence.entity(id: "erdogan"))
    #expect(versions.isOnlyParticipant(putin, in: 0))
    #expect(!versions.isOnlyParticipant(erdogan, in: 0))
  }

  @Test("Two annotators of one article are one article; a second article ends it")
  func annotators() throws {
    var corpus = try call()
    corpus.analysis()
    try corpus.event("call", place: "idlib")
    #expect(!corpus.evidence.versions(of: 0).isOnlyPlace(in: 0))
    var own = TestCorpus()
    try own.article("a")
    own.entity("idlib", .place)
    try own.event("call", place: "idlib")
    own.analysis()
    try own.event("call", place: "idlib")
    try own.article("b")
    try own.event("call")
    #expect(own.evidence.versions(of: 0).isOnlyPlace(in: 0))
  }

  @Test("Where one article alone tells of an event, nothing is only there")
  func oneArticle() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    try corpus.event("call", date: "2019-05-13")
    #expect(!corpus.evidence.versions(of: 0).isOnlyDate(in: 0))
  }

  @Test("What is said of an event is found by article")
  func attributions() throws {
    var corpus = TestCorpus()
    for id in ["a", "b", "c"] {
      try corpus.article(id)
      corpus.entity("kremlin")
      if id != "b" {
        try corpus.event("call")
        corpus.attribution("a1", ["kremlin"], about: ["call"])
      }
      corpus.attribution("a2", ["kremlin"])
    }
    let evidence = corpus.evidence
    #expect(Array(evidence.attributions(about: 0, in: 0)) == [0])
    #expect(evidence.attributions(about: 0, in: 1).isEmpty)
    #expect(Array(evidence.attributions(about: 0, in: 2)) == [3])
  }

  @Test("Opposite cues: endorsing on one side, distancing and denying on the other")
  func opposed() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    corpus.entity("kremlin")
    try corpus.event("call")
    let stances: [Cue.Stance?] = [.endorsing, .neutral, nil, .distancing, .denying]
    for (number, stance) in stances.enumerated() {
      corpus.attribution("a\(number)", ["kremlin"], stance: stance, about: ["call"])
    }
    let event = corpus.evidence.events[0]
    #expect(event.endorsed == [0])
    #expect(event.distanced == [3, 4])
    #expect(event.isOpposed)
  }
}

@Suite("Order that the dates do not settle")
struct UnsettledOrderTests {
  /// By id: which event above it each is not parted from.
  private func rivals(_ corpus: TestCorpus) -> [String: String] {
    let evidence = corpus.evidence
    let list = evidence.dated + evidence.undated
    var rivals: [String: String] = [:]
    for (event, rival) in zip(list, evidence.unsettled(list)) {
      if let rival { rivals[evidence.events[event].id] = evidence.events[rival].id }
    }
    return rivals
  }

  private func corpus(_ dates: KeyValuePairs<String, String>) throws -> TestCorpus {
    var corpus = TestCorpus()
    try corpus.article("a")
    for (id, date) in dates { try corpus.event(id, date: date) }
    return corpus
  }

  @Test("Days that follow each other are in order; one day, a month and its day, are not")
  func overlaps() throws {
    let corpus = try corpus([
      "monday": "2019-05-13", "tuesday": "2019-05-14", "also-tuesday": "2019-05-14",
      "in-june": "2019-06", "mid-june": "2019-06-15", "july": "2019-07-01",
    ])
    #expect(rivals(corpus) == ["tuesday": "also-tuesday", "mid-june": "in-june"])
  }

  @Test("What goes on without end is not parted from anything after it; the nearest is named")
  func open() throws {
    let corpus = try corpus([
      "war": "2011/..", "x": "2019-05-13", "y": "2019-05-14", "z": "2019-05-14",
    ])
    #expect(rivals(corpus) == ["x": "war", "y": "war", "z": "y"])
  }

  @Test("All the dates that are given for an event count")
  func disputed() throws {
    var corpus = try corpus(["x": "2019-05-13", "y": "2019-05-14"])
    #expect(rivals(corpus).isEmpty)
    try corpus.article("b")
    try corpus.event("x", date: "2019-05-15")
    #expect(rivals(corpus) == ["y": "x"])
  }

  @Test("Neither a larger event nor one that is said to come before leaves the order open")
  func parted() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    try corpus.event("talks", date: "2019-05")
    try corpus.event("round", date: "2019-05", partOf: "talks")
    try corpus.event("call", date: "2019-05-13", partOf: "round")
    try corpus.event(
      "reply", date: "2019-05-13", relations: [.init(type: .after, event: "call")])
    // The reply is parted from the call alone.
    #expect(rivals(corpus) == ["reply": "talks"])
  }

  @Test("Undated events are not in any order")
  func undated() throws {
    var corpus = try corpus(["x": "2019-05-13"])
    try corpus.event("y")
    #expect(rivals(corpus).isEmpty)
  }

  @Test("A long list costs its length")
  func long() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    for number in 0..<20_000 { try corpus.event("e\(number)", date: "2019") }
    let evidence = corpus.evidence
    #expect(evidence.unsettled(evidence.dated).count { $0 != nil } == 19_999)
  }
}
