import ByteCoding
import Evidence

/// Which texts are indexed together.
///
/// To index texts takes longer than to make their pages, and Pagefind knows no other way than to index
/// all of an index again. So the texts of a large report are parted, in the order of their publication,
/// wherever the id of one says so and enough of them have come together: then what is new is in the last
/// share, and what comes or goes further up moves the parting next to it, and no others. Ids that are
/// chosen to part texts as often as possible, or never, make shares small or large within the bounds.
package struct TextShares: Sendable {
  /// For each its articles, as indices into `Corpus.articles`, ascending; none is empty.
  package let articles: [[Int]]

  package var count: Int { articles.count }

  /// How many texts a share has on average, where there are enough; a power of two.
  private static let size = 2048
  /// Of how many shares, about, a report has no more: a reader's question is put to each.
  private static let limit = 8

  package init(_ evidence: Evidence) {
    var size = Self.size
    while size * Self.limit < evidence.articles.count { size *= 2 }
    var articles: [[Int]] = []
    var share: [Int] = []
    for article in evidence.newest.reversed() {
      share.append(article)
      let isEnd =
        share.count >= size / 2
        && Self.number(of: evidence.corpus.articles[article].id) % UInt64(size / 2) == 0
      guard isEnd || share.count == size * 2 else { continue }
      articles.append(share.sorted())
      share = []
    }
    if !share.isEmpty { articles.append(share.sorted()) }
    self.articles = articles
  }

  /// One that is as good as drawn by lot: the digests of ids that are numbered are too much alike.
  private static func number(of id: String) -> UInt64 {
    var number = id.utf8.digest
    number = (number ^ number >> 33) &* 0xFF51_AFD7_ED55_8CCD
    number = (number ^ number >> 33) &* 0xC4CE_B9FE_1A85_EC53
    return number ^ number >> 33
  }
}

/// Where the full-text indexes stand in the site.
package enum FullTextPlace {
  /// The script, and how many indexes it is to look in, where these are several.
  static func script(of shares: Int) -> String {
    folder(of: 0) + "pagefind.js" + (shares > 1 ? "#indexes=\(shares)" : "")
  }

  /// - Parameter share: its number, from 0 on. The first is the one that the script takes by itself.
  package static func folder(of share: Int) -> String {
    share == 0 ? "pagefind/" : "pagefind/\(share + 1)/"
  }
}
