import Corpus
import Foundation
import Testing

import Evidence

@Suite("What is kept of evidence")
struct EvidenceBytesTests {
  private func demo() async -> Evidence {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let (corpus, _) = await CorpusReader(source: root, includesDrafts: false, jobs: 2).read()
    return Evidence(corpus)
  }

  private func parts(_ evidence: Evidence) -> [KeptPart] {
    Evidence.partNames.enumerated().map { number, name in
      KeptPart(name: name, bytes: evidence.part(number))
    }
  }

  @Test("is read as it was written, with nothing lost", arguments: [1, 2])
  func roundTrip(workers: Int) async throws {
    let evidence = await demo()
    let parts = parts(evidence)
    let kept = try #require(Evidence(parts, of: evidence.corpus, workers: workers))
    #expect(!kept.claims.isEmpty)
    // All that is stored in each, named or not.
    #expect("\(kept.entities)" == "\(evidence.entities)")
    #expect("\(kept.events)" == "\(evidence.events)")
    #expect("\(kept.claims)" == "\(evidence.claims)")
    #expect("\(kept.attributions)" == "\(evidence.attributions)")
    #expect("\(kept.articles)" == "\(evidence.articles)")
    #expect("\(kept.tags)" == "\(evidence.tags)")
    #expect(kept.broken.all == evidence.broken.all)
    #expect(kept.broken.byKind == evidence.broken.byKind)
    #expect(kept.articleOfAnalysis == evidence.articleOfAnalysis)
    #expect(kept.newest == evidence.newest)
    #expect(kept.dated == evidence.dated)
    #expect(kept.undated == evidence.undated)
    #expect(kept.bodies == evidence.bodies)
    #expect(kept.entityIndex == evidence.entityIndex)
    #expect(kept.eventIndex == evidence.eventIndex)
    #expect(kept.articleIndex == evidence.articleIndex)
    #expect(kept.claimIndex == evidence.claimIndex)
    #expect(kept.tagIndex == evidence.tagIndex)
    #expect(Mirror(reflecting: evidence).children.count == 18, "something new is not compared here")
    #expect(self.parts(kept).map(\.bytes) == parts.map(\.bytes))
  }

  @Test("is known to be damaged, or to be of another corpus, and no bytes whatever do harm")
  func damage() async throws {
    let evidence = await demo()
    let parts = parts(evidence)
    #expect(Evidence(parts, of: Corpus(), workers: 1) == nil)
    #expect(Evidence(Array(parts.dropLast()), of: evidence.corpus, workers: 1) == nil)
    for _ in 0..<50 {
      var damaged = parts
      let number = Int.random(in: parts.indices)
      var bytes = try #require(parts[number].bytes)
      bytes[Int.random(in: bytes.indices)] ^= 1 << UInt8.random(in: 0..<8)
      damaged[number] = KeptPart(
        name: "", checksum: parts[number].checksum, load: { [bytes] in bytes })
      #expect(Evidence(damaged, of: evidence.corpus, workers: 1) == nil)
      damaged[number] = KeptPart(name: "", bytes: bytes)
      _ = Evidence(damaged, of: evidence.corpus, workers: 2)
    }
  }
}
