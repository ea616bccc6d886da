/// One entry of a bibliography, as BibTeX and biblatex read it.
package struct BibTeX {
  private var bytes: [UInt8] = []

  /// - Parameter key: as ids are, of any script.
  init(key: String) {
    bytes.reserveCapacity(512)
    write("@misc{")
    write(Self.key(key))
  }

  /// A field whose value is text; none where there is no text.
  mutating func add(_ name: StaticString, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    begin(name)
    BibTeXText.append(text, to: &bytes)
    write("}")
  }

  /// Names or a title that are to stay as they are written: not cut at “and” or a comma, nor put in
  /// lower case.
  mutating func add(_ name: StaticString, verbatim texts: [String]) {
    guard !texts.isEmpty else { return }
    begin(name)
    for (position, text) in texts.enumerated() {
      write(position > 0 ? " and {" : "{")
      BibTeXText.append(text, to: &bytes)
      write("}")
    }
    write("}")
  }

  /// An address, which is percent-encoded: what BibTeX would stumble over is not in it.
  mutating func add(_ name: StaticString, address: String?) {
    guard let address else { return }
    begin(name)
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "{"): write("%7B")
      case UInt8(ascii: "}"): write("%7D")
      case UInt8(ascii: "\\"): write("%5C")
      default: bytes.append(byte)
      }
    }
    write("}")
  }

  /// - Parameter month: 1...12.
  mutating func add(year: Int?, month: Int?) {
    guard let year else { return }
    begin("year")
    Decimal.append(year, to: &bytes)
    write("}")
    if let month, Self.months.indices.contains(month - 1) {
      write(",\n  month = ")
      write(Self.months[month - 1])
    }
  }

  var text: String { String(decoding: bytes, as: UTF8.self) + "\n}" }

  /// The macros that every style knows.
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private mutating func begin(_ name: StaticString) {
    write(",\n  ")
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    write(" = {")
  }

  private mutating func write(_ text: String) { bytes.append(contentsOf: text.utf8) }

  package static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    BibTeXText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Letters, digits, `-`, `.` and `:` of ASCII; every other letter by its number, so that two ids
  /// never have one key.
  package static func key(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", ":": key.append(scalar)
      default: key.append(contentsOf: "_\(String(scalar.value, radix: 16))_".unicodeScalars)
      }
    }
    return String(key)
  }
}
