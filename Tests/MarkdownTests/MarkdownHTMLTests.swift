import Testing

import Markdown

/// The HTML of a document whose references lead to `../ID/`, but for the id `missing`.
private func html(_ source: String, headingShift: Int = 0) -> String {
  var output: [UInt8] = []
  Markdown.html(source, headingShift: headingShift, into: &output) { reference in
    reference.id == "missing"
      ? nil : LinkTarget(address: "../\(reference.id)/", title: "<\(reference.id)>")
  }
  return String(decoding: output, as: UTF8.self)
}

@Suite struct `Markdown as HTML` {
  @Test(arguments: [
    ("", ""),
    (
      "قال *الوزير* إن **الهدنة** ثابتة",
      "<p>قال <em>الوزير</em> إن <strong>الهدنة</strong> ثابتة</p>\n"
    ),
    ("a\r\nb", "<p>a\nb</p>\n"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("`a<b`", "<p><code>a&lt;b</code></p>\n"),
    ("a & b < \"c\"", "<p>a &amp; b &lt; &quot;c&quot;</p>\n"),
    ("[page](../about/)", "<p><a href=\"../about/\">page</a></p>\n"),
    (
      "[web](https://example.org/?a=1&b=2)",
      "<p><a href=\"https://example.org/?a=1&amp;b=2\">web</a></p>\n"
    ),
  ])
  func `is CommonMark`(_ source: String, _ expected: String) {
    #expect(html(source) == expected)
  }

  @Test func `is appended`() {
    var output = Array("<main>".utf8)
    Markdown.html("x", into: &output) { _ in nil }
    #expect(String(decoding: output, as: UTF8.self) == "<main><p>x</p>\n")
  }

  @Test func `shifts headings, down to the sixth level`() {
    #expect(html("# a\n\n###### b", headingShift: 1) == "<h2>a</h2>\n<h6>b</h6>\n")
  }

  @Test func `escapes quotes before a combining mark`() {
    #expect(html("\"\u{64B} <\u{64B}") == "<p>&quot;\u{64B} &lt;\u{64B}</p>\n")
  }
}

@Suite struct `Links to things of the corpus` {
  @Test(arguments: LinkScheme.allCases)
  func `lead to the address they are given`(_ scheme: LinkScheme) {
    #expect(html("[it](\(scheme.rawValue):x)") == "<p><a href=\"../x/\">it</a></p>\n")
  }

  @Test(arguments: ["[it](entity:شخص)", "[it](entity:%D8%B4%D8%AE%D8%B5)", "[it](ENTITY:شخص)"])
  func `name ids of any script, encoded or not`(_ source: String) {
    #expect(html(source) == "<p><a href=\"../%D8%B4%D8%AE%D8%B5/\">it</a></p>\n")
  }

  @Test(arguments: ["[](entity:x)", "<entity:x>"])
  func `show the thing's name where they have no text`(_ source: String) {
    #expect(html(source) == "<p><a href=\"../x/\">&lt;x&gt;</a></p>\n")
  }

  @Test func `that dangle are their text`() {
    #expect(html("a [*b* c](entity:missing) d") == "<p>a <em>b</em> c d</p>\n")
    #expect(html("a [](entity:missing) d") == "<p>a  d</p>\n")
  }

  @Test func `cannot be images`() {
    #expect(html("![alt *x*](entity:x)") == "<p>alt <em>x</em></p>\n")
  }

  @Test func `may be written apart`() {
    #expect(html("[it][1]\n\n[1]: claim:x") == "<p><a href=\"../x/\">it</a></p>\n")
  }
}

@Suite struct `Nothing that acts gets through` {
  @Test(arguments: [
    "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert)", "[a](java&#9;script:alert)",
    "[a](&#1;javascript:alert)", "[a](vbscript:x)", "[a](data:text/html,x)",
    "[a](file:///etc/passwd)", "[a](blob:x)", "![a](javascript:x)", "![a](data:image/svg+xml,x)",
    "[a](javascript&colon;alert)", "[a][1]\n\n[1]: javascript:alert",
  ])
  func `addresses of other schemes are dropped, their text stays`(_ source: String) {
    #expect(html(source) == "<p>a</p>\n")
    #expect(Markdown.readingText(source).text == "a")
    let links = Markdown.readingText(source).pieces.contains {
      if case .link = $0 { true } else { false }
    }
    #expect(!links)
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<b onclick=x>b</b>",
    "<style>*{}</style>", "<!-- comment -->", "<?php ?>", "<![CDATA[x]]>",
  ])
  func `raw HTML is left out`(_ source: String) {
    let result = html("a \(source)\n\n\(source)")
    #expect(!result.contains("<script"))
    #expect(!result.contains("<img"))
    #expect(!result.contains("<b "))
    #expect(!result.contains("<style"))
    #expect(!result.contains("alert(1)>"))
  }

  @Test func `an address cannot leave its attribute`() {
    let result = html("[a](<x\" onclick=\"y>)")
    #expect(result == "<p><a href=\"x%22%20onclick=%22y\">a</a></p>\n")
    guard case .link(let destination) = Markdown.readingText("[a](<x\" y>)").pieces[1] else {
      Issue.record("no link")
      return
    }
    #expect(destination == "x%22%20y")
  }
}
