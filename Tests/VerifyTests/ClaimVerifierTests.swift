import Diagnostics
import Foundation
import Testing

import Verify

/// What is counted from chains is counted again: on a small corpus in which each rule decides something.
@Suite("Claims and broken chains are said again")
struct ClaimVerifierTests {
  private static let chains = Task {
    try await BuiltSite(
      source: BuiltSite.package.appendingPathComponent("Tests/Fixtures/chains").path)
  }

  @Test("As it was built, all of it holds")
  func holds() async throws {
    #expect(try await Self.chains.value.verify().diagnostics.map(\.message) == [])
  }

  @Test(
    "A field of the table of claims that the attributions do not give",
    arguments: [
      (
        "bridge-closed,The bridge is closed.,1,4,", "bridge-closed,The bridge is closed.,2,4,",
        "the attributions give another number of origins of the claim bridge-closed"
      ),
      (
        "The bridge is closed.,1,4,", "The bridge is closed.,1,5,",
        "the attributions give another number of attributions of the claim bridge-closed"
      ),
      (
        ",north south,", ",east north south,",
        "the attributions give another circle of the claim mill-burned"
      ),
      (
        ",n2 s2,", ",n2,",
        "the attributions give another earliest report of the claim mill-burned"
      ),
    ])
  func claims(_ old: String, _ new: String, _ message: String) async throws {
    let site = try await Self.chains.value.copy()
    defer { site.remove() }
    let line = try site.replace(old, new, in: "data/claims.csv")
    let faults = await site.verify().diagnostics
    let fault = try #require(faults.first { $0.message == message }, "\(faults.map(\.message))")
    #expect(fault.place?.file == "public/data/claims.csv")
    #expect(fault.place?.line == line)
  }

  @Test("An origin, and a circle, that a claim's page has lost")
  func pages() async throws {
    let site = try await Self.chains.value.copy()
    defer { site.remove() }
    let path = "claims/mill-burned/index.html"
    let text = try site.text(path)
    for (start, end) in [("<div class=\"circle\">", "</ol>\n</div>")] {
      let from = try #require(text.range(of: start)).lowerBound
      let to = try #require(text.range(of: end, range: from..<text.endIndex)).upperBound
      try site.replace(String(text[from..<to]), "", in: path)
    }
    try site.replace("data-list=\"origins\"", "data-list=\"other\"", in: path)
    let messages = await site.verify().diagnostics.map(\.message)
    #expect(messages.contains("claims/mill-burned/ shows another number of circles"))
    #expect(messages.contains("claims/mill-burned/ shows another number of origins"))
  }

  @Test("A flag that a row has lost")
  func flags() async throws {
    let site = try await Self.chains.value.copy()
    defer { site.remove() }
    try site.replace(
      "broken-chains/uncarried/", "broken-chains/unnamed/", after: "data-list=",
      in: "ar/attributions/index.html")
    let faults = await site.verify().diagnostics
    #expect(faults.map(\.message) == ["ar/attributions/ flags the row otherwise"])
  }

  @Test("A kind of broken chain that the rules do not give, or that they give and the row lacks")
  func breaks() async throws {
    for (old, new) in [
      (",north,originless,", ",north,,"), (",east,uncarried undated,", ",east,undated,"),
      (",south,,told,", ",south,uncarried,told,"),
      (",,unnamed uncarried undated,", ",,unnamed undated,"),
    ] {
      let site = try await Self.chains.value.copy()
      defer { site.remove() }
      let line = try site.replace(old, new, in: "data/attributions.csv")
      let faults = await site.verify().diagnostics
      #expect(
        faults.contains { $0.id == "verify/broken" && $0.place?.line == line },
        "\(old): \(faults.map(\.message))")
    }
  }
}
