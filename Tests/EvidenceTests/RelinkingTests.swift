import Corpus
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
      test.entity("paper", kind: "newspaper")
      test.entity("agency", kind: "news-agency")
      test.entity("state", .place)
      test.entity("ministry")
      test.entity("minister", .person, memberOf: ["ministry"])
      try test.event("call", date: "2020-01-01", place: "state", participants: ["minister"])
      try test.event("talks", date: "2019", participants: ["ministry"])
      test.mention("minister")
      test.mention("state")
      test.attribution(
        "first", ["minister", "agency"], claim: "claim", stance: .endorsing, about: ["call"])
      test.attribution("second", [nil, "ministry"], claim: "claim", about: ["state", "talks"])
    }
    var corpus = test.corpus
    try edit(&corpus.analyses[1])
    return corpus
  }

  private static let edits: [(what: String, edit: @Sendable (inout Analysis) throws -> Void)] = [
    ("a stance", { $0.attributions[0].cue?.stance = .denying }),
    ("a claim", { $0.attributions[1].claim = "other" }),
    ("a chain", { $0.attributions[0].chain = [Link(source: "state"), Link(source: nil)] }),
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
    let parts = { (evidence: Evidence) in
      Mirror(reflecting: evidence).children.map { ($0.label ?? "", "\($0.value)") }
        // Dictionaries of the same values need not be told alike.
        .filter { !$0.0.hasSuffix("Index") && $0.0 != "broken" }
    }
    let all = Evidence(new)
    for (mine, other) in zip(parts(relinked), parts(all)) { #expect(mine == other) }
    #expect(relinked.claimIndex == all.claimIndex)
    #expect(relinked.broken.all == all.broken.all)
    #expect(relinked.broken.byKind == all.broken.byKind)
  }

  @Test("is put together anew where two events become one")
  func joined() throws {
    let new = try corpus { $0.events[0].relations = [.init(type: .sameAs, event: "talks")] }
    #expect(
      Evidence(try corpus()).relinked(new, .values(articles: [], analyses: [1]), workers: 1) == nil)
    #expect(Evidence(try corpus()).relinked(new, .all, workers: 1) == nil)
  }
}
