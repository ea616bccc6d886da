import TestSupport
import Testing

import Markdown

@Suite struct `The reading text of Markdown` {
  struct Case: Sendable, CustomTestStringConvertible {
    let source: String
    let text: String
    let outline: String
    var testDescription: String { source.debugDescription }

    init(_ source: String, _ text: String, _ outline: String) {
      self.source = source
      self.text = text
      self.outline = outline
    }
  }

  @Test(arguments: [
    Case("", "", ""),
    Case("one\n\n\n\ntwo", "one\n\ntwo", "<p>one</p><p>two</p>"),
    Case("# T\ntext", "T\n\ntext", "<h2>T</h2><p>text</p>"),
    Case("###### T", "T", "<h6>T</h6>"),
    Case("- a\n- b\n  - c", "a\n\nb\n\nc", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"),
    Case(
      "3. a\n\n4. b", "a\n\nb",
      "<ol start=\"3\"><li><p>a</p></li><li><p>b</p></li></ol>"),
    Case("> q\n\nafter", "q\n\nafter", "<blockquote><p>q</p></blockquote><p>after</p>"),
    Case("a\n\n---\n\nb", "a\n\nb", "<p>a</p><hr><p>b</p>"),
    Case(
      "```swift\nlet a\n\nlet b\n```", "let a\n\nlet b", "<pre><code>let a\n\nlet b</code></pre>"),
  ])
  func `separates blocks by one blank line`(_ example: Case) {
    check(example)
  }

  @Test(arguments: [
    Case("a\nb", "a b", "<p>a b</p>"),
    Case("a\r\nb", "a b", "<p>a b</p>"),
    Case("a  \nb", "a\nb", "<p>a<br>\nb</p>"),
    Case("a\\\nb", "a\nb", "<p>a<br>\nb</p>"),
    Case("*a*\n*b*", "a b", "<p><em>a</em> <em>b</em></p>"),
    Case("<i>\na\n</i>\n\nb", "b", "<p>b</p>"),
    Case("x <i>\na</i>\n\nb", "x a\n\nb", "<p>x a</p><p>b</p>"),
  ])
  func `makes a wrapped line one space and a hard break a line feed`(_ example: Case) {
    check(example)
  }

  @Test(arguments: [
    Case(
      "a *b **c*** `d` e", "a b c d e",
      "<p>a <em>b <strong>c</strong></em> <code>d</code> e</p>"),
    Case(
      "[it](entity:x) [w](https://x.org)", "it w",
      "<p><a entity:x>it</a> <a https://x.org>w</a></p>"),
    Case("![a *b*\n[c](d)](e.png) f", "a b c f", "<p>a b c f</p>"),
    Case("<b>bold</b> &amp; &copy; \\*", "bold & © *", "<p>bold & © *</p>"),
    Case("a\n\n<div>\nx\n</div>\n\nb", "a\n\nb", "<p>a</p><p>b</p>"),
    Case("a\n\n![](x.png)\n\nb", "a\n\nb", "<p>a</p><p></p><p>b</p>"),
  ])
  func `removes markup and keeps what it encloses`(_ example: Case) {
    check(example)
  }

  @Test(arguments: [
    "كَتَبَ الصحفيُّ «الخبر»", "كتـــاب", "ا\u{654}حمد", "\u{2067}داخل\u{2069} \u{200F}خارج",
    "👨‍👩‍👧 🇸🇾", "e\u{301}", "\u{FEFF}x", "«\u{64B}",
  ])
  func `never alters letters`(_ text: String) {
    let result = Markdown.readingText("*\(text)*").text
    #expect(Array(result.utf8) == Array(text.utf8))
  }

  @Test func `gives an excerpt cut between words`() {
    #expect(Markdown.excerpt("one *two* three", limit: 100) == "one two three")
    #expect(Markdown.excerpt("one *two* three", limit: 13) == "one two three")
    #expect(Markdown.excerpt("one *two* three", limit: 10) == "one two…")
    #expect(Markdown.excerpt("one *two* three", limit: 7) == "one two…")
    #expect(Markdown.excerpt("onetwothree", limit: 3) == "one…")
    #expect(Markdown.excerpt("one", limit: -1) == "…")
  }

  private func check(_ example: Case) {
    let result = Markdown.readingText(example.source)
    #expect(result.text == example.text)
    #expect(result.outline == example.outline)
    #expect(result.faults == [])
  }
}

@Suite struct `The reading text of plain paragraphs` {
  @Test(arguments: [
    ("", ""), ("\n\n", ""), ("one", "<p>one</p>"),
    ("one\ntwo\n", "<p>one</p><p>two</p>"),
    ("one\r\ntwo", "<p>one</p><p>two</p>"),
    ("one\rtwo", "<p>one</p><p>two</p>"),
    ("one\n\n", "<p>one</p>"),
    ("\n\none\ntwo", "<p>one</p><p>two</p>"),
    ("one\ntwo\n\nthree", "<p>one<br>\ntwo</p><p>three</p>"),
    ("one\r\ntwo\r\n\r\nthree\r\n", "<p>one<br>\r\ntwo</p><p>three</p>"),
    ("one\n \t\ntwo", "<p>one</p><p>two</p>"),
    ("one\n\n\n\ntwo", "<p>one</p><p>two</p>"),
    ("# <b> *x*\n  y", "<p># <b> *x*</p><p>  y</p>"),
    ("كَتَبَ\n\nقـــال", "<p>كَتَبَ</p><p>قـــال</p>"),
  ])
  func `is the text as stored, in paragraphs`(_ text: String, _ outline: String) {
    let result = ReadingText(plain: text)
    #expect(Array(result.text.utf8) == Array(text.utf8))
    #expect(Array(result.outline.utf8) == Array(outline.utf8))
    #expect(result.faults == [])
  }
}

@Suite struct `Any input gives a well-formed reading text` {
  private static let fragments = [
    "*", "**", "_", "`", "```\n", "[", "]", "(", ")", "](entity:x)", "![", "<", ">", "<b>", "</b>",
    "<!--", "-->", "# ", "- ", "1. ", "> ", "\n", "\n\n", "  \n", "\r\n", "\r", "\t", "    ",
    "---\n",
    "&amp;", "&#0;", "\\", "|", "a", "قال", "\u{64B}", "\u{640}", "\u{202E}", "👩‍👧", "\0", "\u{FEFF}",
    "[r]: event:y\n", "[r]", "<entity:z>", "https://x.org", "=\n", "~~~\n", "javascript:",
  ]

  @Test func `random markup`() {
    var random = SplitMix(seed: 4)
    for _ in 0..<4_000 {
      let source = (0..<Int.random(in: 0..<40, using: &random))
        .compactMap { _ in Self.fragments.randomElement(using: &random) }.joined()
      expectWellFormed(source)
    }
  }

  @Test func `random bytes`() {
    var random = SplitMix(seed: 4)
    for _ in 0..<2_000 {
      let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in UInt8.random(in: 0...255)
      }
      expectWellFormed(String(decoding: bytes, as: UTF8.self))
    }
  }

  @Test(arguments: [">", "[", "- ", "*a ", "![", "<a ", "**_", "[a](", "&", "`"])
  func `a hundred thousand levels deep`(_ unit: String) {
    expectWellFormed(String(repeating: unit, count: 100_000) + "x")
  }

  private func expectWellFormed(_ source: String) {
    let result = Markdown.readingText(source)
    if !result.faults.isEmpty {
      Issue.record("\(source.prefix(200).debugDescription): \(result.faults)")
    }
    let plain = ReadingText(plain: source)
    if !plain.faults.isEmpty {
      Issue.record("plain \(source.prefix(200).debugDescription): \(plain.faults)")
    }
    var html: [UInt8] = []
    var asked = 0
    Markdown.html(source, into: &html) { _ in
      asked += 1
      return asked.isMultiple(of: 2) ? nil : LinkTarget(address: "x", title: "x")
    }
    #expect(asked == Markdown.references(in: source).count { !$0.isImage })
  }
}
