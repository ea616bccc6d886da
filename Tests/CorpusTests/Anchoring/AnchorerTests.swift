import Testing

import Corpus

/// `12–34 words` of an anchored span, `~` before it where it is anchored leniently.
private func anchored(_ selector: Selector, in text: String) -> String {
  var anchorer = Anchorer(text)
  let outcome = anchorer.find(selector)
  guard let span = outcome.span else { return "failed" }
  let mark = if case .lenient = outcome { "~" } else { "" }
  return "\(mark)\(span.codePoints.lowerBound)–\(span.codePoints.upperBound) "
    + anchorer.index.text(span)
}

private func failure(_ selector: Selector, in text: String) -> AnchorFailure? {
  var anchorer = Anchorer(text)
  guard case .failed(let failure) = anchorer.find(selector) else { return nil }
  return failure
}

private func starts(_ places: Places) -> [Int] {
  places.first.map { Int($0.span.codePoints.lowerBound) }
}

@Suite struct `A quotation with offsets` {
  let text = "قال الوزير: «لا حرب». ثم قال 👍 إنه لا حرب."

  @Test func `is anchored where its offsets say`() {
    #expect(anchored(Selector(exact: "لا حرب", start: 13, end: 19), in: text) == "13–19 لا حرب")
    #expect(anchored(Selector(exact: "لا حرب", start: 35, end: 41), in: text) == "35–41 لا حرب")
  }

  @Test func `needs only one of them`() {
    #expect(anchored(Selector(exact: "لا حرب", start: 13), in: text) == "13–19 لا حرب")
    #expect(anchored(Selector(exact: "لا حرب", end: 41), in: text) == "35–41 لا حرب")
  }

  @Test func `does not look at prefix and suffix`() {
    let selector = Selector(exact: "لا حرب", prefix: "x", suffix: "y", start: 13, end: 19)
    #expect(anchored(selector, in: text) == "13–19 لا حرب")
  }

  @Test(arguments: [
    (30, " إنه ل", [35, 13]), (20, ". ثم ق", [13, 35]),
  ])
  func `that stands elsewhere is told where, nearest first`(
    _ start: Int, _ words: String, _ nearestFirst: [Int]
  ) {
    let selector = Selector(exact: "لا حرب", start: start, end: start + 6)
    guard case .mismatch(let there, let unit, let found, let nearest) = failure(selector, in: text)
    else {
      Issue.record("no mismatch")
      return
    }
    #expect(there.text == words)
    #expect(starts(found) == nearestFirst)
    #expect(unit == nil)
    #expect(nearest == nil)
  }

  @Test(arguments: [(36, 42, OffsetUnit.utf16), (62, 73, .byte), (34, 40, nil)])
  func `counted in another unit is told so`(_ start: Int, _ end: Int, _ expected: OffsetUnit?) {
    guard
      case .mismatch(_, let unit, _, _) = failure(
        Selector(exact: "لا حرب", start: start, end: end),
        in: text + String(repeating: " ثم", count: 40))
    else {
      Issue.record("no mismatch")
      return
    }
    #expect(unit == expected)
  }

  @Test func `that stands nowhere is told the nearest passage`() {
    let selector = Selector(exact: "لا حرث", start: 0, end: 6)
    guard case .mismatch(_, _, let found, let nearest) = failure(selector, in: text) else {
      Issue.record("no mismatch")
      return
    }
    #expect(found.total == 0)
    #expect(nearest?.text == "لا حرب")
  }

  @Test(arguments: [(-1, 5), (0, 1_000), (1_000, 1_001), (5, 4), (.min, .max), (.max, .min)])
  func `outside the text is a fault of its own`(_ start: Int, _ end: Int) {
    let selector = Selector(exact: "لا حرب", start: start, end: end)
    guard case .outOfRange(let fault, let found) = failure(selector, in: text) else {
      Issue.record("not out of range")
      return
    }
    #expect(fault == OffsetFault(start: start, end: end, length: 42))
    #expect(fault.isReversed == (start > end))
    #expect(found.total == 2)
  }

  @Test func `is lenient only about the words at that place`() {
    #expect(
      anchored(Selector(exact: "كتب", start: 0, end: 6), in: "كَتَبَ الخبر") == "~0–6 كَتَبَ")
    #expect(anchored(Selector(exact: "كتب", start: 2, end: 5), in: "x كَتَبَ") == "failed")
    #expect(anchored(Selector(exact: "كتب", start: 0), in: "x كَتَبَ") == "failed")
  }

  @Test func `is not the same for being canonically equal`() {
    // Swift's `==` takes é and e with an accent for the same.
    #expect(anchored(Selector(exact: "é", start: 0, end: 2), in: "e\u{301}") == "failed")
  }
}

@Suite struct `A quotation without offsets` {
  @Test func `is anchored where it is found once`() {
    #expect(anchored(Selector(exact: "لا حرب"), in: "قال: «لا حرب».") == "6–12 لا حرب")
    #expect(anchored(Selector(exact: "ba"), in: "ba") == "0–2 ba")
  }

  @Test func `is told apart by what stands directly around it`() {
    let text = "one two. one three. four one"
    #expect(anchored(Selector(exact: "one", suffix: " two"), in: text) == "0–3 one")
    #expect(anchored(Selector(exact: "one", prefix: ". "), in: text) == "9–12 one")
    #expect(anchored(Selector(exact: "one", prefix: "four "), in: text) == "25–28 one")
    #expect(anchored(Selector(exact: "one", prefix: "four"), in: text) == "failed")
    #expect(anchored(Selector(exact: "one", prefix: "", suffix: ""), in: text) == "failed")
  }

  @Test func `found several times is told each place and how many there are`() {
    guard
      case .ambiguous(let places, let isLenient) = failure(
        Selector(exact: "aa"), in: String(repeating: "a", count: 20))
    else {
      Issue.record("not ambiguous")
      return
    }
    #expect(places.total == 19)
    #expect(starts(places) == Array(0..<Places.limit))
    #expect(!isLenient)
  }

  @Test func `found only without its prefix is told where`() {
    guard
      case .notFound(let found, let nearest) = failure(
        Selector(exact: "one", prefix: "no "), in: "a one and one")
    else {
      Issue.record("found")
      return
    }
    #expect(starts(found) == [2, 10])
    #expect(nearest == nil)
  }

  @Test func `of no letters is a fault`() {
    #expect(failure(Selector(exact: ""), in: "text") == .empty)
    #expect(failure(Selector(exact: "", start: 0, end: 0), in: "text") == .empty)
  }
}

@Suite struct `A lenient search` {
  struct Case: Sendable, CustomTestStringConvertible {
    let exact: String
    let text: String
    let anchored: String
    let differences: Leniency
    var testDescription: String { "\(exact.debugDescription) in \(text.debugDescription)" }

    init(_ exact: String, _ text: String, _ anchored: String, _ differences: Leniency) {
      self.exact = exact
      self.text = text
      self.anchored = anchored
      self.differences = differences
    }
  }

  @Test(arguments: [
    Case("كتب محمد", "ثم كَتَبَ مُحَمَّدٌ خبرا", "~3–19 كَتَبَ مُحَمَّدٌ", .tashkeel),
    Case("كَتَبَ", "ثم كتب خبرا", "~3–6 كتب", .tashkeel),
    Case("كتاب", "هذا كتـــاب", "~4–11 كتـــاب", .tatweel),
    Case("one two", "a one \n\u{A0} two", "~2–12 one \n\u{A0} two", .whiteSpace),
    Case("قال \"لا\"", "ثم قال «لا»", "~3–11 قال «لا»", .quotes),
    Case("it's", "so it’s", "~3–7 it’s", .quotes),
    Case("“no”", "he „no“ x", "~3–7 „no“", .quotes),
    Case("in out", "x \u{2067}in\u{2069} out", "~3–10 in\u{2069} out", .invisible),
    Case("كتاب «ا»", "كِتـاب  \"\u{200F}ا\"", "~0–12 كِتـاب  \"\u{200F}ا\"", .all),
    Case("أحمد", "قال ا\u{654}حمد", "~4–9 ا\u{654}حمد", []),
    Case("آ\u{64E}ل", "ا\u{653}ل", "~0–3 ا\u{653}ل", .tashkeel),
  ])
  func `ignores what does not change the words, and says what it was`(_ example: Case) {
    var anchorer = Anchorer(example.text)
    let selector = Selector(exact: example.exact)
    #expect(anchored(selector, in: example.text) == example.anchored)
    guard case .lenient(_, let found, let differences) = anchorer.find(selector) else {
      Issue.record("not lenient")
      return
    }
    #expect(differences == example.differences)
    #expect(example.anchored.hasSuffix(found.text))
  }

  @Test(arguments: [
    ("احمد", "أحمد"), ("علي", "على"), ("مدرسه", "مدرسة"), ("onetwo", "one two"), ("One", "one"),
    ("'no'", "\"no\""), ("one, two", "one two"), ("ا\u{654}", "ا"),
  ])
  func `ignores nothing else`(_ exact: String, _ text: String) {
    #expect(anchored(Selector(exact: exact), in: text) == "failed")
  }

  @Test func `is made only where the exact one finds nothing`() {
    #expect(anchored(Selector(exact: "كتب"), in: "كَتَبَ ثم كتب") == "10–13 كتب")
  }

  @Test func `must find one place, too`() {
    guard
      case .ambiguous(let places, let isLenient) = failure(
        Selector(exact: "كُتب"), in: "كَتَبَ ثم كتب")
    else {
      Issue.record("not ambiguous")
      return
    }
    #expect(isLenient)
    #expect(starts(places) == [0, 10])
  }

  @Test func `is lenient about prefix and suffix, and anchors the quotation only`() {
    let text = "قالَ: «لا» وقال: «لا»"
    #expect(
      anchored(Selector(exact: "لا", prefix: "وقال: \"", suffix: "\""), in: text)
        == "~18–20 لا")
  }

  @Test func `cannot be of marks alone`() {
    #expect(anchored(Selector(exact: "\u{64B}\u{640}"), in: "text") == "failed")
  }
}

@Suite struct `A target` {
  @Test func `of several parts keeps their order`() {
    var anchorer = Anchorer("one two three")
    let (target, outcomes) = anchorer.target(
      [Selector(exact: "three"), Selector(exact: "one", start: 0, end: 3)], field: .title)
    #expect(outcomes.count == 2)
    #expect(target?.field == .title)
    #expect(target?.spans.map(\.codePoints) == [8..<13, 0..<3])
  }

  @Test func `fails as a whole, and every part is told`() {
    var anchorer = Anchorer("one two three")
    let (target, outcomes) = anchorer.target(
      [Selector(exact: "four"), Selector(exact: "one"), Selector(exact: "five")], field: .text)
    #expect(target == nil)
    #expect(outcomes.map { $0.span != nil } == [false, true, false])
  }

  @Test func `of no parts is none`() {
    var anchorer = Anchorer("one")
    #expect(anchorer.target([], field: .text).target == nil)
  }
}
