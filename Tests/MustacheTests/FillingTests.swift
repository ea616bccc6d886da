import Mustache
import Testing

/// A page links to places by the way to the site's root, which is the placeholder. To a place in itself
/// it links by that place alone.
@Suite("Placeholders, and links to the page itself") struct FillingTests {
  private static let own = "articles/a/index.html"
  private let templates = Templates(files: [
    ("page.mustache", "{{> direct}}{{#links}}{{> link}}{{/links}}{{{row}}}"),
    (
      "direct.mustache",
      #"<a href="{{root}}{{here}}">d</a><a href="{{{root}}}articles/a/index.html#e">"#
    ),
    ("link.mustache", #"<a href="{{root}}{{path}}">"#),
  ])

  private func page(root: String, own: String, _ paths: [String]) throws -> String {
    var maker = Renderer(templates)
    let links = paths.map { Place(path: $0) }
    let row = try links.flatMap { try maker.renditions("link", $0, globals: [Root()]) }
    var renderer = Renderer(templates)
    var output: [UInt8] = []
    // What was kept at the first is met again at the second.
    for _ in 1...2 {
      output.removeAll()
      try renderer.render(
        "page",
        Page(here: Self.own + "#d", links: links, row: HTML(renditions: row)),
        globals: [Root()], placeholder: root, own: own, into: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  @Test("Only links to places in the page are shortened, wherever they come from")
  func places() throws {
    let paths = [Self.own + "#b", Self.own, "articles/ab/index.html#b", "x#b", "#b", ""]
    let links = [
      ##"<a href="#b">"##, #"<a href="../../articles/a/index.html">"#,
      #"<a href="../../articles/ab/index.html#b">"#, #"<a href="../../x#b">"#,
      #"<a href="../../#b">"#, #"<a href="../../">"#,
    ].joined()
    let direct = ##"<a href="#d">d</a><a href="#e">"##
    #expect(try page(root: "../../", own: Self.own, paths) == direct + links + links)
  }

  @Test("What was kept and what is made for the first time are the same")
  func kept() throws {
    let templates = Templates(files: [
      ("page.mustache", #"{{#links}}<a href="{{root}}{{> path}}">{{/links}}"#),
      ("path.mustache", "{{#own}}{{path}}{{/own}}"),
    ])
    let place = Place(path: Self.own + "#b")
    let holder = Holder(links: [Outer(own: place), Outer(own: place)])
    var renderer = Renderer(templates)
    for _ in 1...2 {
      var output: [UInt8] = []
      try renderer.render(
        "page", holder, globals: [Root()], placeholder: "../../", own: Self.own, into: &output)
      let link = #"<a href="../../articles/a/index.html#b">"#
      #expect(String(decoding: output, as: UTF8.self) == link + link)
    }
  }

  @Test("The page at the root has no way to it, and is shortened all the same")
  func root() throws {
    let expected = ##"<a href="articles/a/index.html#d">d</a><a href="articles/a/index.html#e">"##
    let links = ##"<a href="#b"><a href="ar/index.html#b">"##
    #expect(
      try page(root: "", own: "index.html", ["index.html#b", "ar/index.html#b"])
        == expected + links + links)
  }

  @Test("A page that has no address of its own keeps all links")
  func nowhere() throws {
    let link = #"<a href="/articles/a/index.html#b">"#
    #expect(
      try page(root: "/", own: "", [Self.own + "#b"])
        == #"<a href="/articles/a/index.html#d">d</a><a href="/articles/a/index.html#e">"#
        + link + link)
  }
}

private struct Root: StaticModel {
  static let fields = Fields<Self> { [.placeholder("root")] }
}

private final class Place: KeptModel {
  let path: String
  init(path: String) { self.path = path }
  static let fields = Fields<Place> { [.text("path", \.path)] }
}

private struct Page: StaticModel {
  let here: String
  let links: [Place]
  let row: HTML
  static let fields = Fields<Page> {
    [.text("here", \.here), .many("links", \.links), .html("row", \.row)]
  }
}

private struct Outer: StaticModel {
  let own: Place
  static let fields = Fields<Self> { [.one("own", \.own)] }
}

private struct Holder: StaticModel {
  let links: [Outer]
  static let fields = Fields<Self> { [.many("links", \.links)] }
}
