/// The number that words show: in any of Unicode's decimal digits, grouped or not.
package enum ShownNumber {
  case number(Int)
  /// No digits: "one article", in the languages that have words for the smallest numbers.
  case none
  /// Several numbers, or one too large.
  case unclear

  package init(_ text: [UInt8]) {
    var value = 0
    var hasDigits = false
    var isEnded = false
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
      if scalar.properties.numericType == .decimal, let digit = scalar.properties.numericValue {
        if isEnded { self = .unclear; return }
        hasDigits = true
        let (tens, isOver) = value.multipliedReportingOverflow(by: 10)
        if isOver || tens > Int.max - 10 { self = .unclear; return }
        value = tens + Int(digit)
      } else if hasDigits, !Self.groups.contains(scalar) {
        isEnded = true
      }
    }
    self = hasDigits ? .number(value) : .none
  }

  private static let groups: Set<Unicode.Scalar> = [
    ",", ".", "'", "\u{2019}", "\u{66C}", "\u{A0}", "\u{202F}", "\u{60C}",
  ]
}
