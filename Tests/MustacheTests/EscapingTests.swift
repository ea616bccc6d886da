import CCmark
import Mustache
import TestSupport
import Testing

@Suite struct EscapingTests {
  /// Marks that join the character before them into one grapheme.
  private static let marks: [String] = [
    "\u{64B}", "\u{64E}", "\u{651}", "\u{670}", "\u{300}", "\u{338}", "\u{20D2}", "\u{FE0F}",
    "\u{200D}", "\u{64E}\u{651}", "\u{5B0}",
  ]

  @Test(arguments: marks)
  func htmlIsEscapedWhateverMarkFollows(mark: String) throws {
    for (special, reference) in [
      ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("\"", "&quot;"), ("'", "&#39;"),
    ] {
      let text = "قال\(special)\(mark)نعم"
      #expect(
        try render("<a title=\"{{x}}\">{{x}}</a>", ["x": .text(text)]).utf8.elementsEqual(
          "<a title=\"قال\(reference)\(mark)نعم\">قال\(reference)\(mark)نعم</a>".utf8))
    }
  }

  @Test func noTextIsMarkupOrIsChanged() throws {
    var texts = RandomTexts(seed: 1)
    for _ in 0..<2000 {
      let text = texts.next()
      let html = try render("{{x}}", ["x": .text(text)])
      #expect(!html.utf8.contains { "<>\"'".utf8.contains($0) })
      #expect(unescaped(html).elementsEqual(text.utf8))
    }
  }

  /// Bytes are looked at eight at once: what is markup is found at any place among them, and nothing
  /// that is like it by a bit or two is taken for it.
  @Test(arguments: 0..<20)
  func everyByteIsEscapedAtEveryPlace(place: Int) throws {
    let references = [
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;",
    ]
    for byte in UInt8(0x01)...0x7F {
      let letter = String(decoding: [byte], as: UTF8.self)
      let (before, after) = (
        String(repeating: "a", count: place), String(repeating: "ش", count: 9)
      )
      #expect(
        try render("{{x}}", ["x": .text(before + letter + after)]).utf8.elementsEqual(
          (before + (references[letter] ?? letter) + after).utf8))
    }
  }

  /// The bytes with the five references turned back; a reference that is none stays and is found.
  private func unescaped(_ html: String) -> [UInt8] {
    let references: [(name: [UInt8], byte: UInt8)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)[0]) }
    var rest = Array(html.utf8)[...]
    var bytes: [UInt8] = []
    while let byte = rest.first {
      if let reference = references.first(where: { rest.starts(with: $0.name) }) {
        bytes.append(reference.byte)
        rest = rest.dropFirst(reference.name.count)
      } else {
        // An ampersand that begins no reference is made to differ from the text.
        bytes.append(byte == UInt8(ascii: "&") ? 0 : byte)
        rest = rest.dropFirst()
      }
    }
    return bytes
  }

  @Test(arguments: [
    ("*bold* _it_ `code`", #"\*bold\* \_it\_ \`code\`"#),
    ("[a](javascript:x) ![i](j)", #"\[a\]\(javascript:x\) \!\[i\]\(j\)"#),
    ("<b>&amp;", #"\<b\>&amp;amp;"#),
    ("# not a heading", "\\# not a heading"),
    ("1. not a list", #"1\. not a list"#),
    ("- no - list", #"\- no - list"#),
    ("  one\ntwo\r\n\r\n    three \n", "one two three"),
    ("Al-Jazeera, 3.5 km.", "Al-Jazeera, 3.5 km."),
    ("\"\u{64E}قال", "\\\"\u{64E}قال"),
    ("إدلب", "إدلب"),
  ])
  func markdownIsEscapedInMarkdownTemplates(text: String, markdown: String) throws {
    #expect(try render("{{x}}", ["x": .text(text)], name: "brief.md") == markdown)
    #expect(try render("{{{x}}}", ["x": .text(text)], name: "brief.md") == text)
  }

  @Test(arguments: [
    ("{{x}}\n", "<p>", "</p>\n"),
    ("a {{x}}\n", "<p>a ", "</p>\n"),
    ("# {{x}}\n", "<h1>", "</h1>\n"),
    ("{{x}}\n===\n", "<h1>", "</h1>\n"),
    ("- {{x}}\n", "<ul>\n<li>", "</li>\n</ul>\n"),
    ("> {{x}}\n", "<blockquote>\n<p>", "</p>\n</blockquote>\n"),
    ("a\n{{x}}\n", "<p>a\n", "</p>\n"),
    ("**{{x}}**\n", "<p><strong>", "</strong></p>\n"),
    ("[{{x}}](y)\n", "<p><a href=\"y\">", "</a></p>\n"),
    ("![a](y \"{{x}}\")\n", "<p><img src=\"y\" alt=\"a\" title=\"", "\" /></p>\n"),
  ])
  func noTextIsMarkdown(template: String, before: String, after: String) throws {
    var texts = RandomTexts(seed: 2)
    for _ in 0..<500 {
      let text = texts.next()
      let shown = shownByCommonMark(text)
      // An empty text leaves other blocks behind, and emphasis ends at a letter only.
      guard let first = shown.unicodeScalars.first, let last = shown.unicodeScalars.last else {
        continue
      }
      if template.contains("**"), !first.properties.isAlphabetic || !last.properties.isAlphabetic {
        continue
      }
      let markdown = try render(template, ["x": .text(text)], name: "brief.md")
      let expected = before + shown + after
      let html = commonMark(markdown)
      #expect(html.utf8.elementsEqual(expected.utf8), "\(text.debugDescription): \(html)")
    }
  }

  /// White space as one space between words, and escaped as cmark does it.
  private func shownByCommonMark(_ text: String) -> String {
    let references: [Unicode.Scalar: String] = [
      "&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;",
    ]
    let words = text.utf8.split { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " ")
      .unicodeScalars.map { references[$0] ?? String($0) }.joined()
  }

  private func commonMark(_ markdown: String) -> String {
    guard let html = cmark_markdown_to_html(markdown, markdown.utf8.count, CMARK_OPT_DEFAULT) else {
      return ""
    }
    defer { cmark_get_default_mem_allocator().pointee.free(html) }
    return String(cString: html)
  }
}

/// Texts full of what markup is made of, the same ones each time.
private struct RandomTexts {
  private var random: SplitMix

  private static let pieces: [String] =
    (0x20...0x7E).compactMap { Unicode.Scalar($0).map { String($0) } }
    + [
      "\"\u{64E}", "<\u{338}", ">\u{338}", "&\u{301}", "'\u{651}", "&amp;", "&#60;", "<!--", "]]>",
    ]
    + ["قال", "إدلب", "ﷺ", "\u{202E}", "\u{2066}", "ـ", "e\u{301}", "𝕏", "👨‍👩‍👧", "\n", "\r\n", "\t"]
    + [
      "- ", "1. ", "1) ", "    ", "***", "===", "---", "```", "~~~", "[x]: y", "<b>", "![", "](",
      "#",
    ]

  init(seed: UInt64) {
    random = SplitMix(seed: seed)
  }

  mutating func next() -> String {
    (0..<Int.random(in: 0..<12, using: &random))
      .compactMap { _ in Self.pieces.randomElement(using: &random) }.joined()
  }
}
