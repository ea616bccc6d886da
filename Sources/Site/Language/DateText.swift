import Corpus
import Foundation

/// Says dates in words, in one language. Formats each distinct date once; one per worker.
package final class DateText {
  private let strings: Strings
  private let day: DateFormatter
  private let month: DateFormatter
  private let year: DateFormatter
  private let instant: DateFormatter
  /// The same for years before the year 1, with their era.
  private let ancientDay: DateFormatter
  private let ancientMonth: DateFormatter
  private let ancientYear: DateFormatter
  /// In the order of the year, as they stand by themselves.
  private let monthNames: [String]
  private var known: [String: DateView] = [:]
  private var monthTexts = Recent<String>(capacity: 1024)
  private var yearTexts = Recent<String>(capacity: 256)

  /// - Parameter timeZone: an IANA name, for instants; days are days, wherever.
  package init(strings: Strings, timeZone: String) {
    self.strings = strings
    func formatter(_ template: String, _ zone: TimeZone?) -> DateFormatter {
      let formatter = DateFormatter()
      formatter.locale = Locale(identifier: strings.lang)
      formatter.calendar = Calendar(identifier: .gregorian)
      formatter.timeZone = zone ?? .gmt
      formatter.setLocalizedDateFormatFromTemplate(template)
      return formatter
    }
    day = formatter("yMMMMd", .gmt)
    month = formatter("yMMMM", .gmt)
    year = formatter("y", .gmt)
    instant = formatter("yMMMMdHm", TimeZone(identifier: timeZone))
    ancientDay = formatter("GyMMMMd", .gmt)
    ancientMonth = formatter("GyMMMM", .gmt)
    ancientYear = formatter("Gy", .gmt)
    monthNames = month.standaloneMonthSymbols
  }

  /// How many dates are kept in words.
  private static let limit = 1 << 16

  package func view(_ date: EDTF) -> DateView {
    if let view = known[date.text] { return view }
    let view = DateView(
      text: text(date), edtf: date.text, machine: date.isInterval ? nil : date.exact.start)
    if known.count == Self.limit { known.removeAll(keepingCapacity: true) }
    known[date.text] = view
    return view
  }

  /// "May 2019".
  func monthText(year: Int, month: Int) -> String {
    monthTexts.value(year * 12 + month) {
      (year > 0 ? self.month : ancientMonth)
        .string(from: Self.noon(year: year, month: month, day: 1))
    }
  }

  /// "May", 1 for January.
  func monthName(_ number: Int) -> String { monthNames[number - 1] }

  /// "13 May 2019".
  func dayText(year: Int, month: Int, day: Int) -> String {
    (year > 0 ? self.day : ancientDay)
      .string(from: Self.noon(year: year, month: month, day: day))
  }

  func yearText(_ year: Int) -> String {
    // Foundation's calendars do not reach so far.
    guard abs(year) < 10_000 else { return strings.numerals.localized(String(year)) }
    return yearTexts.value(year) {
      (year > 0 ? self.year : ancientYear)
        .string(from: Self.noon(year: year, month: 6, day: 15))
    }
  }

  private func text(_ date: EDTF) -> String {
    switch date.form {
    case .date(let moment):
      return text(moment)
    case .interval(let start, let end):
      switch (start, end) {
      case (.moment(let start), .moment(let end)):
        return fill("date.interval", text(start), text(end))
      case (.moment(let start), .open): return fill("date.since", text(start))
      case (.moment(let start), .unknown): return fill("date.from", text(start))
      case (.open, .moment(let end)): return fill("date.until", text(end))
      case (.unknown, .moment(let end)): return fill("date.to", text(end))
      default: return strings["date.unknown"]
      }
    }
  }

  private func text(_ moment: EDTF.Moment) -> String {
    let plain = exact(moment)
    return switch (moment.isApproximate, moment.isUncertain) {
    case (true, true): fill("date.approximateUncertain", plain)
    case (true, false): fill("date.approximate", plain)
    case (false, true): fill("date.uncertain", plain)
    case (false, false): plain
    }
  }

  private func exact(_ moment: EDTF.Moment) -> String {
    guard let number = moment.year else { return yearless(moment) }
    if moment.unspecifiedYearDigits > 0 { return someYear(number, moment.unspecifiedYearDigits) }
    guard let month = moment.month else {
      if moment.isDayUnspecified { return fill("date.someDay", yearText(number)) }
      return moment.isMonthUnspecified
        ? fill("date.someMonth", yearText(number)) : yearText(number)
    }
    if month > 12 {
      return fill("date.season", strings["season.\(month)"], yearText(number))
    }
    guard let day = moment.day else {
      let text = monthText(year: number, month: month)
      return moment.isDayUnspecified ? fill("date.someDay", text) : text
    }
    guard let second = moment.secondOfDay else {
      return dayText(year: number, month: month, day: day)
    }
    let midnight = Self.noon(year: number, month: month, day: day).timeIntervalSince1970 - 43_200
    let offset = Double((moment.offsetMinutes ?? 0) * 60)
    return instant.string(from: Date(timeIntervalSince1970: midnight + Double(second) - offset))
  }

  /// The years that a year of unspecified last digits may be: those digits of `year` are 0.
  private func someYear(_ year: Int, _ digits: Int) -> String {
    var span = 1
    for _ in 0..<digits { span *= 10 }
    let (first, last) = year < 0 ? (year - span + 1, year) : (year, year + span - 1)
    return fill("date.someYear", yearText(first), yearText(last))
  }

  /// A month or a day of a year that is not known.
  private func yearless(_ moment: EDTF.Moment) -> String {
    if let season = moment.season {
      return fill("date.yearless", strings["season.\(season.rawValue)"])
    }
    guard let month = moment.month else { return strings["date.unknown"] }
    let name = monthName(month)
    guard let day = moment.day else {
      return fill("date.yearless", moment.isDayUnspecified ? fill("date.someDay", name) : name)
    }
    return fill("date.yearless", "\(strings.numerals.localized(String(day))) \(name)")
  }

  private func fill(_ path: String, _ first: String, _ second: String = "") -> String {
    strings.filled(path, ["1": first, "2": second])
  }

  private static let calendar = Calendar(identifier: .gregorian)

  private static func noon(year: Int, month: Int, day: Int) -> Date {
    var parts = DateComponents()
    // The year 0 is 1 BC.
    (parts.era, parts.year) = year > 0 ? (1, year) : (0, 1 - year)
    (parts.month, parts.day, parts.hour) = (month, day, 12)
    parts.timeZone = .gmt
    return calendar.date(from: parts) ?? Date(timeIntervalSince1970: 0)
  }
}

/// A date for a page.
package final class DateView: Sendable {
  /// In words.
  package let text: String
  /// As written.
  let edtf: String
  /// For `<time datetime>`, where the date is exact.
  package let machine: String?

  init(text: String, edtf: String, machine: String?) {
    self.text = text
    self.edtf = edtf
    self.machine = machine
  }
}
