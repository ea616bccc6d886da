import Mustache
import Testing

@Suite struct ModelTests {
  @Test func fieldsAreReadByTheirNames() throws {
    let page = Page(
      title: "عنوان", lang: nil, quote: HTML(verbatim: "<q>x</q>"), count: 3, isOpen: true,
      tags: ["a", "b"], place: Link(label: "إدلب", href: "../idlib/"),
      rows: [Row(id: "1", children: [Row(id: "1.1", children: [])])])
    let templates = Templates(files: [
      (
        "page.mustache",
        """
        <h1>{{title}}</h1>{{^lang}}no lang{{/lang}} {{quote}} {{count}} {{#isOpen}}open{{/isOpen}}
        {{#tags}}[{{.}}]{{/tags}} {{#place}}<a href="{{href}}">{{label}}</a>{{/place}} {{place.label}}
        <ul>
          {{#rows}}
          {{>row}}
          {{/rows}}
        </ul>

        """
      ),
      (
        "row.mustache",
        """
        <li>{{id}}
          {{#children}}
          {{>row}}
          {{/children}}
        </li>

        """
      ),
    ])
    #expect(templates.check("page", root: Page.shape) == [])
    var renderer = Renderer(templates)
    var output: [UInt8] = []
    try renderer.render("page", page, into: &output)
    #expect(
      String(decoding: output, as: UTF8.self) == """
        <h1>عنوان</h1>no lang <q>x</q> 3 open
        [a][b] <a href="../idlib/">إدلب</a> إدلب
        <ul>
          <li>1
            <li>1.1
            </li>
          </li>
        </ul>

        """)
  }
}

private struct Link: StaticModel {
  let label: String
  let href: String
  static let fields = Fields<Link> { [.text("label", \.label), .text("href", \.href)] }
}

private struct Row: StaticModel {
  let id: String
  let children: [Row]
  static let fields = Fields<Row> { [.text("id", \.id), .many("children", \.children)] }
}

private struct Page: StaticModel {
  let title: String
  let lang: String?
  let quote: HTML
  let count: Int
  let isOpen: Bool
  let tags: [String]
  let place: Link?
  let rows: [Row]

  static let fields = Fields<Page> {
    [
      .text("title", \.title), .text("lang", \.lang), .html("quote", \.quote),
      .number("count", \.count), .flag("isOpen", \.isOpen), .texts("tags", \.tags),
      .one("place", \.place), .many("rows", \.rows),
    ]
  }
}
