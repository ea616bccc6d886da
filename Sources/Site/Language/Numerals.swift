import Foundation

/// How a language writes whole numbers, asked of ICU once.
struct Numerals: Sendable {
  /// Ten of them, 0 first.
  private let digits: [Unicode.Scalar]
  private let group: String
  private let isASCII: Bool

  init(lang: String) {
    let formatter = NumberFormatter()
    formatter.locale = Locale(identifier: lang)
    formatter.numberStyle = .decimal
    formatter.usesGroupingSeparator = false
    let all = formatter.string(from: 1_234_567_890) ?? ""
    let scalars = Array(all.unicodeScalars)
    let isWhole = scalars.count == 10
    digits = isWhole ? scalars.suffix(1) + scalars.prefix(9) : Array("0123456789".unicodeScalars)
    isASCII = digits.allSatisfy(\.isASCII)
    group = formatter.groupingSeparator ?? ","
  }

  /// A number in groups of three: `1,234`.
  func text(_ number: Int) -> String {
    if isASCII, 0..<1000 ~= number { return String(number) }
    var rest = String(number.magnitude)
    var groups: [String] = []
    while rest.count > 3 {
      groups.insert(String(rest.suffix(3)), at: 0)
      rest.removeLast(3)
    }
    let sign = number < 0 ? "-" : ""
    return sign + ([rest] + groups).map(localized).joined(separator: group)
  }

  /// The same text with each ASCII digit replaced by the language's own.
  func localized(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      view.append((48...57).contains(scalar.value) ? digits[Int(scalar.value) - 48] : scalar)
    }
    return String(view)
  }
}
