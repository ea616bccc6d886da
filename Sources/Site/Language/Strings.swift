import Foundation

/// The words of the interface in one language: `templates/strings/LANG.yaml`.
package struct Strings: Sendable {
  /// BCP 47.
  package let lang: String
  package let isRightToLeft: Bool
  /// The words by their path in the file: `stance.neutral`.
  let texts: [String: String]
  /// Numbered words by name and plural category.
  let counted: [String: [String: CountedForm]]
  let plurals: PluralRules
  let numerals: Numerals
  /// The words of each group by their name in it: they are asked for at every row.
  private let groups: [String: [String: String]]
  /// The words that have places for values, by their path.
  private let patterns: [String: Pattern]

  init(
    lang: String, texts: [String: String], counted: [String: [String: CountedForm]],
    plurals: PluralRules
  ) {
    self.lang = lang
    isRightToLeft = texts["direction"] == "rtl"
    self.texts = texts
    self.counted = counted
    self.plurals = plurals
    numerals = Numerals(lang: lang)
    var groups: [String: [String: String]] = [:]
    for (path, text) in texts {
      guard let dot = path.firstIndex(of: ".") else { continue }
      groups[String(path[..<dot]), default: [:]][String(path[path.index(after: dot)...])] = text
    }
    self.groups = groups
    patterns = texts.filter { $0.value.utf8.contains(UInt8(ascii: "{")) }.mapValues(Pattern.init)
  }

  /// A word of the interface. The strings are checked to be whole when they are read, so a path that
  /// is not there is a fault of ours, and shown as such.
  subscript(path: String) -> String { texts[path] ?? "[\(path)]" }

  /// The word for a value that analyses may choose freely; the value itself where there is none.
  func word(_ group: String, for value: String) -> String {
    groups[group]?[value] ?? value
  }

  /// Words that have places for values.
  func pattern(_ path: String) -> Pattern { patterns[path] ?? Pattern(self[path]) }

  /// The words with a value at each of their places, by its name.
  func filled(_ path: String, _ values: KeyValuePairs<String, String>) -> String {
    pattern(path).filled(values)
  }

  /// "3 articles": the words of `name` for a number, digits in the language's own way.
  func count(_ name: String, _ number: Int) -> String {
    let forms = counted[name] ?? [:]
    guard let form = forms[plurals.category(of: number)] ?? forms["other"] else {
      return "[\(name)] \(number)"
    }
    return form.text(digits(number))
  }

  /// A number with the language's digits and grouping.
  func digits(_ number: Int) -> String { numerals.text(number) }
}

/// One form of a numbered word: what stands before and after the number.
struct CountedForm: Sendable {
  private let before: String
  /// `nil` where the form has no place for the number, as in "once".
  private let after: String?

  /// - Parameter text: with `{n}` for the number.
  init(_ text: String) {
    let place = text.range(of: "{n}")
    before = String(text[..<(place?.lowerBound ?? text.endIndex)])
    after = place.map { String(text[$0.upperBound...]) }
  }

  func text(_ number: String) -> String {
    after.map { before + number + $0 } ?? before
  }
}
