extension EDTF.Moment {
  /// The first instant that the moment can mean, and the instant just past the last, in seconds
  /// since 1970-01-01T00:00Z. `?` and `~` do not widen them: how far they reach is not written.
  ///
  /// An unknown year could be any. A season is three whole months of the northern year: spring is
  /// March to May, winter is December and the two months that follow it. A time without an offset is
  /// taken as UTC.
  var bounds: (earliest: Int64, latest: Int64) {
    guard let year else { return (.min, .max) }
    let calendar = GregorianCalendar.self
    guard let month else {
      var span = 1
      for _ in 0..<unspecifiedYearDigits { span *= 10 }
      // `-201X` counts away from the year 0: its unspecified digits lead backwards.
      let (first, end) = isBeforeYearZero ? (year - span + 1, year + 1) : (year, year + span)
      return (calendar.second(year: first), calendar.second(year: end))
    }
    if let first = season?.firstMonth {
      return (
        calendar.second(year: year, month: first), calendar.second(year: year, month: first + 3)
      )
    }
    guard let day else {
      return (
        calendar.second(year: year, month: month), calendar.second(year: year, month: month + 1)
      )
    }
    let midnight = calendar.second(year: year, month: month, day: day)
    guard let secondOfDay else { return (midnight, midnight + calendar.secondsPerDay) }
    let instant = midnight + Int64(secondOfDay) - Int64(offsetMinutes ?? 0) * 60
    return (instant, instant + 1)
  }

  private var isBeforeYearZero: Bool { (year ?? 0) < 0 }
}

extension EDTF.Form {
  var bounds: (earliest: Int64, latest: Int64) {
    switch self {
    case .date(let moment): moment.bounds
    case .interval(let start, let end): (start.bounds.earliest, end.bounds.latest)
    }
  }
}

extension EDTF.Bound {
  var bounds: (earliest: Int64, latest: Int64) {
    if case .moment(let moment) = self { moment.bounds } else { (.min, .max) }
  }
}
