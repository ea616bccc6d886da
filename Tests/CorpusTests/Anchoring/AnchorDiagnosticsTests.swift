import Diagnostics
import Testing

import Corpus

@Suite struct `What is told of a quotation` {
  private let place = Place(
    file: "content/analysis/x.json", line: 3, column: 5, excerpt: "", marked: 0..<0)

  /// As a terminal shows it.
  private func told(
    _ selector: Selector, in text: String, field: Target.Field = .text
  ) -> String {
    var anchorer = Anchorer(text)
    let diagnostic = anchorer.find(selector).diagnostic(
      for: selector, in: field, of: "brief-1", at: place)
    return diagnostic.map { ConsoleFormat(hasColor: false).text($0) } ?? ""
  }

  private let text = "قال الوزير: «لا حرب». ثم قال إنه لا حرب."

  @Test func `that is anchored exactly: nothing`() {
    #expect(told(Selector(exact: "ثم"), in: text) == "")
  }

  @Test func `that stands at other offsets`() {
    #expect(
      told(Selector(exact: "لا حرب", start: 12, end: 18), in: text) == """
        error[anchor/mismatch]: the text at 12–18 is not “لا حرب”
          --> content/analysis/x.json:3:5
          note: the text there is “«لا حر”
          note: found at 13–19: قال الوزير: «[لا حرب]». ثم قال إنه لا حرب.
          note: found at 33–39: …ر: «لا حرب». ثم قال إنه [لا حرب].
          help: set “start” to 13 and “end” to 19

        """)
  }

  @Test func `whose offsets count something else`() {
    #expect(
      told(Selector(exact: "حرب", start: 20, end: 26), in: "👍 قال: «لا حرب» وكفى والسلام عليكم")
        .contains(
          "help: these offsets count UTF-8 bytes, but isnad/1 counts code points; "
            + "set “start” to 11 and “end” to 14"))
  }

  @Test func `that is outside the title`() {
    #expect(
      told(Selector(exact: "x", start: 5, end: 6), in: "abc", field: .title) == """
        error[anchor/out-of-range]: the offsets 5–6 are outside the title, which has 3 code points
          --> content/analysis/x.json:3:5
          help: leave “start” and “end” out to have the quotation searched

        """)
    #expect(
      told(Selector(exact: "b", start: 2, end: 1), in: "abc") == """
        error[anchor/out-of-range]: the offsets 2–1 end before they start
          --> content/analysis/x.json:3:5
          note: found at 1–2: a[b]c
          help: set “start” to 1 and “end” to 2

        """)
  }

  @Test func `that is nowhere`() {
    #expect(
      told(Selector(exact: "قال الوزيز"), in: text) == """
        error[anchor/not-found]: “قال الوزيز” is not in the text
          --> content/analysis/x.json:3:5
          note: the nearest passage, at 0–10, is “قال الوزير”
          help: quote it as it stands; `isnad text brief-1` prints the text

        """)
    #expect(
      told(Selector(exact: "zzzz"), in: text).contains("note: no passage of the text is like it")
    )
  }

  @Test func `whose prefix does not adjoin it`() {
    #expect(
      told(Selector(exact: "b", prefix: "x"), in: "a b") == """
        error[anchor/not-found]: “b” is not in the text with this prefix
          --> content/analysis/x.json:3:5
          note: found at 2–3: a [b]
          help: “prefix” and “suffix” must stand directly around the quotation, spaces included

        """)
  }

  @Test func `that is found more than once`() {
    #expect(
      told(Selector(exact: "aa"), in: String(repeating: "a", count: 11)).hasSuffix(
        """
          note: found at 7–9: aaaaaaa[aa]aa
          note: and at 2 more places
          help: give “start” and “end”, or a longer “prefix” or “suffix”

        """))
  }

  @Test func `that differs in its marks: a warning`() {
    #expect(
      told(Selector(exact: "كتب \"الخبر\""), in: "ثم كَتَبَ «الخبر»") == """
        warning[anchor/lenient]: the quotation differs from the text at 3–17 in tashkeel, quotation marks
          --> content/analysis/x.json:3:5
          note: the text there is “كَتَبَ «الخبر»”
          help: quote it byte for byte; `isnad text brief-1` prints the text

        """)
  }

  @Test func `is on one line and rearranges nothing`() {
    let message = told(Selector(exact: "a\n\u{202E}b"), in: "zzzz")
    #expect(message.contains("“a↵·b”"))
  }
}
