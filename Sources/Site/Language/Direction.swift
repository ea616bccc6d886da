import Foundation

/// Tells which way the scripts of languages run, asking ICU once for each.
struct Direction {
  private var known: [String: Bool] = [:]

  /// A value for `dir`: `rtl`, `ltr`, or `auto` where no language is given.
  mutating func dir(of lang: String) -> String {
    guard !lang.isEmpty else { return "auto" }
    if let isRightToLeft = known[lang] { return isRightToLeft ? "rtl" : "ltr" }
    let isRightToLeft =
      Locale.Language(identifier: lang).characterDirection == .rightToLeft
    known[lang] = isRightToLeft
    return isRightToLeft ? "rtl" : "ltr"
  }
}
