import Corpus
import Testing

import Evidence

@Suite("Chains")
struct ChainTests {
  @Test("A chain runs from the originator to the outlet, and each has its part in it")
  func parts() throws {
    var corpus = TestCorpus()
    try corpus.article("a", publisher: "paper")
    for id in ["erdogan", "altun", "anadolu", "paper"] { corpus.entity(id) }
    corpus.attribution("a1", ["erdogan", "altun", "anadolu"])
    let evidence = corpus.evidence
    let attribution = evidence.attributions[0]
    #expect(
      attribution.sources.map { $0.map { evidence.entities[$0].id } }
        == ["erdogan", "altun", "anadolu"])
    #expect(attribution.outlet.map { evidence.entities[$0].id } == "paper")
    func entity(_ id: String) throws -> Entity {
      evidence.entities[try #require(evidence.entity(id: id))]
    }
    #expect(try entity("erdogan").said == [0])
    #expect(try entity("altun").relayed == [0])
    #expect(try entity("anadolu").relayed == [0])
    #expect(try entity("paper").published == [0])
    #expect(try entity("paper").said.isEmpty)
  }

  @Test("Who speaks for the originator's own body is its voice, and no carrier")
  func voices() throws {
    var corpus = TestCorpus()
    try corpus.article("a", publisher: "paper")
    corpus.entity("presidency")
    corpus.entity("erdogan", .person, memberOf: ["presidency"])
    corpus.entity("altun", .person, memberOf: ["presidency"])
    corpus.entity("anadolu")
    corpus.entity("paper")
    corpus.attribution("a1", ["erdogan", "altun", "anadolu"])
    let evidence = corpus.evidence
    #expect(evidence.voices(of: evidence.attributions[0]) == [evidence.entity(id: "altun")])
    #expect(evidence.carriers(of: evidence.attributions[0]) == [evidence.entity(id: "anadolu")])
  }

  @Test("An originator that is a member of a state answers for itself")
  func states() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    corpus.entity("russia", .place)
    corpus.entity("kremlin", memberOf: ["russia"])
    corpus.entity("ministry", memberOf: ["russia"])
    corpus.attribution("a1", ["kremlin"], claim: "c")
    corpus.attribution("a2", ["ministry"], claim: "c")
    #expect(corpus.evidence.claims[0].origins.count == 2)
  }
}

@Suite("Origins")
struct OriginTests {
  @Test("Two papers that carry one agency's wire of one speaker are one origin")
  func oneWire() throws {
    var corpus = TestCorpus()
    try corpus.article("a", publisher: "paper-1")
    for id in ["kremlin", "anadolu", "paper-1", "paper-2"] { corpus.entity(id) }
    corpus.attribution("a1", ["kremlin", "anadolu"], claim: "c")
    try corpus.article("b", publisher: "paper-2")
    corpus.attribution("a1", ["kremlin", "anadolu"], claim: "c")
    let claim = corpus.evidence.claims[0]
    #expect(claim.attributions == [0, 1])
    #expect(claim.origins.count == 1)
  }

  @Test("A ministry, its minister and its spokesman are one body, also over several steps")
  func oneBody() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    corpus.entity("ministry")
    corpus.entity("press-office", memberOf: ["ministry"])
    corpus.entity("minister", .person, memberOf: ["ministry"])
    corpus.entity("spokesman", .person, memberOf: ["press-office"])
    for (number, id) in ["ministry", "minister", "spokesman"].enumerated() {
      corpus.attribution("a\(number)", [id], claim: "c")
    }
    let evidence = corpus.evidence
    #expect(evidence.claims[0].origins.count == 1)
    #expect(evidence.claims[0].origins[0].body == evidence.entity(id: "ministry"))
  }

  @Test("Unnamed sources are as many origins as hands they come from")
  func unnamed() throws {
    var corpus = TestCorpus()
    try corpus.article("a", publisher: "paper-1")
    for id in ["anadolu", "paper-1", "paper-2"] { corpus.entity(id) }
    corpus.attribution("a1", [nil, "anadolu"], claim: "c")
    try corpus.article("b", publisher: "paper-2")
    corpus.attribution("a1", [nil, "anadolu"], claim: "c")
    corpus.attribution("a2", [nil], claim: "c")
    #expect(corpus.evidence.claims[0].origins.map(\.attributions) == [[0, 1], [2]])
  }

  @Test("Memberships that run in a circle end")
  func circle() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    corpus.entity("x", memberOf: ["y"])
    corpus.entity("y", memberOf: ["x"])
    corpus.attribution("a1", ["x"], claim: "c")
    #expect(corpus.evidence.claims[0].origins.count == 1)
  }
}
