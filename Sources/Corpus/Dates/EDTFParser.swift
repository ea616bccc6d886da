/// Reads one EDTF text from left to right. It does not outlive the bytes that it is lent.
struct EDTFParser {
  typealias Failure = EDTF.ParsingError

  let bytes: UnsafeBufferPointer<UInt8>
  private(set) var position = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The whole text.
  mutating func form() throws(Failure) -> EDTF.Form {
    guard !bytes.isEmpty else {
      throw failure(0..<0, "the date is empty", "write a date such as 2019, 2019-05 or 2019-05-13")
    }
    guard let slash = bytes.firstIndex(of: .init(ascii: "/")) else {
      let moment = try moment(end: bytes.count)
      return .date(moment)
    }
    if let second = bytes[(slash + 1)...].firstIndex(of: .init(ascii: "/")) {
      throw failure(
        second..<second + 1, "an interval has one “/”",
        "write the start, one “/” and the end; days are written 2019-05-13")
    }
    let start = try bound(end: slash)
    position = slash + 1
    let end = try bound(end: bytes.count)
    if case .moment = start {
    } else if case .moment = end {
    } else {
      throw failure(
        0..<bytes.count, "an interval needs a date at one end at least",
        "write a start or an end, or leave the date out")
    }
    if start.bounds.earliest >= end.bounds.latest {
      throw failure(
        slash + 1..<bytes.count, "the interval ends before it starts",
        "write the earlier date first")
    }
    return .interval(start, end)
  }

  private mutating func bound(end: Int) throws(Failure) -> EDTF.Bound {
    if position == end { return .unknown }
    if end - position == 2, peek() == .init(ascii: "."), bytes[position + 1] == .init(ascii: ".") {
      position = end
      return .open
    }
    return .moment(try moment(end: end))
  }

  private mutating func moment(end: Int) throws(Failure) -> EDTF.Moment {
    if peek() == .init(ascii: "Y") {
      var moment = EDTF.Moment(year: try longYear())
      readQualifier(into: &moment)
      try expectEnd(end, after: "a year written with Y")
      return moment
    }
    var moment = try year()
    if skip(.init(ascii: "-"), before: end) {
      try readMonth(into: &moment)
      if skip(.init(ascii: "-"), before: end) {
        try readDay(into: &moment)
        if position < end, peek() == .init(ascii: "T") || peek() == .init(ascii: "t") {
          try readTime(into: &moment, end: end)
          return moment
        }
      }
    }
    readQualifier(into: &moment)
    try expectEnd(end, after: "the date")
    return moment
  }

  /// The byte here, or 0 at the end of the text (where no byte of a date is 0).
  func peek(_ ahead: Int = 0) -> UInt8 {
    position + ahead < bytes.count ? bytes[position + ahead] : 0
  }

  mutating func skip(_ byte: UInt8, before end: Int) -> Bool {
    guard position < end, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func advance(_ count: Int) {
    position += count
  }

  /// Two digits, moved past; `nil` and not moved where there are not two.
  mutating func twoDigits() -> Int? {
    guard let tens = digit(peek()), let ones = digit(peek(1)) else { return nil }
    position += 2
    return tens * 10 + ones
  }

  func digit(_ byte: UInt8) -> Int? {
    byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil
  }

  private mutating func readQualifier(into moment: inout EDTF.Moment) {
    switch peek() {
    case .init(ascii: "?"): moment.isUncertain = true
    case .init(ascii: "~"): moment.isApproximate = true
    case .init(ascii: "%"):
      moment.isUncertain = true
      moment.isApproximate = true
    default: return
    }
    position += 1
  }
}
