import Diagnostics
import Testing

import Preview

@Suite("An open page")
struct FollowerTests {
  static let files = [
    "index.html": "home", "a/index.html": "page", "404.html": "nothing",
    "assets/style.css": "old", "assets/icon.svg": "icon", "data/table.csv": "1",
  ]

  func state(_ changes: [String: String] = [:], removed: String? = nil) -> PreviewState {
    var files = Self.files.merging(changes) { $1 }.mapValues { Array($0.utf8) }
    if let removed { files[removed] = nil }
    return PreviewState(base: .root, site: PreviewSite(StoredFiles(files)))
  }

  /// A page that has just been loaded.
  func follower(_ path: String, of state: PreviewState) async throws -> LiveFollower {
    let answer = await state.answer(Question(path: path))
    let page = String(decoding: answer.body, as: UTF8.self)
    let match = try #require(
      page.firstMatch(of: /data-page="([^"]*)" data-style="([^"]*)" data-assets="([^"]*)"/))
    var follower = LiveFollower(
      query: "path=\(PercentEncoding.encode(path.utf8))&page=\(match.1)&style=\(match.2)"
        + "&assets=\(match.3)")
    #expect(follower.path == path)
    #expect(
      await follower.news(of: state) == "event: well\ndata: all is well\n\n" || state.site == nil)
    return follower
  }

  static let nothing = ":\n\n"

  @Test("is loaded again when its own bytes changed, and told so once")
  func changed() async throws {
    var follower = try await follower("/a/", of: state())
    #expect(await follower.news(of: state()) == Self.nothing)
    let news = await follower.news(of: state(["a/index.html": "other"]))
    #expect(news.hasPrefix("event: reload\ndata: "))
    #expect(await follower.news(of: state(["a/index.html": "other"])) == Self.nothing)
  }

  @Test("is left alone when other pages or tables changed, or came, or went")
  func others() async throws {
    var follower = try await follower("/a/", of: state())
    let changes = ["index.html": "other", "b/index.html": "new", "data/table.csv": "2"]
    #expect(await follower.news(of: state(changes)) == Self.nothing)
    #expect(await follower.news(of: state(removed: "index.html")) == Self.nothing)
  }

  @Test("exchanges its stylesheet when only that changed")
  func style() async throws {
    var follower = try await follower("/a/", of: state())
    let news = await follower.news(of: state(["assets/style.css": "new"]))
    #expect(news.hasPrefix("event: style\ndata: "))
    #expect(await follower.news(of: state(["assets/style.css": "new"])) == Self.nothing)
    #expect(
      await follower.news(of: state(["assets/style.css": "newer", "a/index.html": "other"]))
        .hasPrefix("event: reload\n"))
  }

  @Test("is loaded again when something else that pages load changed")
  func assets() async throws {
    var follower = try await follower("/a/", of: state())
    #expect(
      await follower.news(of: state(["assets/icon.svg": "new"])).hasPrefix("event: reload\n"))
  }

  @Test("is loaded again when it goes, and when it comes back")
  func gone() async throws {
    var follower = try await follower("/a/", of: state())
    let without = state(removed: "a/index.html")
    #expect(await follower.news(of: without).hasPrefix("event: reload\n"))
    var missing = try await self.follower("/a/", of: without)
    #expect(await missing.news(of: without) == Self.nothing)
    #expect(await missing.news(of: state()).hasPrefix("event: reload\n"))
  }

  @Test("shows what is wrong, and that it is mended")
  func problems() async throws {
    var follower = try await follower("/a/", of: state())
    var wrong = state()
    wrong.problems = ProblemReport([Diagnostic(.error, "a/b", "it is wrong")])
    let news = await follower.news(of: wrong)
    #expect(news.hasPrefix("event: problems\ndata: <h1>The site has an error</h1>\ndata: <ol>\n"))
    #expect(news.contains("it is wrong"))
    #expect(await follower.news(of: wrong) == Self.nothing)
    wrong.problems = ProblemReport([Diagnostic(.error, "a/b", "it is wrong otherwise")])
    #expect(await follower.news(of: wrong).contains("it is wrong otherwise"))
    #expect(await follower.news(of: state()) == "event: well\ndata: all is well\n\n")
  }

  @Test("waits in place of a site that is not there yet, for what is wrong and for the site")
  func beginning() async throws {
    let building = PreviewState(base: .root)
    #expect(await building.answer(Question(path: "/a/")).status == .unavailable)
    var waiting = try await follower("/a/", of: building)
    #expect(await waiting.news(of: building) == Self.nothing)
    var wrong = building
    wrong.problems = ProblemReport([Diagnostic(.error, "a/b", "it is wrong")])
    #expect(await waiting.news(of: wrong).hasPrefix("event: reload\n"))
    let answer = await wrong.answer(Question(path: "/a/"))
    #expect(String(decoding: answer.body, as: UTF8.self).contains("it is wrong"))
    var told = try await follower("/a/", of: wrong)
    #expect(await told.news(of: wrong) == Self.nothing)
    #expect(await told.news(of: state()).hasPrefix("event: reload\n"))
  }

  /// A site of which one page cannot be made.
  struct Broken: PreviewFiles {
    let message: String
    var assets: [String: [UInt8]] { [:] }

    func contains(_ path: String) -> Bool { true }

    func bytes(of path: String) throws -> [UInt8]? {
      throw PreviewFailure([Diagnostic(.error, "template/too-deep", message)])
    }
  }

  @Test("that cannot be made says why, and is loaded again when it can")
  func broken() async throws {
    let broken = PreviewState(base: .root, site: PreviewSite(Broken(message: "it is too deep")))
    let answer = await broken.answer(Question(path: "/a/"))
    #expect(answer.status == .failed)
    #expect(String(decoding: answer.body, as: UTF8.self).contains("it is too deep"))
    var follower = try await follower("/a/", of: broken)
    #expect(await follower.news(of: broken) == Self.nothing)
    #expect(await follower.news(of: state()).hasPrefix("event: reload\n"))
  }
}

@Suite("What is wrong, in a page")
struct ProblemReportTests {
  @Test("is told with its place, the marked words of its line, and its remedy")
  func error() {
    let report = ProblemReport([
      Diagnostic(
        .error, "reference/unknown-entity", "“x” is not the id of an entity",
        at: Place(
          file: "content/a.json", line: 3, column: 7, excerpt: "قال الوزير أمس", marked: 4..<10),
        notes: [.init("it was here", at: Place(file: "content/b.md"))],
        remedy: "did you mean “y”?"),
      Diagnostic(.warning, "a/b", "this is only a warning"),
    ])
    #expect(
      report.html == """
        <h1>The site has an error</h1>
        <ol>
        <li>
        <p class="message" dir="auto">“x” is not the id of an entity</p>
        <p class="place"><bdi>content/a.json:3:7</bdi> \
        <span class="id">reference/unknown-entity</span></p>
        <pre dir="auto">قال <mark>الوزير</mark> أمس</pre>
        <p class="note" dir="auto">it was here</p>
        <p class="place"><bdi>content/b.md:1:1</bdi></p>
        <p class="remedy" dir="auto">did you mean “y”?</p>
        </li>
        </ol>

        """)
  }

  @Test("is text, whatever the content says")
  func hostile() {
    let words = "\"><script>alert(1)</script><img src=x onerror='alert(2)'>\r\n&"
    let place = Place(file: words, line: 1, column: 1, excerpt: words, marked: 2..<9)
    let report = ProblemReport([
      Diagnostic(
        .error, "a/b", words, at: place, notes: [.init(words, at: place)], remedy: words)
    ])
    #expect(!report.html.contains("<script"))
    #expect(!report.html.contains("<img"))
    #expect(!report.html.contains("\r"))
    #expect(report.html.contains("&quot;&gt;&lt;script&gt;alert(1)"))
  }

  @Test("is as much as one can read, and says how much more there is")
  func many() {
    let report = ProblemReport((1...53).map { Diagnostic(.error, "a/b", "number \($0)") })
    #expect(report.html.hasPrefix("<h1>The site has 53 errors</h1>"))
    #expect(report.html.split(separator: "<li>").count == 51)
    #expect(report.html.hasSuffix("<p>The terminal where isnad runs shows 3 more.</p>\n"))
  }
}
