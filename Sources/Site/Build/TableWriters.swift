/// Writes a table, row after row.
protocol TableWriter {
  mutating func add(_ row: [String])

  /// Makes room for so many rows as there will be, by how long those were that are written.
  mutating func reserve(for count: Int, after written: Int)
}

/// Writes the same rows twice.
struct BothWriters: TableWriter {
  var csv: CSVWriter
  var json: JSONTableWriter

  init(_ csv: CSVWriter, _ json: JSONTableWriter) {
    self.csv = csv
    self.json = json
  }

  mutating func add(_ row: [String]) {
    csv.add(row)
    json.add(row)
  }

  mutating func reserve(for count: Int, after written: Int) {
    csv.reserve(for: count, after: written)
    json.reserve(for: count, after: written)
  }
}

extension [UInt8] {
  fileprivate mutating func reserve(for count: Int, after written: Int) {
    reserveCapacity(self.count / written * count / 8 * 9)
  }
}

/// CSV as RFC 4180 has it: fields that need it are quoted, lines end in CR LF.
struct CSVWriter: TableWriter {
  private var bytes: [UInt8] = []

  init(_ columns: [String]) {
    add(columns)
  }

  mutating func reserve(for count: Int, after written: Int) {
    bytes.reserve(for: count, after: written)
  }

  mutating func add(_ row: [String]) {
    for (position, field) in row.enumerated() {
      if position > 0 { bytes.append(UInt8(ascii: ",")) }
      append(field)
    }
    bytes += [0x0D, 0x0A]
  }

  func finish() -> [UInt8] { bytes }

  /// A field that a spreadsheet would run as a formula is kept from it by an apostrophe.
  private mutating func append(_ field: String) {
    var field = field
    field.withUTF8 { field in
      let isFormula = field.first.map { "=+-@\t\r".utf8.contains($0) } ?? false
      let quote = UInt8(ascii: "\"")
      let needsQuotes =
        isFormula
        || field.contains { $0 == quote || $0 == UInt8(ascii: ",") || $0 == 0x0A || $0 == 0x0D }
      guard needsQuotes else { return bytes.append(contentsOf: field) }
      bytes.append(quote)
      if isFormula { bytes.append(UInt8(ascii: "'")) }
      for byte in field {
        if byte == quote { bytes.append(quote) }
        bytes.append(byte)
      }
      bytes.append(quote)
    }
  }
}

/// A JSON array with one object for each row; every value is a string.
struct JSONTableWriter: TableWriter {
  /// The name of each, as it stands before its value.
  private let columns: [[UInt8]]
  private var bytes: [UInt8] = [UInt8(ascii: "[")]

  init(_ columns: [String]) {
    self.columns = columns.enumerated().map { position, column in
      var name = position > 0 ? [UInt8(ascii: ",")] : []
      JSONText.append(column, to: &name)
      return name + [UInt8(ascii: ":")]
    }
  }

  mutating func reserve(for count: Int, after written: Int) {
    bytes.reserve(for: count, after: written)
  }

  mutating func add(_ row: [String]) {
    bytes.append(contentsOf: (bytes.count > 1 ? ",\n{" : "\n{").utf8)
    for (column, field) in zip(columns, row) {
      bytes.append(contentsOf: column)
      JSONText.append(field, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  mutating func finish() -> [UInt8] {
    bytes.append(contentsOf: "\n]\n".utf8)
    return bytes
  }
}
