import Corpus
import Testing

import Evidence

@Suite("Carriers without an originator")
struct AdoptionTests {
  private func origins(_ build: (inout TestCorpus) throws -> Void) throws -> [[Int]] {
    var corpus = TestCorpus()
    try build(&corpus)
    return corpus.evidence.claims[0].origins.map(\.attributions)
  }

  @Test("One whose origin other chains show is of that origin")
  func one() throws {
    let found = try origins { corpus in
      try corpus.article("a", publisher: "p1")
      for id in ["ministry", "p1", "p2"] { corpus.entity(id) }
      corpus.entity("anadolu", kind: "news-agency")
      corpus.attribution("x", ["ministry", "anadolu"], claim: "c")
      try corpus.article("b", publisher: "p2")
      corpus.attribution("x", ["anadolu"], claim: "c")
    }
    #expect(found == [[0, 1]])
  }

  @Test("Its own article shows it too, and so do several steps")
  func steps() throws {
    let found = try origins { corpus in
      try corpus.article("a", publisher: "anadolu")
      for id in ["ministry", "anadolu", "p1", "p2"] { corpus.entity(id) }
      corpus.attribution("x", ["ministry"], claim: "c")
      try corpus.article("b", publisher: "p1")
      corpus.attribution("x", ["anadolu"], claim: "c")
      try corpus.article("c", publisher: "p2")
      corpus.attribution("x", ["p1"], claim: "c")
    }
    #expect(found == [[0, 1, 2]])
  }

  @Test("Where others show several, or none, it stands as an origin of its own")
  func several() throws {
    let found = try origins { corpus in
      try corpus.article("a", publisher: "p1")
      for id in ["ministry", "kremlin", "p1", "p2"] { corpus.entity(id) }
      corpus.entity("anadolu", kind: "news-agency")
      corpus.attribution("x", ["ministry", "anadolu"], claim: "c")
      corpus.attribution("y", ["kremlin", "anadolu"], claim: "c")
      try corpus.article("b", publisher: "p2")
      corpus.attribution("x", ["anadolu"], claim: "c")
      corpus.attribution("y", ["p1"], claim: "c")
    }
    #expect(found == [[0], [1], [2], [3]])
  }
}

@Suite("Earliest report")
struct EarliestTests {
  private func earliest(_ dates: [String?]) throws -> EarliestReport {
    var corpus = TestCorpus()
    for (number, date) in dates.enumerated() {
      try corpus.article("a\(number)", published: date)
      corpus.attribution("x", [nil], claim: "c")
      corpus.attribution("y", [nil], claim: "c")
    }
    return corpus.evidence.claims[0].earliest
  }

  @Test("The one whose date was over when all others began")
  func settled() throws {
    #expect(try earliest(["2019-05-14", "2019-05-13", "2019-05-15T08:00:00Z"]).article == 1)
    #expect(try earliest(["2019-05-14"]).article == 0)
    #expect(try earliest(["2019-05-14T10:00:00Z", "2019-05-14T09:59:59Z"]).article == 1)
  }

  @Test("Where dates overlap, none is chosen: all that may be the first are told, in their order")
  func overlapping() throws {
    let sameDay = try earliest(["2019-05-14", "2019-05-14", "2019-05-15"])
    #expect(sameDay.article == nil)
    #expect(sameDay.candidates == [0, 1])
    #expect(
      try earliest(["2019-05-14T09:00:00Z", "2019-05-14", "2019-05"]).candidates == [2, 1, 0])
    #expect(try earliest(["../2019-05-20", "2019-05-14", "2019-05-13"]).candidates == [0, 2])
  }

  @Test("An article without a date may be earlier than any")
  func undated() throws {
    let report = try earliest([nil, "2019-05-14", nil])
    #expect(report.article == nil)
    #expect(report.candidates == [1])
    #expect(report.undated == [0, 2])
    #expect(try earliest([nil]).candidates == [])
  }
}

@Suite("Trees of chains")
struct TreeTests {
  @Test("Chains stand together as far as they run alike, each attribution under its last link")
  func tree() throws {
    var corpus = TestCorpus()
    try corpus.article("a", publisher: "paper")
    for id in ["ministry", "anadolu", "tass", "paper"] { corpus.entity(id) }
    corpus.attribution("a1", ["ministry", "anadolu"], claim: "c")
    corpus.attribution("a2", ["ministry", "tass", "anadolu"], claim: "c")
    corpus.attribution("a3", ["ministry", "anadolu"], claim: "c")
    corpus.attribution("a4", ["ministry"], claim: "c")
    corpus.attribution("a5", [nil, "tass"], claim: "c")
    let evidence = corpus.evidence
    let tree = ChainTree(evidence.claims[0].attributions, in: evidence)
    func text(_ nodes: [Int]) -> String {
      nodes.map { index in
        let node = tree.nodes[index]
        let name = node.source.map { evidence.entities[$0].id } ?? "?"
        return "\(name)\(node.attributions)(\(text(node.children)))"
      }.joined(separator: " ")
    }
    #expect(
      text(tree.roots)
        == "ministry[3](anadolu[0, 2]() tass[](anadolu[1]())) ?[](tass[4]())")
    #expect(tree.nodes[tree.roots[0]].all == [0, 1, 2, 3])
  }

  @Test("A chain without end is told apart up to a depth, and nothing of it is lost")
  func deep() throws {
    var corpus = TestCorpus()
    try corpus.article("a")
    corpus.entity("x")
    corpus.attribution("a1", Array(repeating: "x", count: 10_000), claim: "c")
    let evidence = corpus.evidence
    let tree = ChainTree([0], in: evidence)
    #expect(tree.nodes.count == ChainTree.maximumDepth)
    #expect(tree.nodes.last?.attributions == [0])
  }
}
