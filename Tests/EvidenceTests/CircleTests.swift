import Corpus
import Testing

import Evidence

@Suite("Circular reporting")
struct CircleTests {
  /// A claim's chains, each with the outlet that prints it: `("paper", ["ministry", "wire"])`.
  private func claim(
    _ chains: [(outlet: String?, chain: [String?])], negative: Set<Int> = [],
    memberOf: [String: String] = [:]
  ) throws -> (claim: Claim, evidence: Evidence) {
    var corpus = TestCorpus()
    for (number, item) in chains.enumerated() {
      try corpus.article("a\(number)", publisher: item.outlet)
      for id in (item.chain + [item.outlet]).compactMap({ $0 }) {
        corpus.entity(id, memberOf: memberOf[id].map { [$0] } ?? [])
      }
      for body in memberOf.values { corpus.entity(body) }
      corpus.attribution("x", item.chain, claim: "c", isNegative: negative.contains(number))
    }
    let evidence = corpus.evidence
    return (evidence.claims[0], evidence)
  }

  private func bodies(_ circle: Circle, _ evidence: Evidence) -> [String] {
    circle.bodies.map { evidence.entities[$0].id }
  }

  @Test("Two papers that have a claim from each other report in a circle, and are one origin")
  func two() throws {
    let (claim, evidence) = try claim([("north", ["south"]), ("south", ["north"])])
    #expect(claim.circles.count == 1)
    #expect(bodies(claim.circles[0], evidence) == ["south", "north"])
    #expect(claim.circles[0].attributions == [0, 1])
    #expect(claim.circles[0].isClosed)
    #expect(claim.origins.count == 1)
    #expect(claim.origins[0].bodies.count == 2)
  }

  @Test("A circle may be of any length, and run through carriers as well as outlets")
  func long() throws {
    let ring = (0..<500).map { number in
      (outlet: Optional("p\((number + 1) % 500)"), chain: [Optional("p\(number)")])
    }
    let (claim, evidence) = try claim(ring)
    #expect(claim.circles.map(\.bodies.count) == [500])
    #expect(claim.origins.count == 1)
    #expect(bodies(claim.circles[0], evidence).first == "p0")

    let (mixed, _) = try self.claim([("paper", ["a", "b"]), ("paper", ["b", nil, "c", "a"])])
    #expect(mixed.circles.map(\.bodies.count) == [3])
    #expect(mixed.circles[0].attributions == [0, 1])
  }

  @Test("Where the claim came into the circle is told")
  func fed() throws {
    let (named, evidence) = try claim(
      [("north", ["ministry"]), ("north", ["south"]), ("south", ["north"])])
    #expect(named.circles[0].feeders.map { evidence.entities[$0].id } == ["ministry"])
    #expect(!named.circles[0].isClosed)
    #expect(named.circles[0].attributions == [1, 2])
    #expect(named.origins.count == 2)

    let (unnamed, _) = try claim([("north", [nil]), ("north", ["south"]), ("south", ["north"])])
    #expect(unnamed.circles[0].feeders == [])
    #expect(unnamed.circles[0].isFedUnnamed)
  }

  @Test("A wire that many print goes round nowhere")
  func wire() throws {
    let (claim, _) = try claim(
      [("p1", ["ministry", "wire"]), ("p2", ["ministry", "wire"]), ("wire", ["ministry"])])
    #expect(claim.circles.isEmpty)
    #expect(claim.origins.count == 1)
  }

  @Test("To and fro within one body is no circle; through another body it is one")
  func bodiesCountAsOne() throws {
    let members = ["minister": "ministry", "spokesman": "ministry"]
    let (within, _) = try claim(
      [("paper", ["minister", "spokesman"]), ("paper", ["spokesman", "minister"])],
      memberOf: members)
    #expect(within.circles.isEmpty)
    let (through, evidence) = try claim(
      [("paper", ["minister"]), ("ministry", ["paper"])], memberOf: members)
    #expect(bodies(through.circles[0], evidence) == ["ministry", "paper"])
  }

  @Test("A denial that answers a claim is not the claim coming back")
  func denial() throws {
    let (claim, _) = try claim([("north", ["south"]), ("south", ["north"])], negative: [1])
    #expect(claim.circles.isEmpty)
    #expect(claim.origins.count == 2)
    let (both, _) = try self.claim([("north", ["south"]), ("south", ["north"])], negative: [0, 1])
    #expect(both.circles.map(\.isNegative) == [true])
  }

  @Test("Each body in a circle knows the claim")
  func entities() throws {
    let (_, evidence) = try claim([("north", ["south"]), ("south", ["north"]), ("east", ["north"])])
    #expect(evidence.entities.filter { !$0.circles.isEmpty }.map(\.id) == ["north", "south"])
  }

  @Test("Fifty thousand attributions of one claim, each handed on by the next, and all in a circle")
  func many() throws {
    var corpus = TestCorpus()
    let count = 50_000
    for number in 0..<count {
      try corpus.article("a\(number)", publisher: "p\((number + 1) % count)")
      corpus.entity("p\(number)")
      corpus.attribution("x", ["p\(number)", number % 7 == 0 ? nil : "p\(number)"], claim: "c")
    }
    let clock = ContinuousClock()
    var evidence: Evidence?
    let time = clock.measure { evidence = corpus.evidence }
    let claim = try #require(evidence?.claims.first)
    #expect(claim.circles.map(\.bodies.count) == [count])
    #expect(claim.origins.map(\.attributions.count) == [count])
    let tree = ChainTree(claim.attributions, in: try #require(evidence))
    #expect(tree.roots.count == count)
    // Whatever costs the square of that takes hours.
    #expect(time < .seconds(120))
  }
}
