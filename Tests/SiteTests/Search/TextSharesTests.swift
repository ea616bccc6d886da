import Corpus
import Evidence
import TestSupport
import Testing

import Site

@Suite("Which texts are indexed together")
struct TextSharesTests {
  /// - Parameters:
  ///   - ids: of articles, each a year younger than the one before.
  ///   - isDated: without dates, the order is that of ids, backwards.
  private func shares(_ ids: [String], isDated: Bool = true) throws -> [[String]] {
    var corpus = Corpus()
    for (number, id) in ids.enumerated() {
      var article = Article(
        id: id, title: "", lang: "en", body: .init(text: "", pieces: []),
        origin: Origin(file: "test", line: 1))
      if isDated { article.published = try EDTF(parsing: "\(1_000 + number)") }
      corpus.articles.append(article)
    }
    corpus.articles.sort { $0.id < $1.id }
    return TextShares(Evidence(corpus)).articles.map { share in
      #expect(share == share.sorted())
      return share.map { corpus.articles[$0].id }
    }
  }

  private func ids(_ count: Int) -> [String] { (0..<count).map { "article-\(100_000 + $0)" } }

  @Test("are all of a small report, and none where there is none")
  func small() throws {
    #expect(try shares([]) == [])
    #expect(try shares(ids(900)) == [ids(900)])
  }

  @Test("are those of a time in a large one, neither few nor too many")
  func large() throws {
    let shares = try shares(ids(8_000))
    #expect(shares.flatMap(\.self) == ids(8_000))
    #expect(shares.count > 1)
    #expect(shares.dropLast().allSatisfy { (1_024...4_096).contains($0.count) })
    #expect((1...4_096).contains(try #require(shares.last).count))
  }

  @Test("stay together where others come or go, but for those next to them")
  func stable() throws {
    let all = ids(8_000)
    let before = try shares(all)
    // What is new is in the last.
    let more = try shares(all + ["new"])
    #expect(more.dropLast() == before.dropLast())
    var random = SplitMix(seed: 1)
    for _ in 0..<12 {
      let place = Int.random(in: all.indices, using: &random)
      var others = all
      if Bool.random(using: &random) {
        others.remove(at: place)
      } else {
        others.insert("between", at: place)
      }
      let changed = Set(try shares(others)).subtracting(before)
      #expect(changed.count <= 2, "at \(place)")
    }
  }

  @Test("are larger, not more and more, in a very large one")
  func veryLarge() throws {
    let shares = try shares(ids(40_000), isDated: false)
    #expect(shares.reduce(0) { $0 + $1.count } == 40_000)
    #expect((4...16).contains(shares.count))
  }

  @Test("are parted where ids are of any kind", arguments: ["", "long-".padded(to: 150), "ع"])
  func anyIDs(prefix: String) throws {
    let shares = try shares((0..<8_000).map { "\(prefix)\($0)" }, isDated: false)
    #expect((2...8).contains(shares.count))
  }
}

extension String {
  fileprivate func padded(to count: Int) -> String {
    String(repeating: self, count: count / self.count)
  }
}
