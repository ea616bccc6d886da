import Testing

import Corpus

/// The bounds of a date, written as the two instants in UTC.
@Suite struct `What instants a date can mean` {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let earliest: Int64
    let latest: Int64
    var testDescription: String { text }

    init(_ text: String, _ earliest: Int64, _ latest: Int64) {
      self.text = text
      self.earliest = earliest
      self.latest = latest
    }

    init(_ text: String, _ from: (Int, Int, Int), _ to: (Int, Int, Int)) {
      self.init(
        text, GregorianCalendar.second(year: from.0, month: from.1, day: from.2),
        GregorianCalendar.second(year: to.0, month: to.1, day: to.2))
    }
  }

  @Test(arguments: [
    Case("1970-01-01", 0, 86_400),
    Case("2019", (2019, 1, 1), (2020, 1, 1)),
    Case("2019-05", (2019, 5, 1), (2019, 6, 1)),
    Case("2019-12", (2019, 12, 1), (2020, 1, 1)),
    Case("2019-05-13", (2019, 5, 13), (2019, 5, 14)),
    Case("2020-02-29", (2020, 2, 29), (2020, 3, 1)),
    Case("0000", (0, 1, 1), (1, 1, 1)),
    Case("-0044-03-15", (-44, 3, 15), (-44, 3, 16)),
  ])
  func `level 0 dates cover their year, month or day`(_ example: Case) throws {
    try check(example)
  }

  @Test(arguments: [
    Case("2019-05-13T21:58:20Z", 1_557_784_700, 1_557_784_701),
    Case("2019-05-14T00:58:20+03:00", 1_557_784_700, 1_557_784_701),
    Case("2019-05-14T00:58:20+03", 1_557_784_700, 1_557_784_701),
    Case("2019-05-13T17:28:20-04:30", 1_557_784_700, 1_557_784_701),
    Case("2019-05-13T21:58:20", 1_557_784_700, 1_557_784_701),
    Case("2019-05-13t21:58:20.123456789z", 1_557_784_700, 1_557_784_701),
    Case("2016-12-31T23:59:60Z", 1_483_228_800, 1_483_228_801),
  ])
  func `a time is one second, in UTC where no offset says otherwise`(_ example: Case) throws {
    try check(example)
  }

  @Test(arguments: [
    Case("201X", (2010, 1, 1), (2020, 1, 1)),
    Case("20XX", (2000, 1, 1), (2100, 1, 1)),
    Case("2XXX", (2000, 1, 1), (3000, 1, 1)),
    Case("-201X", (-2019, 1, 1), (-2009, 1, 1)),
    Case("2019-XX", (2019, 1, 1), (2020, 1, 1)),
    Case("2019-XX-XX", (2019, 1, 1), (2020, 1, 1)),
    Case("2019-05-XX", (2019, 5, 1), (2019, 6, 1)),
    Case("XXXX", .min, .max),
    Case("XXXX-05", .min, .max),
    Case("XXXX-02-29", .min, .max),
  ])
  func `unspecified digits could be any`(_ example: Case) throws {
    try check(example)
  }

  @Test(arguments: [
    Case("2019-21", (2019, 3, 1), (2019, 6, 1)),
    Case("2019-22", (2019, 6, 1), (2019, 9, 1)),
    Case("2019-23", (2019, 9, 1), (2019, 12, 1)),
    Case("2019-24", (2019, 12, 1), (2020, 3, 1)),
  ])
  func `a season is three months, and winter begins in December`(_ example: Case) throws {
    try check(example)
  }

  @Test(arguments: [
    Case("2019?", (2019, 1, 1), (2020, 1, 1)),
    Case("2019-05~", (2019, 5, 1), (2019, 6, 1)),
    Case("2019-05-13%", (2019, 5, 13), (2019, 5, 14)),
  ])
  func `uncertain and approximate dates keep their bounds`(_ example: Case) throws {
    try check(example)
  }

  @Test(arguments: [
    Case("2019-05-01/2019-05-14", (2019, 5, 1), (2019, 5, 15)),
    Case("2019-05-01/2019-05-01", (2019, 5, 1), (2019, 5, 2)),
    Case("2019-05-14/2019-05", (2019, 5, 14), (2019, 6, 1)),
    Case("2018~/2019-05?", (2018, 1, 1), (2019, 6, 1)),
    Case("2019-05/..", GregorianCalendar.second(year: 2019, month: 5), .max),
    Case("2019-05/", GregorianCalendar.second(year: 2019, month: 5), .max),
    Case("../2019-05", .min, GregorianCalendar.second(year: 2019, month: 6)),
    Case("/2019-05", .min, GregorianCalendar.second(year: 2019, month: 6)),
    Case("XXXX-06/2019-05", .min, GregorianCalendar.second(year: 2019, month: 6)),
  ])
  func `an interval runs from its start's first instant to its end's last`(
    _ example: Case
  ) throws {
    try check(example)
  }

  @Test(arguments: ["Y99999999999", "Y-99999999999", "Y17000/Y99999999999"])
  func `the longest years that are read fit 64 bits`(_ text: String) throws {
    let date = try EDTF(parsing: text)
    #expect(date.earliest < date.latest)
    #expect(date.earliest != .min && date.latest != .max)
  }

  private func check(_ example: Case) throws {
    let date = try EDTF(parsing: example.text)
    #expect(date.text == example.text)
    #expect(date.earliest == example.earliest)
    #expect(date.latest == example.latest)
  }
}

@Suite struct `The calendar` {
  @Test func `counts every day of 800 years without a gap, and back`() {
    var expected = GregorianCalendar.day(year: 1600, month: 1, day: 1)
    for year in 1600..<2400 {
      for month in 1...12 {
        for day in 1...GregorianCalendar.days(inMonth: month, of: year) {
          let number = GregorianCalendar.day(year: year, month: month, day: day)
          guard number == expected else {
            Issue.record("\(year)-\(month)-\(day) is day \(number), not \(expected)")
            return
          }
          let date = GregorianCalendar.date(ofSecond: number * 86_400 + 86_399)
          guard date == (year, month, day) else {
            Issue.record("\(year)-\(month)-\(day) comes back as \(date)")
            return
          }
          expected += 1
        }
      }
    }
    #expect(GregorianCalendar.day(year: 1970, month: 1, day: 1) == 0)
    #expect(GregorianCalendar.day(year: -4713, month: 11, day: 24) == -2_440_588)
  }

  @Test func `knows the leap years`() {
    #expect(
      [1900, 2000, 2019, 2020, 0, -4].map(GregorianCalendar.isLeap) == [
        false, true, false, true, true, true,
      ])
  }
}
