import Corpus
import Testing

import Evidence

@Suite("Merging")
struct MergingTests {
  @Test("One id in several articles is one entity, and each value keeps its witnesses")
  func entities() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    corpus.entity("anadolu", kind: "news-agency")
    corpus.mention("anadolu")
    try corpus.article("b")
    corpus.entity("anadolu", kind: "agency")
    try corpus.article("c")
    corpus.entity("anadolu", kind: "agency")
    corpus.mention("anadolu")
    let evidence = corpus.evidence
    let entity = try #require(evidence.entity(id: "anadolu").map { evidence.entities[$0] })
    #expect(evidence.entities.count == 1)
    #expect(entity.kind.values.map(\.value) == ["agency", "news-agency"])
    #expect(entity.kind.values.map(\.witnesses) == [[.analysis(1), .analysis(2)], [.analysis(0)]])
    #expect(entity.kind.isDisputed)
    #expect(entity.mentions.count == 2)
    #expect(entity.articles == [0, 2])
  }

  @Test("Several threads merge what one does, in the same order", arguments: [2, 3, 7])
  func threads(workers: Int) throws {
    var corpus = TestCorpus()
    for article in ["a", "b", "c", "d"] {
      try corpus.article(article, publisher: "paper")
      for entity in ["paper", "agency", "mayor", "city"] {
        corpus.entity(entity, kind: article, memberOf: entity == "mayor" ? ["city"] : [])
        corpus.mention(entity)
      }
      for event in ["call", "visit", "talks"] {
        try corpus.event(
          event, date: "2019-05-1\(article == "d" ? 1 : 2)", place: "city", participants: ["mayor"],
          partOf: event == "call" ? "talks" : nil)
      }
    }
    let one = corpus.evidence
    let several = Evidence(one.corpus, workers: workers)
    #expect(several.entities.map(\.id) == ["agency", "city", "mayor", "paper"])
    #expect(several.events.map(\.id) == ["call", "talks", "visit"])
    #expect(String(describing: several.entities) == String(describing: one.entities))
    #expect(String(describing: several.events) == String(describing: one.events))
  }

  @Test("What a card says comes first, however many say otherwise")
  func card() throws {
    var corpus = TestCorpus()
    for id in ["a", "b"] {
      try corpus.article(id)
      corpus.entity("x", kind: "newspaper")
    }
    corpus.card("x", kind: "website")
    let evidence = corpus.evidence
    #expect(evidence.entities[0].kind.best == "website")
    #expect(evidence.entities[0].kind.isDisputed)
  }

  @Test("Ids that a card joins are one entity under the card's id")
  func sameAs() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    corpus.entity("rt")
    corpus.entity("russia-today")
    corpus.mention("rt")
    corpus.mention("russia-today")
    corpus.card("russia-today", sameAs: ["rt"])
    let evidence = corpus.evidence
    #expect(evidence.entities.map(\.id) == ["russia-today"])
    #expect(evidence.entity(id: "rt") == evidence.entity(id: "russia-today"))
    #expect(evidence.entities[0].otherIDs == ["rt"])
    #expect(evidence.entities[0].mentions.count == 2)
  }

  @Test("Many distinct values of one attribute do not cost the square of their number")
  func manyValues() throws {
    var values = Witnesses<Int>()
    for number in 0..<200_000 { values.add(number, by: .analysis(number)) }
    for number in 0..<200_000 { values.add(number, by: .card) }
    values.settle()
    #expect(values.values.count == 200_000)
    #expect(values.values.allSatisfy { $0.witnesses.count == 2 })
  }

  @Test("Two annotators of one article are both kept")
  func annotators() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    try corpus.event("lull", date: "2019-05-12")
    corpus.analysis()
    try corpus.event("lull", date: "2019-05-13")
    let evidence = corpus.evidence
    #expect(evidence.events.count == 1)
    #expect(evidence.events[0].date.values.map(\.value.text) == ["2019-05-12", "2019-05-13"])
    #expect(evidence.events[0].articles == [0])
    #expect(evidence.articles[0].analyses == 0..<2)
  }
}
