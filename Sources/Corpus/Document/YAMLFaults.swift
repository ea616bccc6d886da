import Yams

/// Puts what Yams throws into our words, with bytes for its lines.
struct YAMLFaults {
  let bytes: [UInt8]
  let range: Range<Int>
  let lines: YAMLLines

  func fault(_ error: any Error) -> SyntaxFault {
    guard let error = error as? YamlError else { return syntax("\(error)", range.lowerBound) }
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      return fault(context, problem, mark)
    case .duplicatedKeysInMapping(let keys, let context):
      return duplicateKey(keys.first ?? "", context.mark)
    case .reader(_, _, let value, _):
      return badCharacter(value)
    default:
      return syntax("this cannot be read", range.lowerBound)
    }
  }

  func aliases(_ place: Range<Int>) -> SyntaxFault {
    SyntaxFault(
      id: "yaml/too-many-aliases", message: "the YAML uses more than eight aliases", range: place,
      remedy: "write the values out; put text that begins with “*” in quotes")
  }

  private func fault(_ context: YamlError.Context?, _ problem: String, _ mark: Mark) -> SyntaxFault
  {
    let start = lines.offset(line: mark.line, column: mark.column)
    if problem.contains("another document") {
      return SyntaxFault(
        id: "yaml/several-documents", message: "a second YAML document begins here",
        range: start..<start + 3, remedy: "keep one document; take the line “---” out")
    }
    if problem.contains("unexpected end of stream"), let context,
      context.text.contains("quoted scalar")
    {
      let quote = lines.offset(line: context.mark.line, column: context.mark.column)
      return SyntaxFault(
        id: "yaml/syntax", message: "the text in quotation marks that begins here has no end",
        range: quote..<quote + 1, remedy: "close it with the same mark, \(quoteName(at: quote))")
    }
    var fault = syntax(problem, start)
    if start < range.upperBound, bytes[start] == 0x09 {
      fault.remedy = "indent with spaces: YAML allows no tabs there"
    }
    if let context, context.mark.line != mark.line || context.mark.column != mark.column,
      context.mark.line > 0
    {
      let begin = lines.offset(line: context.mark.line, column: context.mark.column)
      fault.notes.append((context.text + " that begins here", begin..<begin + 1))
    }
    return fault
  }

  private func syntax(_ problem: String, _ start: Int) -> SyntaxFault {
    SyntaxFault(
      id: "yaml/syntax", message: "the YAML cannot be read: \(problem)", range: start..<start + 1,
      remedy: Self.remedy(for: problem))
  }

  private func quoteName(at offset: Int) -> String {
    offset < range.upperBound && bytes[offset] == UInt8(ascii: "'") ? "'" : "\""
  }

  private static func remedy(for problem: String) -> String {
    let remedies: [(part: String, remedy: String)] = [
      ("tab", "indent with spaces: YAML allows no tabs there"),
      ("\\t", "indent with spaces: YAML allows no tabs there"),
      (
        "mapping values are not allowed",
        "put a text that holds “: ” in quotes; keys of one mapping begin at the same column"
      ),
      ("cannot start any token", "put a text that begins with this character in quotes"),
      ("expected ':'", "end a key with a colon and a space"),
      ("undefined alias", "put a text that begins with “*” in quotes"),
      ("expected alphabetic or numeric", "put a text that begins with “*” or “&” in quotes"),
      ("escape", "put the text in single quotes, or write a backslash as \\\\"),
      ("expected ',' or ']'", "close the list with “]”, and put a text that holds “,” in quotes"),
      ("expected ',' or '}'", "close it with “}”, and put a text that holds “,” in quotes"),
      (
        "expected key",
        "put a text that begins with a quotation mark whole in single quotes; check the indentation"
      ),
    ]
    return remedies.first { problem.contains($0.part) }?.remedy
      ?? "check the indentation and the quotation marks"
  }

  /// Yams tells the first place only; the second is looked for on the lines below it.
  private func duplicateKey(_ key: String, _ mark: Mark) -> SyntaxFault {
    let first = lines.offset(line: mark.line, column: mark.column)
    let length = key.utf8.count
    let message = "the key “\(key)” stands here twice"
    var offset = first + length
    while offset < range.upperBound {
      let wanted = Array(key.utf8)
      if bytes[offset..<range.upperBound].starts(with: wanted), isKey(offset, length) {
        return SyntaxFault(
          id: "yaml/duplicate-key", message: message, range: offset..<offset + length,
          remedy: "keep one of the two", notes: [("the first is here", first..<first + length)])
      }
      offset += 1
    }
    return SyntaxFault(
      id: "yaml/duplicate-key", message: message, range: first..<first + length,
      remedy: "keep one of the two")
  }

  private func isKey(_ start: Int, _ length: Int) -> Bool {
    let before = start > range.lowerBound ? bytes[start - 1] : 0x0A
    let after = bytes[min(start + length, range.upperBound)..<range.upperBound]
      .first { $0 != 0x20 }
    let begins: [UInt8] = [0x0A, 0x20, UInt8(ascii: "{"), UInt8(ascii: ",")]
    return begins.contains(before) && after == UInt8(ascii: ":")
  }

  private func badCharacter(_ value: Int32) -> SyntaxFault {
    var start = range.lowerBound
    if value > 0, let scalar = Unicode.Scalar(UInt32(value)), let encoded = UTF8.encode(scalar) {
      let wanted = Array(encoded)
      while start < range.upperBound, !bytes[start..<range.upperBound].starts(with: wanted) {
        start += 1
      }
    }
    let digits = String(max(value, 0), radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(4 - digits.count, 0)) + digits
    return SyntaxFault(
      id: "yaml/control-character", message: "the control character \(code) stands in the YAML",
      range: start..<start + 1, remedy: "take it out, or write it as \\u escape in double quotes")
  }
}
