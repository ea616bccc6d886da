extension EDTF {
  /// By earliest, then latest, then the bytes of the text: total, so that a sorted list is the same
  /// everywhere. Whether the order says anything of the world is for `settlesOrder(before:)`.
  package static func inOrder(_ left: EDTF, _ right: EDTF) -> Bool {
    if left.earliest != right.earliest { return left.earliest < right.earliest }
    if left.latest != right.latest { return left.latest < right.latest }
    return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }

  /// Whether this was over when the other began, whatever instants the two mean.
  package func settlesOrder(before other: EDTF) -> Bool {
    latest <= other.earliest
  }

  /// The date, or the start of an interval; `nil` where that is open or unknown.
  package var start: Moment? {
    switch form {
    case .date(let moment), .interval(.moment(let moment), _): moment
    case .interval: nil
    }
  }

  /// The date, or the end of an interval; `nil` where that is open or unknown.
  package var end: Moment? {
    switch form {
    case .date(let moment), .interval(_, .moment(let moment)): moment
    case .interval: nil
    }
  }

  /// The moment that a timeline files this under: the start, or the end where only that is known.
  package var leadingMoment: Moment? { start ?? end }

  package var isInterval: Bool {
    if case .interval = form { true } else { false }
  }

  /// `?` or `%` on the date or on either end.
  package var isUncertain: Bool {
    start?.isUncertain == true || end?.isUncertain == true
  }

  /// `~` or `%` on the date or on either end.
  package var isApproximate: Bool {
    start?.isApproximate == true || end?.isApproximate == true
  }
}

extension EDTF.Moment {
  package enum Season: Int, Sendable, Hashable, CaseIterable {
    case spring = 21
    case summer, autumn, winter

    /// 3, 6, 9 or 12: the northern year's.
    package var firstMonth: Int { (rawValue - 20) * 3 }
  }

  package var season: Season? { month.flatMap(Season.init(rawValue:)) }

  /// The year when all its digits are known.
  package var wholeYear: Int? { unspecifiedYearDigits == 0 ? year : nil }

  /// 1...12; `nil` for a season too.
  package var calendarMonth: Int? { season == nil ? month : nil }

  package var hasTime: Bool { secondOfDay != nil }
}
