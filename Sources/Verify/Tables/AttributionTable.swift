/// The rows of `data/attributions.csv` by the names of its columns, and by what follows from them.
struct AttributionTable {
  private let rows: [CSV.Row]
  private let columns: [String: Int]

  init(_ columns: [String], _ rows: [CSV.Row]) {
    self.rows = rows
    self.columns = Dictionary(
      columns.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(column: String, row: CSV.Row) -> [UInt8] {
    columns[column].map { row.fields[$0] } ?? []
  }

  /// An id, or several: without the apostrophe that keeps a spreadsheet from running a field, as no id
  /// has one.
  func text(_ column: String, _ row: CSV.Row) -> String {
    let field = self[column, row]
    return String(
      decoding: field.first == UInt8(ascii: "'") ? field.dropFirst() : field[...], as: UTF8.self)
  }

  /// The parts of a field that has one for each link: `chain`, `media`, `dates`.
  func links(_ column: String, _ row: CSV.Row) -> [String] {
    text(column, row).split(separator: " > ", omittingEmptySubsequences: false).map(String.init)
  }

  /// What a row has in a column, each value once. Beside the columns themselves: `carrier`, who passes
  /// on; `part`, whoever has a part in the chain, the outlet too; and of `broken`, `any` where more
  /// than a date is lacking.
  func values(of name: String, _ row: CSV.Row) -> [String] {
    switch name {
    case "carrier": Self.distinct(links("chain", row).dropFirst().filter { $0 != "?" })
    case "part":
      Self.distinct(
        (links("chain", row) + [text("outlet", row)]).filter { $0 != "?" && !$0.isEmpty })
    case "broken": Self.breaks(text("broken", row).split(separator: " ").map(String.init))
    default: [text(name, row)]
    }
  }

  private static func breaks(_ kinds: [String]) -> [String] {
    kinds.contains { $0 != "undated" } ? kinds + ["any"] : kinds
  }

  private static func distinct(_ values: some Sequence<String>) -> [String] {
    var seen: Set<String> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// How many rows there are with each of these conditions: `outlet=paper broken=unnamed`.
  ///
  /// Every row is looked at once for each set of columns that the conditions name, and there are few.
  func numbers(of conditions: Set<String>) -> [String: Int] {
    var numbers: [String: Int] = [:]
    let sets = Set(
      conditions.map { condition in
        condition.split(separator: " ").map { String($0.prefix { $0 != "=" }) }
      })
    for row in rows {
      for names in sets {
        var texts = [""]
        for name in names {
          let values = values(of: name, row)
          texts = texts.flatMap { text in
            values.map { "\(text)\(text.isEmpty ? "" : " ")\(name)=\($0)" }
          }
        }
        for text in texts where conditions.contains(text) { numbers[text, default: 0] += 1 }
      }
    }
    return numbers
  }
}
