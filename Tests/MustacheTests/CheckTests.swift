import Mustache
import Testing

@Suite struct CheckTests {
  private static let link = Shape([.init("label", .text), .init("href", .text)])
  private static let page = Shape([
    .init("title", .text), .init("language", .text, isOptional: true), .init("quote", .html),
    .init("count", .number), .init("isOpen", .flag), .init("tags", .texts),
    .init("place", .one { link }, isOptional: true), .init("rows", .many { link }),
  ])

  @Test func allThatAPageHasMayBeUsed() {
    #expect(
      faults(
        """
        {{title}} {{{title}}} {{quote}} {{count}} {{isOpen}} {{language}}
        {{#language}}{{.}}{{/language}}{{^language}}none{{/language}}
        {{#isOpen}}{{title}}{{/isOpen}}{{^isOpen}}{{/isOpen}}
        {{#tags}}{{.}}{{title}}{{/tags}}{{^tags}}{{/tags}}
        {{#place}}{{label}}{{title}}{{/place}}{{^place}}{{/place}}{{place.label}}
        {{#rows}}{{>row}}{{/rows}}{{^rows}}{{/rows}}
        """, Self.page, partials: ["row": "{{label}} {{title}} {{#rows}}{{>row}}{{/rows}}"]) == "")
  }

  @Test func unknownName() {
    #expect(
      faults("<h1>\n  {{titel}}\n</h1>", Self.page) == """
        error[template/unknown-name]: nothing here is named `titel`
          --> templates/page.mustache:2:5
         2 |   {{titel}}
           |     ^^^^^
          help: did you mean `title`?

        1 error

        """)
  }

  @Test func unknownNameNearNone() {
    #expect(
      faults(
        "{{#rows}}{{#something}}{{/something}}{{/rows}}",
        Shape([.init("rows", .many { Self.link })]))
          == """
          error[template/unknown-name]: nothing here is named `something`
            --> templates/page.mustache:1:13
           1 | {{#rows}}{{#something}}{{/something}}{{/rows}}
             |             ^^^^^^^^^
            help: here are: `href`, `label`, `rows`

          1 error

          """)
  }

  @Test func unknownPartOfADottedName() {
    #expect(
      faults("{{place.lable}}", Self.page) == """
        error[template/unknown-name]: `place` has no field `lable`
          --> templates/page.mustache:1:9
         1 | {{place.lable}}
           |         ^^^^^
          help: did you mean `label`?

        1 error

        """)
  }

  @Test func fieldOfSomethingWithoutFields() {
    #expect(
      faults("{{rows.label}}", Self.page) == """
        error[template/no-fields]: `rows` is no model, so it has no field `label`
          --> templates/page.mustache:1:8
         1 | {{rows.label}}
           |        ^^^^^
          help: if it is a list, open a section over it, `{{#rows}}`

        1 error

        """)
  }

  @Test func missingPartial() {
    #expect(
      faults("{{> atributions/row}}", Self.page, partials: ["attributions/row": ""]) == """
        error[template/missing-partial]: there is no template `atributions/row.mustache`
          --> templates/page.mustache:1:5
         1 | {{> atributions/row}}
           |     ^^^^^^^^^^^^^^^
          help: did you mean `attributions/row`?

        1 error

        """)
  }

  @Test func missingLayout() {
    #expect(
      faults("{{<layout}}{{/layout}}") == """
        error[template/missing-partial]: there is no template `layout.mustache`
          --> templates/page.mustache:1:4
         1 | {{<layout}}{{/layout}}
           |    ^^^^^^
          help: add the file `layout.mustache`

        1 error

        """)
  }

  @Test func missingPage() {
    let templates = Templates(files: [("article.mustache", "")])
    let faults = templates.check("artcile", root: Self.page)
    #expect(faults.map(\.id) == ["template/missing-template"])
    #expect(faults.first?.message == "there is no template `artcile.mustache`")
    #expect(faults.first?.remedy == "did you mean `article`?")
  }

  @Test(arguments: [("title", "a text"), ("quote", "HTML"), ("count", "a number")])
  func sectionOverWhatIsAlwaysThere(name: String, what: String) {
    let mark = String(repeating: "^", count: name.count)
    #expect(
      faults("{{#\(name)}}x{{/\(name)}}", Self.page) == """
        error[template/section-over-text]: `\(name)` is \(what) that is always there, so a section \
        over it asks nothing
          --> templates/page.mustache:1:4
         1 | {{#\(name)}}x{{/\(name)}}
           |    \(mark)
          help: write `{{\(name)}}`, or ask for a flag, a list or something optional

        1 error

        """)
    #expect(faults("{{^\(name)}}x{{/\(name)}}", Self.page).contains("[template/section-over-text]"))
  }

  @Test(arguments: [("rows", "a list"), ("tags", "a list"), ("place", "a model")])
  func interpolationOfWhatIsNoText(name: String, what: String) {
    let mark = String(repeating: "^", count: name.count)
    #expect(
      faults("{{\(name)}}", Self.page) == """
        error[template/not-text]: `\(name)` is \(what), which cannot be written as text
          --> templates/page.mustache:1:3
         1 | {{\(name)}}
           |   \(mark)
          help: open a section over it, `{{#\(name)}}…{{/\(name)}}`

        1 error

        """)
  }

  @Test func dotOfAModel() {
    #expect(
      faults("{{#rows}}{{.}}{{/rows}}", Self.page) == """
        error[template/not-text]: `.` is the model here, which cannot be written as text
          --> templates/page.mustache:1:12
         1 | {{#rows}}{{.}}{{/rows}}
           |            ^
          help: name one of its fields

        1 error

        """)
  }

  @Test func htmlInMarkdown() {
    #expect(
      faults("{{quote}} {{{quote}}}", Self.page, name: "brief.md") == """
        error[template/html-in-markdown]: `quote` is HTML, and this template is Markdown
          --> templates/brief.md.mustache:1:3
         1 | {{quote}} {{{quote}}}
           |   ^^^^^
          help: write `{{{quote}}}` if it is to stand there as HTML

        1 error

        """)
  }

  @Test func partialThatCannotBeKnown() {
    #expect(
      faults("{{>*title}}", Self.page) == """
        error[template/dynamic-partial]: a partial whose name is in the field `title` cannot be \
        checked
          --> templates/page.mustache:1:5
         1 | {{>*title}}
           |     ^^^^^
          help: name the partial, in a section that asks for its case

        1 error

        """)
  }

  @Test func aPartialIsCheckedWhereItIsIncluded() {
    #expect(
      faults(
        "{{#rows}}{{>row}}{{/rows}}\n{{>row}}\n", Self.page, partials: ["row": "[{{label}}]\n"])
          == """
          error[template/unknown-name]: nothing here is named `label`
            --> templates/row.mustache:1:4
           1 | [{{label}}]
             |    ^^^^^
            note: as it is included here
            --> templates/page.mustache:2:4
           2 | {{>row}}
             |    ^^^
            help: here are: `count`, `isOpen`, `language`, `place`, `quote`, `rows`, `tags`, `title`

          1 error

          """)
  }

  @Test func aBlockIsCheckedInTheContextOfItsPlace() {
    let layout = "{{#rows}}{{$row}}{{label}}{{/row}}{{/rows}}{{$end}}{{label}}{{/end}}"
    #expect(
      faults(
        "{{<layout}}{{$row}}{{href}}{{/row}}{{$end}}{{title}}{{/end}}{{/layout}}", Self.page,
        partials: ["layout": layout]) == "")
    let text = faults(
      "{{<layout}}{{$end}}{{href}}{{/end}}{{/layout}}", Self.page, partials: ["layout": layout])
    #expect(text.contains("nothing here is named `href`"))
    #expect(text.hasSuffix("1 error\n"))
  }

  @Test func aDefaultThatIsAlwaysReplacedIsNotAsked() {
    #expect(
      faults(
        "{{<layout}}{{$b}}{{title}}{{/b}}{{/layout}}", Self.page,
        partials: ["layout": "{{$b}}{{label}}{{/b}}"]) == "")
  }

  @Test func globalsAreSeen() {
    let templates = Templates(files: [("page.mustache", "{{strings.home}}{{strings.hom}}")])
    let strings = Shape([.init("home", .text)])
    let globals = [Shape([.init("strings", .one { strings })])]
    #expect(
      templates.check("page", root: Self.page, globals: globals).map(\.message)
        == ["`strings` has no field `hom`"])
  }

  @Test func eachFaultIsToldOnceHoweverManyPagesHaveIt() {
    let templates = Templates(files: [
      ("a.mustache", "{{>p}}{{#x}}"), ("b.mustache", "{{>p}}"), ("p.mustache", "{{nothing}}"),
    ])
    #expect(
      templates.check(pages: [("a", Self.page), ("b", Self.page), ("b", Self.link)]).map(\.id)
        == ["template/syntax", "template/unknown-name"])
  }

  /// Templates that include themselves, in scopes that grow, and in ways that multiply.
  @Test func theCheckEnds() {
    final class Tree: Sendable {
      static let shapes: [Shape] = (0..<4).map { number in
        Shape(
          (0..<4).map { child in .init("c\(child)", .many { shapes[child] }) }
            + [.init("n\(number)", .text)])
      }
    }
    let partial = (0..<4).map { "{{#c\($0)}}{{>p}}{{/c\($0)}}" }.joined()
    #expect(faults("{{>p}}", Tree.shapes[0], partials: ["p": partial]) == "")
    #expect(
      faults(
        "{{<p}}{{$b}}{{<p}}{{$b}}x{{/b}}{{/p}}{{/b}}{{/p}}", Self.page,
        partials: ["p": "{{<q}}{{$b}}{{$b}}{{/b}}{{/b}}{{/q}}", "q": "{{$b}}{{/b}}{{>p}}"]) == "")
  }
}
