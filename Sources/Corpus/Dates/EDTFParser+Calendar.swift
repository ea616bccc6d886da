extension EDTFParser {
  private static let unspecified = UInt8(ascii: "X")

  /// `2019`, `-0044`, `201X`, `20XX`: an `X` for each digit that is not specified, up to all four.
  mutating func year() throws(Failure) -> EDTF.Moment {
    let start = position
    let isNegative = skip(.init(ascii: "-"), before: bytes.count)
    var value = 0
    var unspecifiedDigits = 0
    for _ in 0..<4 {
      let byte = peek()
      if byte == Self.unspecified {
        unspecifiedDigits += 1
        value *= 10
      } else if let digit = digit(byte), unspecifiedDigits == 0 {
        value = value * 10 + digit
      } else {
        throw wrongYear(from: start)
      }
      advance(1)
    }
    if digit(peek()) != nil || peek() == Self.unspecified { throw wrongYear(from: start) }
    if isNegative, value == 0 {
      throw failure(
        start..<position, "there is no year -0000",
        "write 0000 for the year before the year 1")
    }
    var moment = EDTF.Moment(year: unspecifiedDigits == 4 ? nil : isNegative ? -value : value)
    moment.unspecifiedYearDigits = unspecifiedDigits
    return moment
  }

  /// `Y170000002`, `Y-17000`: 5 to 11 digits, so that its seconds fit 64 bits.
  mutating func longYear() throws(Failure) -> Int {
    let start = position
    advance(1)
    let isNegative = skip(.init(ascii: "-"), before: bytes.count)
    let first = position
    var value = 0
    while let digit = digit(peek()), position - first < 12 {
      value = value * 10 + digit
      advance(1)
    }
    guard (5...11).contains(position - first), digit(bytes[first]) != 0 else {
      throw failure(
        start..<max(position, start + 1), "a year after Y has 5 to 11 digits, the first not 0",
        "write a year of four digits without the Y")
    }
    return isNegative ? -value : value
  }

  mutating func readMonth(into moment: inout EDTF.Moment) throws(Failure) {
    let start = position
    if (1...3).contains(moment.unspecifiedYearDigits) {
      throw failure(
        start - 1..<bytes.count, "no month can follow a year whose last digits are unspecified",
        "leave the month out, or write the whole year")
    }
    if peek() == Self.unspecified, peek(1) == Self.unspecified {
      advance(2)
      moment.isMonthUnspecified = true
      return
    }
    guard let month = twoDigits() else { throw wrongPart("month", from: start, example: "05") }
    guard (1...12).contains(month) || (21...24).contains(month) else {
      throw failure(
        start..<position, "there is no month \(twoDigitText(month))",
        "months are 01 to 12; 21 to 24 are spring, summer, autumn and winter")
    }
    moment.month = month
  }

  mutating func readDay(into moment: inout EDTF.Moment) throws(Failure) {
    let start = position
    if moment.season != nil {
      throw failure(
        start - 1..<bytes.count, "no day can follow a season", "write a month from 01 to 12")
    }
    if peek() == Self.unspecified, peek(1) == Self.unspecified {
      advance(2)
      moment.isDayUnspecified = true
      return
    }
    guard let day = twoDigits() else { throw wrongPart("day", from: start, example: "13") }
    guard let month = moment.month else {
      throw failure(
        start..<position, "no day can follow an unspecified month", "write XX for the day too")
    }
    // An unknown year may be a leap year.
    let length = GregorianCalendar.days(inMonth: month, of: moment.year ?? 2000)
    guard (1...length).contains(day) else {
      let name = GregorianCalendar.name(ofMonth: month)
      let year = month == 2 ? moment.year.map { " \($0)" } ?? "" : ""
      throw failure(
        start..<position, "there is no day \(twoDigitText(day)) in \(name)\(year)",
        "\(name)\(year) has \(length) days")
    }
    moment.day = day
  }

  func twoDigitText(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
