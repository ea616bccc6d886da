import Diagnostics

/// What the pages that one worker read say, to be held against other pages when all are read.
package struct Findings: Sendable {
  /// A link to a place inside a page.
  struct FragmentLink: Sendable {
    let target: Int
    let fragment: Digest
    let place: FilePlace
  }

  /// The rows of a list on one page.
  struct ListPart: Sendable {
    let list: Digest
    let rows: Int
    /// The list that has all the rows, where these are only the first.
    let whole: Digest?
    let place: FilePlace
  }

  struct Count: Sendable {
    let list: Digest
    let value: Int
    let place: FilePlace
  }

  /// A number of rows of the table of attributions.
  struct TableCount: Sendable {
    /// `outlet=paper broken=unnamed`.
    let condition: String
    let value: Int
    let place: FilePlace
  }

  /// A row of a table of attributions.
  struct TableRow: Sendable, Hashable {
    let table: SitePage.Table
    /// `content-a1`, of an article.
    let content: Digest
  }

  var tally = Tally()
  var faults: [Diagnostic] = []
  /// By file: the ids on it, sorted.
  var ids: [Int: [Digest]] = [:]
  var links: [FragmentLink] = []
  var lists: [ListPart] = []
  var counts: [Count] = []
  var tableCounts: [TableCount] = []
  var rows: [TableRow: [FilePlace]] = [:]
  /// What each row flags as lacking in its chain, as places in `BreakCheck.kinds`.
  var flags: [TableRow: Set<Int>] = [:]

  package init() {}

  package mutating func append(_ other: Findings) {
    tally.add(other.tally)
    faults += other.faults
    ids.merge(other.ids) { first, _ in first }
    links += other.links
    lists += other.lists
    counts += other.counts
    tableCounts += other.tableCounts
    rows.merge(other.rows) { $0 + $1 }
    flags.merge(other.flags) { $0.union($1) }
  }
}

/// A half-open range of bytes of a file, by the file's number.
struct FilePlace: Sendable, Hashable {
  let file: Int32
  let start: Int32
  let end: Int32

  init(_ file: Int, _ range: Range<Int>) {
    self.file = Int32(clamping: file)
    start = Int32(clamping: range.lowerBound)
    end = Int32(clamping: range.upperBound)
  }

  var range: Range<Int> { Int(start)..<Int(max(start, end)) }
}
