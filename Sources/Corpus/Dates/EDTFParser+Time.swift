extension EDTFParser {
  /// `T10:30:00`, `T10:30:00Z`, `T10:30:00.5+03:00`, `T10:30:00-04`; to the end of the moment.
  mutating func readTime(into moment: inout EDTF.Moment, end: Int) throws(Failure) {
    let separator = position
    guard moment.year != nil, moment.day != nil else {
      throw failure(
        separator..<end, "a time needs a whole date before it", "leave the time out")
    }
    advance(1)
    let hour = try timePart("hour", upTo: 23, end: end)
    try expectColon("minutes", end: end)
    let minute = try timePart("minute", upTo: 59, end: end)
    try expectColon("seconds", end: end)
    let secondStart = position
    let second = try timePart("second", upTo: 60, end: end)
    if skip(.init(ascii: "."), before: end) {
      let fraction = position
      while position < end, digit(peek()) != nil { advance(1) }
      if position == fraction {
        throw failure(fraction - 1..<fraction, "a fraction needs digits", "remove the “.”")
      }
    }
    moment.secondOfDay = hour * 3_600 + minute * 60 + second
    moment.offsetMinutes = try offset(end: end)
    if second == 60 {
      // Leap seconds are put at the end of a UTC day.
      let minuteOfDay = (hour * 60 + minute - (moment.offsetMinutes ?? 0) + 2_880) % 1_440
      guard minuteOfDay == 1_439 else {
        throw failure(
          secondStart..<secondStart + 2, "there is no second 60 in this minute",
          "seconds are 00 to 59")
      }
    }
    try expectEnd(end, after: "a time")
  }

  private mutating func timePart(
    _ name: String, upTo limit: Int, end: Int
  ) throws(Failure) -> Int {
    let start = position
    guard position + 2 <= end, let value = twoDigits() else {
      throw wrongPart(name, from: start, example: "09")
    }
    guard value <= limit else {
      throw failure(
        start..<position, "there is no \(name) \(value)",
        name == "hour" && value == 24
          ? "write 00:00:00 of the next day" : "\(name)s are 00 to \(min(limit, 59))")
    }
    return value
  }

  private mutating func expectColon(_ part: String, end: Int) throws(Failure) {
    guard skip(.init(ascii: ":"), before: end) else {
      throw failure(
        position..<min(position + 1, end), "a time is written to the second",
        "write the \(part), as in 2019-05-13T10:30:00Z")
    }
  }

  /// Minutes east of UTC, `nil` where none is written.
  private mutating func offset(end: Int) throws(Failure) -> Int? {
    guard position < end else { return nil }
    let sign: Int
    switch peek() {
    case .init(ascii: "Z"), .init(ascii: "z"):
      advance(1)
      return 0
    case .init(ascii: "+"): sign = 1
    case .init(ascii: "-"): sign = -1
    default: return nil
    }
    advance(1)
    let hours = try timePart("hour", upTo: 23, end: end)
    guard skip(.init(ascii: ":"), before: end) else { return sign * hours * 60 }
    let minutes = try timePart("minute", upTo: 59, end: end)
    return sign * (hours * 60 + minutes)
  }
}
