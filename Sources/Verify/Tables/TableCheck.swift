import Diagnostics
import Foundation

/// The tables under `data/`: CSV and JSON have the same rows, and the attributions are those of the
/// content and of the pages.
struct TableCheck {
  let ground: Ground
  let findings: Findings
  let name: (Int) -> String
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var tally = Tally()

  init(_ ground: Ground, _ findings: Findings, name: @escaping (Int) -> String) {
    self.ground = ground
    self.findings = findings
    self.name = name
  }

  mutating func run() {
    var hasAttributions = false
    for (number, path) in ground.files.paths.enumerated()
    where path.hasPrefix("data/") && path.hasSuffix(".csv") {
      check(number, path)
      hasAttributions = hasAttributions || path == "data/attributions.csv"
    }
    if !hasAttributions {
      diagnostics.append(
        Diagnostic(.error, "verify/no-table", "the site has no data/attributions.csv"))
    }
  }

  private mutating func check(_ number: Int, _ path: String) {
    let bytes: [UInt8]
    do {
      bytes = try ground.files.bytes(number)
    } catch {
      return diagnostics.append(.unreadable(name(number), error))
    }
    tally.files += 1
    var faults = FaultList(file: name(number)) { bytes }
    defer { diagnostics += faults.finish() }
    let table = CSV(bytes)
    if let place = table.brokenAt {
      faults.add("truncated", "the table ends in the midst of a row", at: place..<bytes.count)
    }
    guard let columns = table.rows.first?.fields.map({ String(decoding: $0, as: UTF8.self) }) else {
      return faults.add("table", "the table has no head", at: nil)
    }
    for row in table.rows where row.fields.count != columns.count {
      faults.add("table", "the row has not as many fields as the head", at: row.range)
    }
    let rows = table.rows.dropFirst().filter { $0.fields.count == columns.count }
    tally.rows += rows.count
    compare(rows, columns, json: String(path.dropLast(3)) + "json", &faults)
    if path == "data/attributions.csv" {
      var attributions = AttributionsCheck(ground, findings, columns, Array(rows), name: name)
      attributions.run(&faults)
      diagnostics += attributions.diagnostics
    }
  }

  // MARK: JSON

  private mutating func compare(
    _ rows: [CSV.Row], _ columns: [String], json path: String, _ faults: inout FaultList
  ) {
    guard let file = ground.files.number(path) else {
      return faults.add("table", "the table is not there as \(path)", at: nil)
    }
    let objects: [[String: String]]
    do {
      let data = Data(try ground.files.bytes(file))
      objects = try JSONDecoder().decode([[String: String]].self, from: data)
    } catch {
      diagnostics.append(
        Diagnostic(
          .error, "verify/json", "the file is no array of objects whose values are strings",
          at: Place(file: name(file))))
      return
    }
    tally.files += 1
    let hasSameCount = objects.count == rows.count
    if !hasSameCount {
      faults.add(
        "table", "\(path) has another number of rows", at: nil,
        expected: Array(String(objects.count).utf8), found: Array(String(rows.count).utf8))
    }
    for (object, row) in zip(objects, rows) {
      var isSame = true
      for (column, field) in zip(columns, row.fields) {
        let expected = Array((object[column] ?? "").utf8)
        guard field != expected, field != Self.guarded(expected) else { continue }
        isSame = false
        faults.add(
          "table", "\(path) has another \(column) in this row", at: row.range, expected: expected,
          found: field)
      }
      // Behind a row that one of them lacks all others differ.
      if !isSame, !hasSameCount { return }
    }
  }

  /// A spreadsheet would run a field that begins so as a formula: an apostrophe keeps it from it.
  static func guarded(_ field: [UInt8]) -> [UInt8] {
    field.first.map { "=+-@\t\r".utf8.contains($0) } ?? false ? Array("'".utf8) + field : field
  }
}

extension Diagnostic {
  static func unreadable(_ file: String, _ error: any Error) -> Diagnostic {
    Diagnostic(
      .error, "verify/unreadable", "the file cannot be read: \(error.localizedDescription)",
      at: Place(file: file))
  }
}
