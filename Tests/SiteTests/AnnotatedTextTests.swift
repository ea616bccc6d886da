import Markdown
import TestSupport
import Testing

import Site

@Suite("The annotated text")
struct AnnotatedTextTests {
  @Test("A mention is a link to its entity")
  func mention() {
    #expect(
      draw("قال أردوغان", [annotation(.mention, 7..<21, "m1", href: "../e/")])
        == #"<p>قال <span id="m1" class="mention"><a href="../e/">أردوغان</a></span></p>"#)
  }

  @Test("Ranges that cross are cut, and only the first piece has the id")
  func crossing() {
    #expect(
      draw("abcdef", [annotation(.content, 0..<4, "c1"), annotation(.label, 2..<6, "l1")])
        == #"<p><span id="c1" class="content">ab<span id="l1" class="label">cd</span></span>"#
        + #"<span class="label">ef</span></p>"#)
  }

  @Test("A range over two paragraphs is opened again in the second")
  func paragraphs() {
    #expect(
      draw("ab\ncd", [annotation(.content, 0..<5, "c1")])
        == #"<p><span id="c1" class="content">ab</span></p>"#
        + #"<p><span class="content">cd</span></p>"#)
  }

  @Test("Of nested mentions the innermost is the link, since links do not nest")
  func nestedMentions() {
    #expect(
      draw(
        "abc",
        [
          annotation(.mention, 0..<3, "m1", href: "outer"),
          annotation(.mention, 1..<2, "m2", href: "inner"),
        ])
        == #"<p><span id="m1" class="mention"><a href="outer">a</a>"#
        + #"<span id="m2" class="mention"><a href="inner">b</a></span><a href="outer">c</a></span></p>"#
    )
  }

  @Test("Markup in a text, a title or an address stays text, whatever mark follows it")
  func escaping() {
    let html = draw("<b>\"\u{64E}", [annotation(.label, 0..<3, "x", title: "\"\u{64E}><script>")])
    #expect(
      html
        == "<p><span id=\"x\" class=\"label\" title=\"&quot;\u{64E}&gt;&lt;script&gt;\">"
        + "&lt;b&gt;</span>&quot;\u{64E}</p>")
  }

  @Test("A range that lies in the white space between paragraphs still has its id")
  func whiteSpace() {
    #expect(
      draw("ab\n\ncd", [annotation(.event, 2..<4, "e1")])
        == #"<p>ab</p><p><span id="e1"></span>cd</p>"#)
  }

  @Test("What is said has the number of its note before its first word, and no letter more")
  func reference() {
    var said = annotation(.content, 0..<5, "c1")
    said.reference = .init(href: "#note-1", number: "١", label: "السلسلة ١")
    #expect(
      draw("ab\ncd", [said])
        == ##"<p><span id="c1" class="content"><a class="ref" href="#note-1" data-n="١""##
        + #" aria-label="السلسلة ١"></a>ab</span></p><p><span class="content">cd</span></p>"#)
  }

  @Test("Notes stand between the outermost blocks, whatever range goes over them")
  func asides() throws {
    let text = ReadingText(plain: "ab\ncd\nef")
    let blocks = TextBlocks(text)
    #expect(blocks.blocks.map(\.end) == [2, 5, 8])
    #expect([0, 1, 2, 3, 5, 7, 9].map(blocks.block) == [0, 0, 1, 1, 2, 2, 2])
    let html = AnnotatedText(
      text, [annotation(.content, 0..<8, "c1")],
      asides: [blocks.blocks[1].lastPiece: Array("<aside></aside>".utf8)]
    ) { $0 }.html()
    #expect(
      String(decoding: html, as: UTF8.self)
        == #"<p><span id="c1" class="content">ab</span></p><p><span class="content">cd</span></p>"#
        + #"<aside></aside><p><span class="content">ef</span></p>"#)
  }

  @Test("A list is one block, and so is a rule between two")
  func markdownBlocks() {
    let text = Markdown.readingText("one\n\n---\n\n- two\n- three  \n  four\n")
    #expect(TextBlocks(text).blocks.map(\.end) == [3, 3, text.text.utf8.count])
  }

  @Test(
    "However ranges lie, the HTML is well formed, the text is whole, and each id is there once",
    arguments: 0..<200)
  func anyRanges(seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    let text = String((0..<60).map { _ in "abc <\n&\"é".randomElement(using: &random) ?? "a" })
    let bytes = Array(text.utf8)
    let boundaries = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    let annotations = (0..<Int.random(in: 1...40, using: &random)).compactMap { number in
      let ends = [
        boundaries.randomElement(using: &random), boundaries.randomElement(using: &random),
      ]
      .compactMap { $0 }.sorted()
      return ends[0] == ends[1]
        ? nil
        : annotation(
          Annotation.Kind(rawValue: number % 7) ?? .event, ends[0]..<ends[1], "i\(number)",
          href: number % 7 == 5 ? "e\(number)" : nil)
    }
    let html = draw(text, annotations)
    let check = try #require(WellFormed(html), "not well formed: \(html)")
    // White space around line ends is layout.
    #expect(check.text.filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
    #expect(Set(check.ids).count == check.ids.count)
    #expect(Set(check.ids).isSuperset(of: annotations.filter { $0.hasText(in: bytes) }.map(\.id)))
  }

  @Test("A hundred thousand crossing ranges do not cost the square of their number")
  func evil() {
    let text = String(repeating: "ab", count: 100_000)
    let annotations = (0..<100_000).map { annotation(.content, $0..<($0 + 90_000), "c\($0)") }
    let html = draw(text, annotations)
    #expect(html.utf8.count < 40_000_000)
  }

  private func draw(_ text: String, _ annotations: [Annotation]) -> String {
    String(
      decoding: AnnotatedText(ReadingText(plain: text), annotations) { $0 }.html(), as: UTF8.self)
  }

  private func annotation(
    _ kind: Annotation.Kind, _ range: Range<Int>, _ id: String, title: String? = nil,
    href: String? = nil
  ) -> Annotation {
    Annotation(
      kind: kind, range: range, id: id, classes: "\(kind)", title: title, href: href)
  }
}

extension Annotation {
  /// Whether any of it is sure to be drawn: white space may be layout.
  fileprivate func hasText(in bytes: [UInt8]) -> Bool {
    bytes[range].contains { $0 != 0x0A && $0 != 0x20 }
  }
}

/// Reads HTML that has no void elements, and gives nothing when a tag is not closed in order.
private struct WellFormed {
  private(set) var text = ""
  private(set) var ids: [String] = []

  init?(_ html: String) {
    var open: [Substring] = []
    var rest = html[...]
    while let start = rest.firstIndex(of: "<") {
      text += rest[..<start]
      guard let end = rest[start...].firstIndex(of: ">") else { return nil }
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag == "br" { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { return nil }
        continue
      }
      let name = tag.prefix { $0 != " " }
      guard !(name == "a" && open.contains("a")) else { return nil }
      open.append(name)
      if let id = tag.range(of: "id=\"") {
        ids.append(String(tag[id.upperBound...].prefix { $0 != "\"" }))
      }
    }
    guard open.isEmpty else { return nil }
    text += rest
    for (entity, character) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.replacing(entity, with: character)
    }
  }
}
