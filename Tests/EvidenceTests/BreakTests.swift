import Corpus
import Testing

import Evidence

@Suite("Broken chains")
struct BreakTests {
  /// An article of a paper with one attribution, whose breaks are told by name.
  private func breaks(
    _ chain: [Link], outlet: String? = "paper", published: String? = "2019-05-14"
  ) throws -> [String] {
    var corpus = TestCorpus()
    try corpus.article("a", publisher: outlet, published: published)
    corpus.entity("ministry")
    corpus.entity("minister", .person, memberOf: ["ministry"])
    corpus.entity("anadolu", kind: "news-agency")
    corpus.entity("observers")
    corpus.entity("paper")
    corpus.attribution("a1", links: chain)
    return corpus.evidence.attributions[0].breaks.kinds.map(\.rawValue)
  }

  private func link(
    _ source: String?, _ medium: String? = nil, date: String? = "2019-05-13"
  ) throws -> Link {
    var link = Link(source: source)
    link.medium = medium
    link.date = try date.map { try EDTF(parsing: $0) }
    return link
  }

  @Test("A chain whose every link is named, dated, and says how it came is whole")
  func whole() throws {
    #expect(try breaks([link("minister", "interview")]) == [])
    #expect(try breaks([link("ministry", "statement"), link("anadolu", "wire")]) == [])
    #expect(try breaks([link("ministry", "website")]) == [])
  }

  @Test("An unnamed source breaks the chain wherever it stands")
  func unnamed() throws {
    #expect(try breaks([link(nil, "interview")]) == ["unnamed"])
    #expect(try breaks([link(nil, "interview"), link("observers", "document")]) == ["unnamed"])
    #expect(try breaks([link("ministry", "statement"), link(nil)]) == ["unnamed"])
  }

  @Test("A text that nobody is said to have passed on lacks its carrier")
  func uncarried() throws {
    for medium in ["statement", "document", "letter", "report", "press-release"] {
      #expect(try breaks([link("ministry", medium)]) == ["uncarried"])
    }
    for medium in ["interview", "phone-call", "press-conference", "speech", "social-media", nil] {
      #expect(try breaks([link("ministry", medium)]) == [])
    }
  }

  @Test("Who speaks for the originator's own body is no carrier: the last link's medium counts")
  func voices() throws {
    #expect(
      try breaks([link("minister", "phone-call"), link("ministry", "statement")]) == ["uncarried"])
    #expect(try breaks([link("ministry", "statement"), link("minister", "social-media")]) == [])
  }

  @Test("Where no outlet is named either, only what is open to all needs no carrier")
  func nobody() throws {
    #expect(try breaks([link("minister", "interview")], outlet: nil) == ["uncarried"])
    #expect(try breaks([link("minister")], outlet: nil) == ["uncarried"])
    #expect(try breaks([link("minister", "social-media")], outlet: nil) == [])
    #expect(try breaks([link("minister"), link("anadolu", "wire")], outlet: nil) == [])
  }

  @Test("A body that prints its own statement needs no carrier, nor an outlet its own report")
  func own() throws {
    #expect(try breaks([link("minister", "statement")], outlet: "ministry") == [])
    #expect(try breaks([link("paper")], outlet: "paper") == [])
    #expect(try breaks([link("anadolu", "wire")], outlet: "anadolu") == [])
  }

  @Test("A wire, or a news organisation that does not speak for itself, needs an originator")
  func originless() throws {
    #expect(try breaks([link("anadolu", "wire")]) == ["originless"])
    #expect(try breaks([link("anadolu")]) == ["originless"])
    #expect(try breaks([link("anadolu", "website")]) == ["originless"])
    #expect(try breaks([link("observers", "wire")]) == ["originless"])
    #expect(try breaks([link("anadolu", "interview")]) == [])
    #expect(try breaks([link("observers", "website")]) == [])
    #expect(try breaks([link(nil, "wire")]) == ["unnamed", "originless"])
    #expect(try breaks([link(nil, "interview"), link("anadolu", "wire")]) == ["unnamed"])
  }

  @Test("Who publishes articles here is a news organisation, whatever its kind")
  func publisher() throws {
    var corpus = TestCorpus()
    try corpus.article("a", publisher: "paper")
    try corpus.article("b", publisher: "gazette")
    for id in ["paper", "gazette"] { corpus.entity(id) }
    corpus.attribution("a1", links: [try link("paper")])
    #expect(corpus.evidence.attributions[0].breaks.contains(.originless))
  }

  @Test("A link without a date is a break of its own, and so is an article without one")
  func undated() throws {
    #expect(try breaks([link("minister", "interview", date: nil)]) == ["undated"])
    #expect(
      try breaks([link("ministry", "statement"), link("anadolu", "wire", date: nil)])
        == ["undated"])
    #expect(try breaks([link("minister", "interview")], published: nil) == ["undated"])
  }

  @Test("Only a date that lacks makes no broken chain of it; each is listed under its kinds")
  func lists() throws {
    var corpus = TestCorpus()
    try corpus.article("a", publisher: "paper", published: "2019")
    for id in ["ministry", "paper"] { corpus.entity(id) }
    corpus.attribution("a1", links: [try link("ministry", "interview", date: nil)])
    corpus.attribution("a2", links: [try link(nil, "document", date: nil)])
    corpus.attribution("a3", links: [try link("ministry", "interview")])
    let broken = corpus.evidence.broken
    #expect(broken.all == [1])
    #expect(broken[.undated] == [0, 1])
    #expect(broken[.unnamed] == [1])
    #expect(broken[.uncarried] == [1])
    #expect(broken[.originless] == [])
  }
}
