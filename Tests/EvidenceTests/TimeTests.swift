import Corpus
import Testing

import Evidence

@Suite("Order in time")
struct TimeTests {
  @Test("Events stand in the order of what their dates can mean; the undated stand apart")
  func order() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    try corpus.event("undated")
    try corpus.event("in-may", date: "2019-05")
    try corpus.event("on-the-13th", date: "2019-05-13")
    try corpus.event("about-the-13th", date: "2019-05-13~")
    try corpus.event("over-may", date: "2019-05-01/2019-05-14")
    try corpus.event("until", date: "../2019-05-01")
    let evidence = corpus.evidence
    #expect(
      evidence.dated.map { evidence.events[$0].id }
        == ["until", "over-may", "in-may", "about-the-13th", "on-the-13th"])
    #expect(evidence.undated.map { evidence.events[$0].id } == ["undated"])
  }

  @Test("An entity has the events that it takes part in or that happened there, in time order")
  func entityTimeline() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    corpus.entity("idlib", .place)
    try corpus.event("later", date: "2020", place: "idlib")
    try corpus.event("earlier", date: "2019", participants: ["idlib"])
    try corpus.event("elsewhere", date: "2018")
    let evidence = corpus.evidence
    #expect(evidence.entities[0].events.map { evidence.events[$0].id } == ["earlier", "later"])
  }

  @Test("The newest articles come first, those without a date last")
  func newest() throws {
    var corpus = TestCorpus()
    try corpus.article("a", published: "2019-05-14")
    try corpus.article("b")
    try corpus.article("c", published: "2019-05-15T08:00:00Z")
    #expect(corpus.evidence.newest == [2, 0, 1])
  }

  @Test("The parts of an event are under it")
  func parts() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    try corpus.event("talks")
    try corpus.event("call", partOf: "talks")
    let evidence = corpus.evidence
    let talks = try #require(evidence.event(id: "talks"))
    #expect(evidence.events[talks].parts == [try #require(evidence.event(id: "call"))])
  }
}

@Suite("Company")
struct CompanyTests {
  @Test("Those who share the most articles are the closest; the outlet is no company")
  func companions() throws {
    var corpus = TestCorpus()
    for (id, company) in [("a", ["putin", "shoigu"]), ("b", ["putin"]), ("c", ["shoigu"])] {
      try corpus.article(id, publisher: "paper")
      for entity in ["erdogan", "paper"] + company {
        corpus.entity(entity)
        corpus.mention(entity)
      }
    }
    let evidence = corpus.evidence
    var companions = Companions(evidence)
    let erdogan = try #require(evidence.entity(id: "erdogan"))
    let closest = companions.closest(to: erdogan, limit: 10)
    #expect(closest.map { evidence.entities[$0.entity].id } == ["putin", "shoigu"])
    #expect(closest.map(\.articles) == [2, 2])
    #expect(companions.closest(to: erdogan, limit: 1).map(\.articles) == [2])
  }
}
