/// What went wrong, in words that say how to mend it. None of this runs for a sound date.
extension EDTFParser {
  func failure(_ bytes: Range<Int>, _ reason: String, _ remedy: String) -> Failure {
    Failure(bytes: bytes, reason: reason, remedy: remedy)
  }

  func expectEnd(_ end: Int, after what: String) throws(Failure) {
    guard position != end else { return }
    let rest = position..<end
    switch peek() {
    case .init(ascii: "?"), .init(ascii: "~"), .init(ascii: "%"):
      if what == "a time" {
        throw failure(rest, "a time cannot be marked “?”, “~” or “%”", "leave the mark out")
      }
      throw failure(
        rest, "a date has one mark at most", "write “%” for both uncertain and approximate")
    case .init(ascii: "-") where position > 0 && "?~%".utf8.contains(bytes[position - 1]):
      throw failure(
        position - 1..<position, "a mark in the middle of a date is EDTF level 2",
        "write the mark at the end, where it speaks of the whole date")
    case .init(ascii: " ") where what == "the date" && digit(peek(1)) != nil:
      throw failure(rest, "a time is joined to its date by “T”", "write T in place of the space")
    default: break
    }
    if let foreign = foreignCharacter(at: position) { throw foreign }
    throw failure(rest, "\(quoted(rest)) cannot follow \(what)", "remove it")
  }

  func wrongYear(from start: Int) -> Failure {
    if let foreign = foreignCharacter(at: position) { return foreign }
    let text = quoted(start..<partEnd(from: start))
    let range = start..<max(partEnd(from: start), min(start + 1, bytes.count))
    if "[{".utf8.contains(peek()) {
      return failure(range, "sets of dates are EDTF level 2", "write an interval, or one date")
    }
    let digits = bytes[start...].prefix { digit($0) != nil }
    if digits.count == 8 {
      let parts = String(decoding: digits, as: UTF8.self)
      let (year, rest) = (parts.prefix(4), parts.dropFirst(4))
      return failure(
        range, "the parts of a date are joined by “-”",
        "write \(year)-\(rest.prefix(2))-\(rest.suffix(2))")
    }
    if digits.count > 4 {
      return failure(
        range, "a year has four digits",
        "join the parts of a date by “-”, or write Y before a longer year")
    }
    return failure(
      range, text.isEmpty ? "a year is missing" : "\(text) is not a year of four digits",
      "write the year first, as in 2019, 2019-05 or 2019-05-13; X stands for an unspecified digit")
  }

  func wrongPart(_ name: String, from start: Int, example: String) -> Failure {
    if let foreign = foreignCharacter(at: start) { return foreign }
    let end = partEnd(from: start)
    let range = start..<end
    if end == start {
      return failure(range, "the \(name) is missing", "write two digits, as in \(example)")
    }
    if end == start + 1, let value = digit(bytes[start]) {
      return failure(range, "the \(name) has two digits", "write 0\(value)")
    }
    return failure(
      range, "\(quoted(range)) is not a \(name) of two digits", "write two digits, as in \(example)"
    )
  }

  /// Names the usual strangers: other scripts' digits, white space, the placeholders of old drafts.
  private func foreignCharacter(at offset: Int) -> Failure? {
    guard offset < bytes.count else { return nil }
    let (byte, next) = (bytes[offset], offset + 1 < bytes.count ? bytes[offset + 1] : 0)
    let isArabicDigit =
      byte == 0xD9 && (0xA0...0xA9).contains(next) || byte == 0xDB && (0xB0...0xB9).contains(next)
    if isArabicDigit {
      return failure(offset..<offset + 2, "dates are written in the digits 0–9", "write 0–9")
    }
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20:
      return failure(offset..<offset + 1, "white space cannot stand in a date", "remove it")
    case .init(ascii: "x"), .init(ascii: "u"), .init(ascii: "U"):
      return failure(offset..<offset + 1, "an unspecified digit is written X", "write X")
    default: return nil
    }
  }

  private func partEnd(from start: Int) -> Int {
    bytes[start...].firstIndex { "-/T:.+Z?~%".utf8.contains($0) } ?? bytes.count
  }

  private func quoted(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let text = String(decoding: bytes[range], as: UTF8.self).unicodeScalars.prefix(24)
    return "“\(String(text))”"
  }
}
