import Diagnostics
import Mustache
import Testing

@Suite struct SyntaxTests {
  @Test func tagThatIsNeverClosed() {
    #expect(
      faults("<p>{{title</p>\n<p>") == """
        error[template/syntax]: this tag is never closed
          --> templates/page.mustache:1:4
         1 | <p>{{title</p>
           |    ^^^^^^^^^^^
          help: close it with `}}`

        1 error

        """)
  }

  @Test func tagThatIsClosedByTheNextOne() {
    #expect(
      faults("إدلب {{title</p>\n<p>{{x}}") == """
        error[template/syntax]: this tag is never closed
          --> templates/page.mustache:1:6
         1 | إدلب {{title</p>
           |      ^^^^^^^^^^^
          help: close it with `}}`

        1 error

        """)
  }

  @Test func tripleTagThatIsClosedByTwo() {
    #expect(
      faults("{{{title}}") == """
        error[template/syntax]: this tag is never closed
          --> templates/page.mustache:1:1
         1 | {{{title}}
           | ^^^^^^^^^^
          help: close it with `}}}`

        1 error

        """)
  }

  @Test func sectionThatIsNeverClosed() {
    #expect(
      faults("a\n {{#rows}}\nb\n") == """
        error[template/syntax]: `{{#rows}}` is never closed
          --> templates/page.mustache:2:2
         2 |  {{#rows}}
           |  ^^^^^^^^^
          help: close it with `{{/rows}}`

        1 error

        """)
  }

  @Test func sectionThatIsClosedByAnotherName() {
    #expect(
      faults("{{#rows}}\n  x\n{{/row}}\n{{/rows}}\n") == """
        error[template/syntax]: `{{/row}}` does not close `{{#rows}}`
          --> templates/page.mustache:3:1
         3 | {{/row}}
           | ^^^^^^^^
          note: which is open here
          --> templates/page.mustache:1:1
         1 | {{#rows}}
           | ^^^^^^^^^
          help: close it with `{{/rows}}`

        1 error

        """)
  }

  @Test func sectionsThatCross() {
    #expect(
      faults("{{#a}}{{^b}}{{/a}}{{/b}}") == """
        error[template/syntax]: `{{^b}}` is never closed
          --> templates/page.mustache:1:7
         1 | {{#a}}{{^b}}{{/a}}{{/b}}
           |       ^^^^^^
          note: this closes a tag further out
          --> templates/page.mustache:1:13
         1 | {{#a}}{{^b}}{{/a}}{{/b}}
           |             ^^^^^^
          help: close it with `{{/b}}`

        error[template/syntax]: `{{/b}}` closes nothing
          --> templates/page.mustache:1:19
         1 | {{#a}}{{^b}}{{/a}}{{/b}}
           |                   ^^^^^^
          help: take it out, or open a section before it

        2 errors

        """)
  }

  @Test func delimitersThatAreNone() {
    #expect(
      faults("{{=<%=}}\n{{x}}") == """
        error[template/syntax]: this tag must give two delimiters, without `=` in them
          --> templates/page.mustache:1:1
         1 | {{=<%=}}
           | ^^^^^^^^
          help: write `{{=<% %>=}}` to use `<%` and `%>`

        1 error

        """)
  }

  @Test func tagThatNamesNothing() {
    #expect(
      faults("{{# }}{{}}") == """
        error[template/syntax]: this tag names nothing
          --> templates/page.mustache:1:1
         1 | {{# }}{{}}
           | ^^^^^^
          help: write a name between its delimiters

        error[template/syntax]: this tag names nothing
          --> templates/page.mustache:1:7
         1 | {{# }}{{}}
           |       ^^^^
          help: write a name between its delimiters

        2 errors

        """)
  }

  @Test func nameWithWhiteSpace() {
    #expect(
      faults("{{the title}}") == """
        error[template/syntax]: a name has no white space in it
          --> templates/page.mustache:1:3
         1 | {{the title}}
           |   ^^^^^^^^^
          help: name one field or one partial

        1 error

        """)
  }

  @Test func dotsWithoutNames() {
    #expect(
      faults("{{place..label}}") == """
        error[template/syntax]: a dotted name has a name on both sides of each dot
          --> templates/page.mustache:1:3
         1 | {{place..label}}
           |   ^^^^^^^^^^^^
          help: take out the dot

        1 error

        """)
  }

  @Test func tagThatIsLostInALayout() {
    #expect(
      faults("{{<layout}}{{title}}{{/layout}}", partials: ["layout": ""]) == """
        error[template/syntax]: `{{title}}` is lost: only blocks pass into the parent template
          --> templates/page.mustache:1:12
         1 | {{<layout}}{{title}}{{/layout}}
           |            ^^^^^^^^^
          help: put it into a block, `{{$name}}…{{/name}}`

        1 error

        """)
  }

  /// Pieces of tags in any order are a fault or are none, and never a crash; what is none renders.
  @Test func anythingIsReadOrRefused() {
    let pieces = [
      "{{", "}}", "{{{", "}}}", "{{#a}}", "{{^a}}", "{{/a}}", "{{<p}}", "{{/p}}", "{{$a}}",
      "{{>p}}",
      "{{=", "=}}", "{{=| |=}}", "|a|", "\n", "\r\n", " ", "  ", "x", "ق\u{64E}", "{{!", "a", ".",
      "{{a}}", "*", "{{>*a}}", "{", "}", "",
    ]
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      let text = (0..<8).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return pieces[Int(state >> 33) % pieces.count]
      }.joined()
      let templates = Templates(files: [
        ("page.mustache", text), ("p.mustache", "[{{$a}}\n b{{/a}}]\n"),
      ])
      let shape = Shape([.init("a", .text, isOptional: true)])
      guard templates.check(pages: [("page", shape)]).isEmpty else { continue }
      var renderer = Renderer(templates)
      var output: [UInt8] = []
      #expect(throws: Never.self, "\(text.debugDescription)") {
        try renderer.render("page", Record(shape, [.text("p")]), into: &output)
      }
    }
  }

  @Test func sectionsOfAnyDepthAreCompiled() {
    let depth = 50_000
    let text =
      String(repeating: "{{#a}}", count: depth) + String(repeating: "{{/a}}", count: depth)
    let templates = Templates(files: [("page.mustache", text)])
    #expect(templates.check(pages: [("page", Shape([.init("a", .flag)]))]) == [])
  }
}
