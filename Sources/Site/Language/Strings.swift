/// The words of the interface in one language: `templates/strings/LANG.yaml`.
package struct Strings: Sendable {
  /// BCP 47.
  package let lang: String
  package let isRightToLeft: Bool
  /// The words by their path in the file: `stance.neutral`.
  let texts: [String: String]
  /// Numbered words by name and plural category.
  let counted: [String: [String: String]]
  let plurals: PluralRules
  let numerals: Numerals

  /// A word of the interface. The strings are checked to be whole when they are read, so a path that
  /// is not there is a fault of ours, and shown as such.
  subscript(path: String) -> String { texts[path] ?? "[\(path)]" }

  /// The word for a value that analyses may choose freely; the value itself where there is none.
  func word(_ group: String, for value: String) -> String {
    texts["\(group).\(value)"] ?? value
  }

  /// "3 articles": the words of `name` for a number, digits in the language's own way.
  func count(_ name: String, _ number: Int) -> String {
    let forms = counted[name] ?? [:]
    let form = forms[plurals.category(of: number)] ?? forms["other"] ?? "[\(name)] {n}"
    return form.replacing("{n}", with: digits(number))
  }

  /// A number with the language's digits and grouping.
  func digits(_ number: Int) -> String { numerals.text(number) }
}
