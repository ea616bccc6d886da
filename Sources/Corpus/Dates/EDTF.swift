/// A date of ISO 8601-2 (EDTF), level 0 or 1, or an RFC 3339 time, as it was written and as it sorts.
package struct EDTF: Sendable, Hashable {
  /// As written.
  package let text: String
  package let form: Form
  /// Seconds since 1970-01-01T00:00Z of the first instant the date can mean (`Int64.min`: open).
  package let earliest: Int64
  /// Seconds since 1970-01-01T00:00Z just past the last instant it can mean (`Int64.max`: open).
  package let latest: Int64

  /// Apart from the date: most values have no date at all, and should not have room for one.
  package indirect enum Form: Sendable, Hashable {
    case date(Moment)
    case interval(Bound, Bound)
  }

  /// An end of an interval.
  package enum Bound: Sendable, Hashable {
    case moment(Moment)
    /// `..`: it goes on without end.
    case open
    /// Empty: not known.
    case unknown
  }

  /// A year, or a month or a day or an instant in it.
  package struct Moment: Sendable, Hashable {
    /// Proleptic Gregorian; `nil` where none of its four digits is specified.
    package var year: Int?
    /// How many of the year's last digits are unspecified (`201X`: 1): 0...4. Those digits of `year`
    /// are then 0.
    package var unspecifiedYearDigits = 0
    /// 1...12, or 21...24 for the seasons from spring; `nil` where not given or `XX`.
    package var month: Int?
    /// 1...31; `nil` where not given or `XX`.
    package var day: Int?
    /// Whether a month, or a day, was written as `XX`: given, but unspecified.
    package var isMonthUnspecified = false
    package var isDayUnspecified = false
    /// Seconds since the day's midnight, in the offset as written; `nil` for a date alone.
    package var secondOfDay: Int?
    /// Minutes east of UTC, for an instant; `nil` where none was written.
    package var offsetMinutes: Int?
    /// `?` or `%`.
    package var isUncertain = false
    /// `~` or `%`.
    package var isApproximate = false

    package init(year: Int?) {
      self.year = year
    }
  }

  package init(text: String, form: Form, earliest: Int64, latest: Int64) {
    self.text = text
    self.form = form
    self.earliest = earliest
    self.latest = latest
  }
}
