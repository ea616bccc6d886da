import Corpus

extension EDTF {
  /// What of a date others can read who know no EDTF: ISO 8601 of what is exact, and nothing of what
  /// is not. `end` is that of an interval.
  var exact: (start: String?, end: String?) {
    switch form {
    case .date(let moment): (moment.isExact ? text : nil, nil)
    case .interval(let start, let end):
      switch text.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
      case let parts where parts.count == 2:
        (start.isExact ? parts[0] : nil, end.isExact ? parts[1] : nil)
      default: (nil, nil)
      }
    }
  }

  var isInterval: Bool {
    if case .interval = form { true } else { false }
  }
}

extension EDTF.Bound {
  fileprivate var isExact: Bool {
    if case .moment(let moment) = self { moment.isExact } else { false }
  }
}

extension EDTF.Moment {
  /// Whether it is a plain year, month, day or instant of our era.
  fileprivate var isExact: Bool {
    guard let year, (1...9999).contains(year) else { return false }
    return !isApproximate && !isUncertain && unspecifiedYearDigits == 0 && !isMonthUnspecified
      && !isDayUnspecified && (month ?? 1) <= 12
  }
}
