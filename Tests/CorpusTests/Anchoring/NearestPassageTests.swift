import TestSupport
import Testing

import Corpus

@Suite struct `The nearest passage` {
  private let article = """
    أعلن وزير الخارجية الروسي سيرغي لافروف، يوم الاثنين، أن بلاده بحثت مع تركيا الوضع في إدلب.

    وقال لافروف في مؤتمر صحفي إن «الهدنة في منطقة خفض التصعيد لا تزال قائمة رغم الخروقات»، مضيفا أن \
    المكالمة الهاتفية بين الرئيسين تناولت ملفات أخرى.

    The ministry said on Monday that both presidents had discussed the situation by telephone.
    """

  private func nearest(to exact: String, in text: String) -> String? {
    var anchorer = Anchorer(text)
    guard case .failed(.notFound(_, let nearest)) = anchorer.find(Selector(exact: exact)) else {
      return "anchored"
    }
    return nearest?.text
  }

  @Test(arguments: [
    ("الهدنة في منطقة خفض التوتر لا تزال قائمة", "الهدنة في منطقة خفض التصعيد لا تزال قائمة"),
    ("الهدنه في منطقه خفض التصعيد", "الهدنة في منطقة خفض التصعيد"),
    ("مضيفا أن المكالمة بين الرئيسين", "مضيفا أن المكالمة الهاتفية بين الرئيسين"),
    ("said on Tuesday that both presidents", "said on Monday that both presidents"),
    ("both presidents had discused", "both presidents had discussed"),
    ("discussed the situation by phone", "discussed the situation by telephone"),
    ("لافرف", "لافروف"),
    ("سيرجي لافروف", "سيرغي لافروف"),
    ("THE MINISTRY said on Monday that both", "The ministry said on Monday that both"),
  ])
  func `is what the quotation was made from, in whole words`(_ exact: String, _ expected: String) {
    #expect(nearest(to: exact, in: article) == expected)
  }

  @Test(arguments: ["zzzzzz qqqqqq", "كغظضث صشط", "中文"])
  func `is none where nothing is much alike`(_ exact: String) {
    #expect(nearest(to: exact, in: article) == nil)
  }

  @Test func `of an empty text is none`() {
    #expect(nearest(to: "x", in: "") == nil)
  }

  @Test func `of a quotation of several paragraphs reaches from its beginning to its end`() {
    let words = (0..<400).map { "كلمة\($0 * 7_919 % 1_009)" }
    var changed = words
    changed[200] = "أخرى"
    let text = words.joined(separator: " ")
    var anchorer = Anchorer("قبل ذلك. \(text) وبعده.")
    let selector = Selector(exact: changed.joined(separator: " "))
    guard case .failed(.notFound(_, let nearest?)) = anchorer.find(selector) else {
      Issue.record("no passage")
      return
    }
    #expect(anchorer.index.text(nearest.span) == text)
    #expect(nearest.isCut)
  }

  /// A search by edit distance alone would take 1e11 steps.
  @Test(arguments: ["a", "ab ", "قال ", "👍"])
  func `in a megabyte takes no square of it`(_ unit: String) {
    let text = String(repeating: unit, count: (1 << 20) / unit.utf8.count)
    let exact =
      String(text.unicodeScalars.prefix(100_000)) + "x" + String(text.unicodeScalars.prefix(7))
    let time = ContinuousClock().measure { _ = nearest(to: exact, in: text) }
    #expect(time < .seconds(30))
  }

  @Test func `is found in any text for any quotation without a crash`() {
    var random = SplitMix(seed: 3)
    let letters: [Unicode.Scalar] = [
      "a", "b", " ", "ق", "\u{64B}", "\u{640}", "«", "\n", "\u{200F}", "👍",
    ]
    func text(_ limit: UInt64) -> String {
      String(
        String.UnicodeScalarView(
          (0..<random.next() % limit).map { _ in
            letters[Int(random.next() % UInt64(letters.count))]
          }))
    }
    for _ in 0..<3_000 {
      var anchorer = Anchorer(text(60))
      let selector = Selector(
        exact: text(12), prefix: random.next() % 2 == 0 ? text(4) : nil,
        start: random.next() % 3 == 0 ? Int(random.next() % 70) - 5 : nil,
        end: random.next() % 3 == 0 ? Int(random.next() % 70) - 5 : nil)
      let outcome = anchorer.find(selector)
      _ = outcome.diagnostic(for: selector, of: "x", at: nil)
      guard case .exact(let span) = outcome else { continue }
      #expect(Array(anchorer.index.text(span).utf8) == Array(selector.exact.utf8))
    }
  }
}
