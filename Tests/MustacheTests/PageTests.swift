import Foundation
import Mustache
import Testing

/// A page as the report has them: 11 KB, 180 values, mostly rows of a table, half of it Arabic.
@Suite struct PageTests {
  private let templates = Templates(files: [
    (
      "page.mustache",
      """
      <!doctype html>
      <title>{{title}}</title>
      <h1>{{title}}</h1>
      <table>
        {{#rows}}
      {{>row}}
        {{/rows}}
      </table>
      {{#tags}}<a class="tag" href="#tags">{{.}}</a>{{/tags}}

      """
    ),
    (
      "row.mustache",
      """
      <tr id="attribution-{{id}}" class="attribution stance-{{stance}} attribution-of-the-article">
        <td class="speaker"><a href="{{speaker.href}}" class="entity"><bdi>{{speaker.label}}</bdi></a>
        <td class="cue"{{#language}} lang="{{.}}" dir="auto"{{/language}}>{{cue}} ({{count}})</td>
        <td class="quotation"><q cite="#{{id}}" class="quoted-content of-the-speaker">{{quote}}</q></td>
        <td class="date of-the-event"><time datetime="{{date}}" class="date-of-event">{{date}}</time></td>
        <td class="links"><a class="link-to-the-passage" href="#passage" hreflang="ar">↩</a></td>
      </tr>

      """
    ),
  ])

  private let page = Page(
    title: "نداء \"إدلب\" & ما بعده",
    rows: (0..<16).map { number in
      Row(
        id: "a\(number)", stance: "neutral",
        speaker: Speaker(label: "المتحدث «\(number)»", href: "../../entities/spokesman-\(number)/"),
        cue: "قال", count: number, language: number % 2 == 0 ? "ar" : nil,
        quote: "إنّ القوات \"\u{64E}لم تستهدف\" أيّ منشأة مدنية في محافظة إدلب & ما حولها",
        date: "2019-05-\(number + 10)")
    },
    tags: (0..<10).map { "وسم <\($0)>" })

  @Test func everyByteIsAsItShouldBe() throws {
    #expect(templates.check(pages: [("page", Page.shape)]) == [])
    var renderer = Renderer(templates)
    var output: [UInt8] = []
    try renderer.render("page", page, into: &output)

    let title = "نداء &quot;إدلب&quot; &amp; ما بعده"
    let quote =
      "إنّ القوات &quot;\u{64E}لم تستهدف&quot; أيّ منشأة مدنية في محافظة إدلب &amp; ما حولها"
    var expected = "<!doctype html>\n<title>\(title)</title>\n<h1>\(title)</h1>\n<table>\n"
    for number in 0..<16 {
      let language = number % 2 == 0 ? " lang=\"ar\" dir=\"auto\"" : ""
      let date = "2019-05-\(number + 10)"
      expected += """
        <tr id="attribution-a\(number)" class="attribution stance-neutral attribution-of-the-article">
          <td class="speaker"><a href="../../entities/spokesman-\(number)/" class="entity">\
        <bdi>المتحدث «\(number)»</bdi></a>
          <td class="cue"\(language)>قال (\(number))</td>
          <td class="quotation"><q cite="#a\(number)" class="quoted-content of-the-speaker">\(quote)\
        </q></td>
          <td class="date of-the-event"><time datetime="\(date)" class="date-of-event">\(date)</time></td>
          <td class="links"><a class="link-to-the-passage" href="#passage" hreflang="ar">↩</a></td>
        </tr>

        """
    }
    expected += "</table>\n"
    for number in 0..<10 {
      expected += "<a class=\"tag\" href=\"#tags\">وسم &lt;\(number)&gt;</a>"
    }
    expected += "\n"
    #expect(output == Array(expected.utf8))
    #expect(output.count > 11_000)
  }

  @Test func aRendererThatFailedRendersTheNextPageAsWell() throws {
    let templates = Templates(files: [
      ("page.mustache", " {{<p}}{{$b}}{{#a}}{{.}}{{x}}{{/a}}{{/b}}{{/p}}"),
      ("p.mustache", "  {{$b}}\n  {{/b}}\n"),
    ])
    var renderer = Renderer(templates)
    var output: [UInt8] = []
    #expect(throws: RenderFailure.self) {
      try renderer.render("page", Record(["a": .texts(["1", "2"])]), into: &output)
    }
    try renderer.render(
      "page", Record(["a": .texts(["1", "2"]), "x": .text(";")]), into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "   1;2;")
  }

  /// Prints the time that one page takes: `MUSTACHE_MEASURE=1 swift test -c release --filter PageTests`.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["MUSTACHE_MEASURE"] != nil))
  func isRenderedInLessThanATenthOfAMillisecond() throws {
    var renderer = Renderer(templates)
    var output: [UInt8] = []
    var best = Duration.seconds(1)
    let clock = ContinuousClock()
    for _ in 0..<100 {
      let start = clock.now
      for _ in 0..<100 {
        output.removeAll(keepingCapacity: true)
        try renderer.render("page", page, into: &output)
      }
      best = min(best, start.duration(to: clock.now) / 100)
    }
    print("A page of \(output.count) bytes takes \(best).")
    #expect(best < .microseconds(100))
  }
}

private struct Speaker: StaticModel {
  let label: String
  let href: String
  static let fields = Fields<Speaker> { [.text("label", \.label), .text("href", \.href)] }
}

private struct Row: StaticModel {
  let id: String
  let stance: String
  let speaker: Speaker
  let cue: String
  let count: Int
  let language: String?
  let quote: String
  let date: String

  static let fields = Fields<Row> {
    [
      .text("id", \.id), .text("stance", \.stance), .one("speaker", \.speaker), .text("cue", \.cue),
      .number("count", \.count), .text("language", \.language), .text("quote", \.quote),
      .text("date", \.date),
    ]
  }
}

private struct Page: StaticModel {
  let title: String
  let rows: [Row]
  let tags: [String]

  static let fields = Fields<Page> {
    [.text("title", \.title), .many("rows", \.rows), .texts("tags", \.tags)]
  }
}
