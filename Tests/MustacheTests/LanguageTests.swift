import Mustache
import Testing

@Suite struct LanguageTests {
  @Suite struct Interpolation {
    @Test func textIsEscapedUnlessToldOtherwise() throws {
      #expect(
        try render("{{x}} {{{x}}} {{&x}} {{& x }}", ["x": .text("<b>")])
          == "&lt;b&gt; <b> <b> <b>")
    }

    @Test func htmlIsWrittenAsItIs() throws {
      #expect(
        try render("{{x}} {{{x}}}", ["x": .html(HTML(verbatim: "<b>"))]) == "<b> <b>")
    }

    @Test(arguments: [
      (0, "0"), (7, "7"), (-12, "-12"), (.max, "9223372036854775807"),
      (.min, "-9223372036854775808"),
    ])
    func numbersAreDigits(number: Int, digits: String) throws {
      #expect(try render("{{x}}", ["x": .number(number)]) == digits)
    }

    @Test func flagsAreWords() throws {
      #expect(try render("{{x}} {{y}}", ["x": .flag(true), "y": .flag(false)]) == "true false")
    }

    @Test func whatIsAbsentIsNothing() throws {
      #expect(try render("[{{x}}]", ["x": .none]) == "[]")
    }

    @Test func dottedNamesLeadIntoParts() throws {
      let x = Record(["y": .one(Record(["z": .text("!")]))])
      #expect(try render("{{x.y.z}}", ["x": .one(x)]) == "!")
    }

    @Test func dottedNamesDoNotFallBackOnWhatIsFurtherOut() {
      #expect(throws: RenderFailure.self) {
        try render("{{x.y}}", ["x": .one(Record([:])), "y": .text("!")])
      }
    }
  }

  @Suite struct Sections {
    @Test func flagsDecide() throws {
      let template = "{{#x}}yes{{/x}}{{^x}}no{{/x}}"
      #expect(try render(template, ["x": .flag(true)]) == "yes")
      #expect(try render(template, ["x": .flag(false)]) == "no")
    }

    @Test func whatIsThereIsTrueEvenIfEmptyOrZero() throws {
      let template = "{{#x}}yes{{/x}}{{^x}}no{{/x}}"
      #expect(try render(template, ["x": .text("")]) == "yes")
      #expect(try render(template, ["x": .number(0)]) == "yes")
      #expect(try render(template, ["x": .none]) == "no")
    }

    @Test func theTextOfASectionIsItsDot() throws {
      #expect(try render("{{#x}}[{{.}}]{{/x}}", ["x": .text("<")]) == "[&lt;]")
    }

    @Test func listsRepeat() throws {
      let rows = ["a", "b"].map { Record(["name": .text($0)]) }
      #expect(try render("{{#x}}{{name}},{{/x}}", ["x": .many(rows)]) == "a,b,")
      #expect(try render("{{#x}}{{.}},{{/x}}", ["x": .texts(["a", "b"])]) == "a,b,")
      #expect(try render("{{#x}}!{{/x}}{{^x}}none{{/x}}", ["x": .many([])]) == "none")
      #expect(try render("{{#x}}!{{/x}}{{^x}}none{{/x}}", ["x": .texts([])]) == "none")
    }

    @Test func listsInListsRepeat() throws {
      let x = Value.values([.values([.text("a"), .text("b")]), .values([]), .values([.number(1)])])
      #expect(try render("{{#x}}({{#.}}{{.}}{{/.}}){{/x}}", ["x": x]) == "(ab)()(1)")
    }

    @Test func rowsOfSeveralShapesAreEachReadByTheirOwn() throws {
      let rows: [any Model] = [
        Record(["a": .text("1"), "b": .text("2")]), Record(["b": .text("3"), "z": .text("")]),
        Record(["a": .text("4"), "b": .text("5")]),
      ]
      #expect(try render("{{#x}}{{b}}{{/x}}", ["x": .many(rows)]) == "235")
    }

    @Test func namesOfFurtherOutAreSeenUnlessHidden() throws {
      let x = Record(["a": .text("inner"), "c": .none])
      #expect(
        try render(
          "{{#x}}{{a}} {{b}} [{{c}}]{{/x}} {{a}}",
          ["x": .one(x), "a": .text("outer"), "b": .text("b"), "c": .text("c")])
          == "inner b [] outer")
    }

    @Test func globalsAreSeenBehindTheModel() throws {
      let templates = Templates(files: [("page.mustache", "{{a}} {{strings.home}}")])
      let globals = Record([
        "a": .text("global"), "strings": .one(Record(["home": .text("الرئيسية")])),
      ])
      var renderer = Renderer(templates)
      var output: [UInt8] = []
      try renderer.render(
        "page", Record(["a": .text("page")]), globals: [globals], into: &output)
      #expect(String(decoding: output, as: UTF8.self) == "page الرئيسية")
    }

    @Test func tagsWithALineToThemselvesTakeItWithThem() throws {
      let template = """
        {{! a remark
           over two lines }}
        <ul>
          {{#x}}
          <li>{{.}}</li>
          {{/x}}
          {{^y}}
          none
          {{/y}}
        </ul>

        """
      let expected = """
        <ul>
          <li>a</li>
          <li>b</li>
          none
        </ul>

        """
      let values: [String: Value] = ["x": .texts(["a", "b"]), "y": .flag(false)]
      #expect(try render(template, values) == expected)
      let withReturns = template.replacing("\n", with: "\r\n")
      #expect(try render(withReturns, values) == expected.replacing("\n", with: "\r\n"))
    }
  }

  @Suite struct Partials {
    @Test func namesArePathsWithoutTheirEnding() throws {
      #expect(
        try render(
          "{{> attributions/row}}", ["x": .text("!")], partials: ["attributions/row": "[{{x}}]"])
          == "[!]")
    }

    @Test func linesOfTheTemplateAreIndentedAndThoseOfValuesAreNot() throws {
      #expect(
        try render(
          "<div>\n  {{>p}}\n</div>\n", ["x": .text("1\n2")],
          partials: ["p": "<p>\n\n{{x}}\n{{#x}}\n  y\n{{/x}}\n</p>\n"])
          == "<div>\n  <p>\n\n  1\n2\n    y\n  </p>\n</div>\n")
    }

    @Test func indentationAddsUp() throws {
      #expect(
        try render(" {{>p}}\n", partials: ["p": "p\n  {{>q}}\np\n", "q": "q\n  q\n"])
          == " p\n   q\n     q\n p\n")
    }

    @Test func delimitersHoldForOneTemplate() throws {
      #expect(
        try render(
          "{{=<% %>=}}<%x%>{{x}}<%>p%><%={{ }}=%>{{x}}", ["x": .text("!")],
          partials: ["p": "{{x}}<%x%>"]) == "!{{x}}!<%x%>!")
    }

    @Test func treesAreWalked() throws {
      func node(_ name: String, _ children: [Record]) -> Record {
        Record(["name": .text(name), "children": .many(children)])
      }
      let root = node("a", [node("b", [node("c", [])]), node("d", [])])
      #expect(
        try render(
          "{{#root}}{{>node}}{{/root}}", ["root": .one(root)],
          partials: ["node": "{{name}}<{{#children}}{{>node}}{{/children}}>"])
          == "a<b<c<>>d<>>")
    }

    @Test func endlessOnesAreAnErrorAndWriteNothing() throws {
      let templates = Templates(files: [("page.mustache", "x{{>page}}")])
      var renderer = Renderer(templates)
      var output = Array("before".utf8)
      let failure = #expect(throws: RenderFailure.self) {
        try renderer.render("page", Record([:]), into: &output)
      }
      #expect(failure?.diagnostic.id == "template/too-deep")
      #expect(output == Array("before".utf8))
    }

    @Test func treesOfAHundredLevelsAreNoTrouble() throws {
      var tree = Record(["children": .many([])])
      for _ in 1..<100 { tree = Record(["children": .many([tree])]) }
      #expect(
        try render(
          "{{#t}}{{>n}}{{/t}}", ["t": .one(tree)],
          partials: ["n": "({{#children}}{{>n}}{{/children}})"])
          == String(repeating: "(", count: 100) + String(repeating: ")", count: 100))
    }
  }

  @Suite struct Inheritance {
    private let layout = """
      <title>{{$title}}Report{{/title}}</title>
      <main>
        {{$content}}
        Nothing here.
        {{/content}}
      </main>

      """

    @Test func blocksReplaceThoseOfTheLayout() throws {
      let page = """
        {{<layout}}
          {{$title}}{{x}}{{/title}}
          {{$content}}
            <p>
              {{x}}
            </p>
          {{/content}}
        {{/layout}}

        """
      #expect(
        try render(page, ["x": .text("حدث")], partials: ["layout": layout]) == """
          <title>حدث</title>
          <main>
            <p>
              حدث
            </p>
          </main>

          """)
    }

    @Test func theDefaultStaysWhereNothingReplacesIt() throws {
      #expect(
        try render("{{<layout}}{{/layout}}\n", partials: ["layout": layout]) == """
          <title>Report</title>
          <main>
            Nothing here.
          </main>

          """)
    }

    @Test func partialsOfTheLayoutSeeItsBlocksReplaced() throws {
      #expect(
        try render(
          "{{<layout}}{{$b}}mine{{/b}}{{/layout}}",
          partials: ["layout": "[{{>p}}]", "p": "{{$b}}default{{/b}}"]) == "[mine]")
    }

    @Test func aBlockMayHoldOneOfItsOwnName() throws {
      #expect(
        try render(
          "{{<p}}{{$a}}<{{$a}}inner{{/a}}>{{/a}}{{/p}}", partials: ["p": "{{$a}}outer{{/a}}"])
          == "<inner>")
    }

    @Test func blocksAreWrittenInTheContextOfTheirPlace() throws {
      #expect(
        try render(
          "{{<p}}{{$row}}{{.}};{{/row}}{{/p}}", ["x": .texts(["1", "2"])],
          partials: ["p": "{{#x}}{{$row}}{{/row}}{{/x}}"]) == "1;2;")
    }
  }

  @Test func aNameThatIsNotThereIsAnError() {
    let failure = #expect(throws: RenderFailure.self) { try render("a {{nmae}}") }
    #expect(failure?.diagnostic.id == "template/unknown-name")
    #expect(failure?.diagnostic.place?.column == 5)
  }

  @Test func aTemplateThatIsNotThereIsAnError() {
    var renderer = Renderer(Templates(files: [("article.mustache", "")]))
    var output: [UInt8] = []
    let failure = #expect(throws: RenderFailure.self) {
      try renderer.render("artcile", Record([:]), into: &output)
    }
    #expect(failure?.diagnostic.id == "template/missing-template")
    #expect(failure?.diagnostic.remedy == "did you mean `article`?")
  }

  @Test func manyShapesDoNotConfuseARenderer() throws {
    var renderer = Renderer(Templates(files: [("page.mustache", "{{a}}{{b}}")]))
    for number in 0..<3000 {
      var output: [UInt8] = []
      let values: [String: Value] =
        number % 2 == 0
        ? ["a": .number(number), "b": .text("")]
        : ["a": .text(""), "aa": .none, "b": .number(number)]
      try renderer.render("page", Record(values), into: &output)
      #expect(String(decoding: output, as: UTF8.self) == String(number))
    }
  }
}
