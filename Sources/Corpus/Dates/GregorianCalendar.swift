/// Days and seconds of the proleptic Gregorian calendar, in UTC, without leap seconds.
///
/// Nothing overflows for years within ±100,000,000,000, which is all that EDTF parsing lets through.
package enum GregorianCalendar {
  package static let secondsPerDay: Int64 = 86_400

  package static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// - Parameter month: 1...12.
  package static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01 of a date; the month may be any number, and counts on into other years.
  package static func day(year: Int, month: Int, day: Int) -> Int64 {
    let months = month - 1
    let carried = months >= 0 ? months / 12 : (months - 11) / 12
    // The year is taken to begin in March, so that the leap day is its last.
    let month = months - carried * 12 + 1
    let year = Int64(year) + Int64(carried) - (month <= 2 ? 1 : 0)
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = Int64((153 * ((month + 9) % 12) + 2) / 5 + day - 1)
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// Seconds since 1970-01-01T00:00Z of the midnight that begins a date.
  package static func second(year: Int, month: Int = 1, day: Int = 1) -> Int64 {
    self.day(year: year, month: month, day: day) * secondsPerDay
  }

  /// The date that a second since 1970-01-01T00:00Z lies in.
  package static func date(ofSecond second: Int64) -> (year: Int, month: Int, day: Int) {
    let days = second / secondsPerDay - (second % secondsPerDay < 0 ? 1 : 0) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shifted + 2) / 5 + 1
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (Int(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), Int(month), Int(day))
  }

  /// English, for messages.
  /// - Parameter month: 1...12.
  static func name(ofMonth month: Int) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return names.indices.contains(month - 1) ? names[month - 1] : "month \(month)"
  }
}
