/// The plural categories of a language, as CLDR writes them, for whole numbers.
///
/// A rule is `n % 100 = 3..10 and n != 12 or n = 0`: the operand is `n` or `i` (equal for whole
/// numbers), the right side a list of numbers and ranges. Source: Unicode TR 35, part 3, "Language
/// Plural Rules".
struct PluralRules: Sendable {
  /// Category and rule, in the order in which they are tried.
  private let rules: [(category: String, anyOf: [[Condition]])]
  /// The categories of the first numbers, which most are.
  private let first: [String]

  private struct Condition: Sendable, Hashable {
    let modulus: Int?
    let isNegated: Bool
    let ranges: [ClosedRange<Int>]

    func holds(_ number: Int) -> Bool {
      let value = modulus.map { number % $0 } ?? number
      return ranges.contains { $0.contains(value) } != isNegated
    }
  }

  /// No categories: every number is `other`.
  init() {
    rules = []
    first = []
  }

  /// - Throws: the rule that cannot be read.
  init(_ rules: [(category: String, rule: String)]) throws(Unreadable) {
    var read: [(category: String, anyOf: [[Condition]])] = []
    for (category, rule) in rules {
      var anyOf: [[Condition]] = []
      for alternative in rule.split(separator: " or ") {
        var all: [Condition] = []
        for condition in alternative.split(separator: " and ") {
          guard let condition = Self.condition(condition) else { throw Unreadable(rule: rule) }
          all.append(condition)
        }
        anyOf.append(all)
      }
      read.append((category, anyOf))
    }
    self.rules = read
    first = (0..<Self.first).map { Self.category(of: $0, by: read) }
  }

  private static let first = 256

  struct Unreadable: Error {
    let rule: String
  }

  /// The category of a number that is not negative; `other` where no rule holds.
  func category(of number: Int) -> String {
    first.indices.contains(number) ? first[number] : Self.category(of: number, by: rules)
  }

  private static func category(
    of number: Int, by rules: [(category: String, anyOf: [[Condition]])]
  ) -> String {
    rules.first { $0.anyOf.contains { all in all.allSatisfy { $0.holds(number) } } }?.category
      ?? "other"
  }

  private static func condition(_ text: Substring) -> Condition? {
    let isNegated = text.contains("!=")
    let sides = text.split(separator: isNegated ? "!=" : "=")
    guard sides.count == 2 else { return nil }
    let left = sides[0].split(separator: "%").map { $0.filter { $0 != " " } }
    guard left.count <= 2, left.first == "n" || left.first == "i" else { return nil }
    let modulus = left.count == 2 ? Int(left[1]) : nil
    if left.count == 2, (modulus ?? 0) <= 0 { return nil }
    var ranges: [ClosedRange<Int>] = []
    for part in sides[1].filter({ $0 != " " }).split(separator: ",") {
      let ends = part.split(separator: "..").map { Int($0) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, first <= last,
        ends.count <= 2
      else { return nil }
      ranges.append(first...last)
    }
    return Condition(modulus: modulus, isNegated: isNegated, ranges: ranges)
  }
}
