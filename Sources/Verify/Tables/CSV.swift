/// A table in CSV as RFC 4180 has it.
package struct CSV {
  package struct Row {
    package let fields: [[UInt8]]
    /// In bytes of the file.
    let range: Range<Int>
  }

  package private(set) var rows: [Row] = []
  /// Where the file ends within a quoted field, or without a line end.
  package private(set) var brokenAt: Int?

  package init(_ bytes: [UInt8]) {
    let quote = UInt8(ascii: "\"")
    var fields: [[UInt8]] = []
    var field: [UInt8] = []
    var start = 0
    var place = 0
    var isQuoted = false
    while place < bytes.count {
      let byte = bytes[place]
      if isQuoted {
        if byte != quote {
          field.append(byte)
        } else if place + 1 < bytes.count, bytes[place + 1] == quote {
          field.append(quote)
          place += 1
        } else {
          isQuoted = false
        }
      } else if byte == quote {
        isQuoted = true
      } else if byte == UInt8(ascii: ",") {
        fields.append(field)
        field = []
      } else if byte == 0x0A {
        rows.append(Row(fields: fields + [field], range: start..<place))
        (fields, field, start) = ([], [], place + 1)
      } else if byte != 0x0D {
        field.append(byte)
      }
      place += 1
    }
    if isQuoted || start < bytes.count { brokenAt = start }
  }
}
