import Diagnostics

/// `data/attributions.csv` has the attributions of the content, each once, and the pages have its rows.
struct AttributionsCheck {
  let ground: Ground
  let findings: Findings
  let columns: [String]
  let rows: [CSV.Row]
  private let name: (Int) -> String
  private(set) var diagnostics: [Diagnostic] = []

  init(
    _ ground: Ground, _ findings: Findings, _ columns: [String], _ rows: [CSV.Row],
    name: @escaping (Int) -> String
  ) {
    self.ground = ground
    self.findings = findings
    self.columns = columns
    self.rows = rows
    self.name = name
  }

  mutating func run(_ faults: inout FaultList) {
    let needed = [
      "article", "path", "content", "chain", "media", "dates", "outlet", "broken", "polarity",
      "claim",
    ]
    let lacking = needed.filter { !columns.contains($0) }
    guard lacking.isEmpty else {
      let names = lacking.joined(separator: ", ")
      return faults.add("table", "the table lacks \(names)", at: nil)
    }
    let table = AttributionTable(columns, rows)
    let facts = TableFacts(ground)
    checkRows(table, facts, &faults)
    checkCounts(table)
    if let file = ground.files.number("data/claims.csv") {
      var claimFaults = FaultList(file: name(file)) { [ground] in
        (try? ground.files.bytes(file)) ?? []
      }
      ClaimCheck(ground, findings, facts, table, rows).run(&claimFaults)
      diagnostics += claimFaults.finish()
    }
  }

  private func checkRows(
    _ table: AttributionTable, _ facts: TableFacts, _ faults: inout FaultList
  ) {
    let breaks = BreakCheck(ground, facts)
    let listings = listings
    var known: Set<Digest> = []
    for row in rows {
      guard let index = ground.article(id: table["article", row]),
        let fragment = Self.contentFragment(table["path", row]),
        let passage = ground.passage(fragment, article: index)
      else {
        faults.add("row", "the content has no such attribution", at: row.range)
        continue
      }
      check(
        table["content", row], passage, "these are not the words of the article", row, &faults)
      let cue = Array("cue".utf8) + fragment.dropFirst("content".utf8.count)
      if columns.contains("cue"), let passage = ground.passage(cue, article: index) {
        check(table["cue", row], passage, "this is not the cue of the article", row, &faults)
      }
      let digest = Digest(fragment).of(index)
      known.insert(digest)
      breaks.check(row, table, digest, &faults)
      checkPages(digest, table.values(of: "broken", row), listings, row, &faults)
    }
    checkWhole(known, &faults)
  }

  private func check(
    _ field: [UInt8], _ passage: Ground.Passage, _ message: String, _ row: CSV.Row,
    _ faults: inout FaultList
  ) {
    let expected = ground.corpus.articles[passage.article].words(passage.target)
    guard field != expected, field != TableCheck.guarded(expected) else { return }
    faults.add("words", message, at: row.range, expected: expected, found: field)
  }

  // MARK: Pages

  /// A table of attributions in one language, and which rows it has.
  private struct Listing {
    let folder: String
    let table: SitePage.Table
    /// `nil` for all.
    let kind: String?
  }

  private var listings: [Listing] {
    let kinds =
      [("attributions", nil), ("broken-chains", "any")]
      + BreakCheck.kinds.map { ("broken-chains/\($0)", $0) }
    return ground.prefixes.enumerated().flatMap { language, prefix in
      kinds.map { folder, kind in
        Listing(
          folder: "\(prefix)\(folder)/", table: .init(language: language, name: folder), kind: kind)
      }
    }
  }

  /// A row stands once in the whole table of each language, and once in each table of broken chains
  /// that it belongs to, and in no other; and it flags what its chain lacks.
  private func checkPages(
    _ content: Digest, _ breaks: [String], _ listings: [Listing], _ row: CSV.Row,
    _ faults: inout FaultList
  ) {
    let flags = Set(breaks.compactMap(BreakCheck.kinds.firstIndex(of:)))
    for listing in listings {
      let key = Findings.TableRow(table: listing.table, content: content)
      let shown = findings.rows[key]?.count ?? 0
      let isExpected = listing.kind.map(breaks.contains) ?? true
      if shown != (isExpected ? 1 : 0) {
        let message =
          isExpected
          ? "the row is \(shown == 0 ? "not" : "\(shown) times") on \(listing.folder)"
          : "the row does not belong on \(listing.folder)"
        faults.add("row", message, at: row.range)
      } else if isExpected, findings.flags[key] ?? [] != flags {
        faults.add("broken", "\(listing.folder) flags the row otherwise", at: row.range)
      }
    }
  }

  /// Every attribution of the content is in the table.
  private func checkWhole(_ known: Set<Digest>, _ faults: inout FaultList) {
    for (index, article) in ground.corpus.articles.enumerated() {
      for mark in ground.marks(of: index) where mark.kind == .content {
        guard !known.contains(Digest(mark.fragment).of(index)) else { continue }
        faults.add("row", "the table lacks \(mark.fragment) of \(article.id)", at: nil)
      }
    }
    let unknown = findings.rows.filter { !known.contains($0.key.content) }
    for place in unknown.values.joined().sorted(by: { ($0.file, $0.start) < ($1.file, $1.start) }) {
      faults.add(
        "row", "the table lacks a row of \(ground.files.paths[Int(place.file)])", at: nil)
    }
  }

  // MARK: Counts

  /// The numbers of rows that pages give.
  private mutating func checkCounts(_ table: AttributionTable) {
    let numbers = table.numbers(of: Set(findings.tableCounts.map(\.condition)))
    var faults: [Int32: FaultList] = [:]
    for count in findings.tableCounts {
      let number = numbers[count.condition] ?? 0
      guard number != count.value else { continue }
      let file = Int(count.place.file)
      faults[
        count.place.file,
        default: FaultList(file: name(file)) { [ground] in (try? ground.files.bytes(file)) ?? [] }
      ]
      .add(
        "count", "the count is not the number of the table's rows with \(count.condition)",
        at: count.place.range, expected: Array(String(number).utf8),
        found: Array(String(count.value).utf8))
    }
    diagnostics += faults.sorted { $0.key < $1.key }.flatMap { $0.value.finish() }
  }

  /// `content-a1`, where the path leads to `#attribution-a1`.
  private static func contentFragment(_ path: [UInt8]) -> [UInt8]? {
    let name = Array("#attribution-".utf8)
    guard let mark = path.lastIndex(of: UInt8(ascii: "#")), path[mark...].starts(with: name) else {
      return nil
    }
    return Array("content-".utf8) + path[(mark + name.count)...]
  }
}
