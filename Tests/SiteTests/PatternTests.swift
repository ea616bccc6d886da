import Testing

import Site

@Suite("Words with places for values")
struct PatternTests {
  @Test(
    "Each place takes the value of its name, wherever it stands and however often",
    arguments: [
      ("In: {1}", "In: A"), ("{1}{2}", "AB"), ("{2}, {1}; {2}", "B, A; B"), ("«{name}»", "«ن»"),
      ("", ""), ("none", "none"), ("{n}%", "7%"),
    ])
  func filled(text: String, filled: String) {
    #expect(Pattern(text).filled(["1": "A", "2": "B", "name": "ن", "n": "7"]) == filled)
  }

  @Test(
    "What names no place, or one that has no value, stays as it is written",
    arguments: ["{3}", "{", "}", "{}", "{a b}", "{{", "a {", "{ق}", "}{"])
  func kept(text: String) {
    #expect(Pattern(text).filled(["1": "A"]) == text)
  }

  @Test("A brace that opens nothing hides no place behind it")
  func strayBrace() {
    #expect(Pattern("{ {1} {{1}}").filled(["1": "A"]) == "{ A {A}")
  }

  @Test("A value is content: what it has in braces is no place")
  func content() {
    #expect(Pattern("{1} {2}").filled(["1": "{2}", "2": "B"]) == "{2} B")
  }
}

@Suite("What was made last")
struct RecentTests {
  @Test("Each is made once while it is kept, and those of one place make way for each other")
  func making() {
    var recent = Recent<String>(capacity: 2)
    var made: [Int] = []
    func ask(_ index: Int) -> String {
      recent.value(index) {
        made.append(index)
        return "\(index)"
      }
    }
    #expect([1, 2, 1, 2, 3, 2, 1, -5].map(ask) == ["1", "2", "1", "2", "3", "2", "1", "-5"])
    #expect(made == [1, 2, 3, 1, -5])
  }
}
