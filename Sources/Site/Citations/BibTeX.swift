/// One entry of a bibliography, as BibTeX and biblatex read it.
struct BibTeX {
  private var lines: [String]

  /// - Parameter key: as ids are, of any script.
  init(key: String) {
    lines = ["@misc{\(Self.key(key))"]
  }

  /// A field whose value is text; none where there is no text.
  mutating func add(_ name: String, _ text: String?) {
    guard let text, !text.isEmpty else { return }
    lines.append("  \(name) = {\(Self.escaped(text))}")
  }

  /// Names or a title that are to stay as they are written: not cut at “and” or a comma, nor put in
  /// lower case.
  mutating func add(_ name: String, verbatim texts: [String]) {
    guard !texts.isEmpty else { return }
    let braced = texts.map { "{\(Self.escaped($0))}" }
    lines.append("  \(name) = {\(braced.joined(separator: " and "))}")
  }

  /// An address, which is percent-encoded: what BibTeX would stumble over is not in it.
  mutating func add(_ name: String, address: String?) {
    guard let address else { return }
    let safe = address.utf8.flatMap { byte -> [UInt8] in
      switch byte {
      case UInt8(ascii: "{"): Array("%7B".utf8)
      case UInt8(ascii: "}"): Array("%7D".utf8)
      case UInt8(ascii: "\\"): Array("%5C".utf8)
      default: [byte]
      }
    }
    lines.append("  \(name) = {\(String(decoding: safe, as: UTF8.self))}")
  }

  /// - Parameter month: 1...12.
  mutating func add(year: Int?, month: Int?) {
    guard let year else { return }
    lines.append("  year = {\(year)}")
    if let month, Self.months.indices.contains(month - 1) {
      lines.append("  month = \(Self.months[month - 1])")
    }
  }

  var text: String { lines.joined(separator: ",\n") + "\n}" }

  /// The macros that every style knows.
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// BibTeX counts every brace, escaped or not, so that none may stand in a value. White space,
  /// line ends included, is one space.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    var needsSpace = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || scalar.value < 0x20 || scalar.value == 0x7F {
        needsSpace = !escaped.isEmpty
        continue
      }
      if needsSpace { escaped.unicodeScalars.append(" ") }
      needsSpace = false
      switch scalar {
      case "{": escaped += "\\textbraceleft "
      case "}": escaped += "\\textbraceright "
      case "\\": escaped += "\\textbackslash "
      case "~": escaped += "\\textasciitilde "
      case "^": escaped += "\\textasciicircum "
      case "$", "&", "#", "%", "_":
        escaped += "\\"
        escaped.unicodeScalars.append(scalar)
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Letters, digits, `-`, `.` and `:` of ASCII; every other letter by its number, so that two ids
  /// never have one key.
  static func key(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", ":": String(scalar)
      default: "_\(String(scalar.value, radix: 16))_"
      }
    }.joined()
  }
}
