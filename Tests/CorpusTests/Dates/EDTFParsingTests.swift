import TestSupport
import Testing

import Corpus

@Suite struct `What a date says of itself` {
  @Test func `a date keeps its parts`() throws {
    let moment = try #require(try EDTF(parsing: "2019-05-13T00:30:05+03:00").start)
    #expect(moment.year == 2019)
    #expect(moment.month == 5)
    #expect(moment.day == 13)
    #expect(moment.secondOfDay == 1_805)
    #expect(moment.offsetMinutes == 180)
    #expect(moment.hasTime)
  }

  @Test func `an unspecified part differs from one that is not given`() throws {
    let unspecified = try #require(try EDTF(parsing: "2019-XX-XX").start)
    #expect(unspecified.isMonthUnspecified && unspecified.isDayUnspecified)
    #expect(unspecified.month == nil && unspecified.day == nil)
    let absent = try #require(try EDTF(parsing: "2019").start)
    #expect(!absent.isMonthUnspecified && !absent.isDayUnspecified)
  }

  @Test func `a decade has a year but not a whole one`() throws {
    let moment = try #require(try EDTF(parsing: "201X").start)
    #expect(moment.year == 2010)
    #expect(moment.unspecifiedYearDigits == 1)
    #expect(moment.wholeYear == nil)
  }

  @Test func `an unknown year keeps its month and day`() throws {
    let moment = try #require(try EDTF(parsing: "XXXX-05-13").start)
    #expect(moment.year == nil && moment.wholeYear == nil)
    #expect(moment.month == 5 && moment.day == 13)
  }

  @Test func `a season is no month of the calendar`() throws {
    let moment = try #require(try EDTF(parsing: "2019-23").start)
    #expect(moment.season == .autumn)
    #expect(moment.calendarMonth == nil)
  }

  @Test(arguments: [
    ("2019", false, false), ("2019?", true, false), ("2019~", false, true),
    ("2019%", true, true), ("2018/2019?", true, false), ("2018~/..", false, true),
  ])
  func `marks are told`(_ text: String, isUncertain: Bool, isApproximate: Bool) throws {
    let date = try EDTF(parsing: text)
    #expect(date.isUncertain == isUncertain)
    #expect(date.isApproximate == isApproximate)
  }

  @Test func `an open end differs from an unknown one`() throws {
    #expect(try EDTF(parsing: "2019/..").form == .interval(.moment(.init(year: 2019)), .open))
    #expect(try EDTF(parsing: "2019/").form == .interval(.moment(.init(year: 2019)), .unknown))
    #expect(try EDTF(parsing: "/2019").leadingMoment?.year == 2019)
    #expect(try EDTF(parsing: "2018/2019").leadingMoment?.year == 2018)
  }
}

@Suite struct `The order of dates` {
  @Test func `is by earliest, then latest, then text`() throws {
    let texts = [
      "XXXX-05", "../2019", "2018~", "2019-05-01", "2019-05-01T00:00:00", "2019-05",
      "2019-05?", "2019-05/..",
    ]
    let sorted = try texts.map { try EDTF(parsing: $0) }.sorted(by: EDTF.inOrder).map(\.text)
    #expect(
      sorted == [
        "../2019", "XXXX-05", "2018~", "2019-05-01T00:00:00", "2019-05-01",
        "2019-05", "2019-05?", "2019-05/..",
      ])
  }

  @Test(arguments: [
    ("2019-05-13", "2019-05-14", true), ("2019-05-13", "2019-05-13", false),
    ("2019-05", "2019-05-14", false), ("2019-04", "2019-05", true), ("2019/..", "2020", false),
    ("../2018", "2019/..", true), ("XXXX-05", "2019", false), ("2019", "XXXX-05", false),
    ("2019-05-13T10:00:00Z", "2019-05-13T10:00:01Z", true),
  ])
  func `is settled only where one is over before the other begins`(
    _ left: String, _ right: String, isSettled: Bool
  ) throws {
    #expect(try EDTF(parsing: left).settlesOrder(before: EDTF(parsing: right)) == isSettled)
  }
}

@Suite struct `What is no date` {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let marked: String
    let reason: String
    let remedy: String
    var testDescription: String { text.debugDescription }

    init(_ text: String, _ marked: String, _ reason: String, _ remedy: String) {
      self.text = text
      self.marked = marked
      self.reason = reason
      self.remedy = remedy
    }
  }

  @Test(arguments: [
    Case("", "", "the date is empty", "write a date such as 2019, 2019-05 or 2019-05-13"),
    Case("2019-02-30", "30", "there is no day 30 in February 2019", "February 2019 has 28 days"),
    Case("1900-02-29", "29", "there is no day 29 in February 1900", "February 1900 has 28 days"),
    Case("XXXX-02-30", "30", "there is no day 30 in February", "February has 29 days"),
    Case("2019-04-31", "31", "there is no day 31 in April", "April has 30 days"),
    Case("2019-04-00", "00", "there is no day 00 in April", "April has 30 days"),
    Case(
      "2019-13", "13", "there is no month 13",
      "months are 01 to 12; 21 to 24 are spring, summer, autumn and winter"),
    Case("2019-5-13", "5", "the month has two digits", "write 05"),
    Case("2019-", "", "the month is missing", "write two digits, as in 05"),
    Case("2019-May", "May", "“May” is not a month of two digits", "write two digits, as in 05"),
    Case("20190513", "20190513", "the parts of a date are joined by “-”", "write 2019-05-13"),
    Case(
      "19-05-13", "19", "“19” is not a year of four digits",
      "write the year first, as in 2019, 2019-05 or 2019-05-13; X stands for an unspecified digit"),
    Case(
      "13/05/2019", "/", "an interval has one “/”",
      "write the start, one “/” and the end; days are written 2019-05-13"),
    Case("٢٠١٩", "٢", "dates are written in the digits 0–9", "write 0–9"),
    Case("۲۰۱۹", "۲", "dates are written in the digits 0–9", "write 0–9"),
    Case("201x", "x", "an unspecified digit is written X", "write X"),
    Case("2019-uu", "u", "an unspecified digit is written X", "write X"),
    Case("2019-05-13 ", " ", "white space cannot stand in a date", "remove it"),
    Case(
      "2019-05-13 10:00:00", " 10:00:00", "a time is joined to its date by “T”",
      "write T in place of the space"),
    Case("2019-05-13\0", "\0", "“\0” cannot follow the date", "remove it"),
    Case(
      "-0000", "-0000", "there is no year -0000",
      "write 0000 for the year before the year 1"),
    Case(
      "2019-05-13?~", "~", "a date has one mark at most",
      "write “%” for both uncertain and approximate"),
    Case(
      "2019?-05", "?", "a mark in the middle of a date is EDTF level 2",
      "write the mark at the end, where it speaks of the whole date"),
    Case("2019-XX-13", "13", "no day can follow an unspecified month", "write XX for the day too"),
    Case("2019-21-01", "-01", "no day can follow a season", "write a month from 01 to 12"),
    Case(
      "201X-05", "-05", "no month can follow a year whose last digits are unspecified",
      "leave the month out, or write the whole year"),
    Case(
      "[2018,2019]", "[2018,2019]", "sets of dates are EDTF level 2",
      "write an interval, or one date"),
    Case(
      "2019-05-13T10:30", "", "a time is written to the second",
      "write the seconds, as in 2019-05-13T10:30:00Z"),
    Case("2019-05-13T24:00:00", "24", "there is no hour 24", "write 00:00:00 of the next day"),
    Case("2019-05-13T10:60:00", "60", "there is no minute 60", "minutes are 00 to 59"),
    Case(
      "2019-05-13T10:30:60Z", "60", "there is no second 60 in this minute",
      "seconds are 00 to 59"),
    Case(
      "2019-05-13T10:30:00Z~", "~", "a time cannot be marked “?”, “~” or “%”",
      "leave the mark out"),
    Case("2019-05-13T10:30:00.Z", ".", "a fraction needs digits", "remove the “.”"),
    Case(
      "2019-05-14/2019-05-13", "2019-05-13", "the interval ends before it starts",
      "write the earlier date first"),
    Case(
      "/", "/", "an interval needs a date at one end at least",
      "write a start or an end, or leave the date out"),
    Case(
      "../", "../", "an interval needs a date at one end at least",
      "write a start or an end, or leave the date out"),
    Case(
      "2019/2019-02-30", "30", "there is no day 30 in February 2019",
      "February 2019 has 28 days"),
    Case(
      "Y2019", "Y2019", "a year after Y has 5 to 11 digits, the first not 0",
      "write a year of four digits without the Y"),
    Case(
      "Y999999999999", "Y999999999999", "a year after Y has 5 to 11 digits, the first not 0",
      "write a year of four digits without the Y"),
  ])
  func `is told with its place, the reason and a remedy`(_ example: Case) throws {
    let error = try #require(throws: EDTF.ParsingError.self) {
      try EDTF(parsing: example.text)
    }
    let bytes = Array(example.text.utf8)[error.bytes]
    #expect(String(decoding: bytes, as: UTF8.self) == example.marked)
    #expect(error.reason == example.reason)
    #expect(error.remedy == example.remedy)
  }

  @Test func `no text of a date's letters crashes the parser`() {
    var random = SplitMix(seed: 7)
    let letters = Array("0123456789X-/T:.Z+?~%Y ux".utf8)
    var dates = 0
    for _ in 0..<200_000 {
      let length = Int(random.next() % 14)
      let bytes = (0..<length).map { _ in letters[Int(random.next() % UInt64(letters.count))] }
      if let date = try? EDTF(parsing: String(decoding: bytes, as: UTF8.self)) {
        dates += 1
        #expect(date.earliest < date.latest)
      }
    }
    #expect(dates > 100)
  }

  @Test func `a cut-off date is an error or a date, never a crash`() {
    let whole = "2019-05-13T10:30:00.5+03:00/Y-170000"
    for length in 0...whole.utf8.count {
      _ = try? EDTF(parsing: String(whole.prefix(length)))
      _ = try? EDTF(parsing: String(whole.suffix(length)))
    }
  }
}
