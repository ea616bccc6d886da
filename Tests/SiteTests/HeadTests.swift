import Testing

import Site

@Suite("What a page says of itself")
struct HeadTests {
  private static let base = "https://example.org/report/"

  private func head(_ page: String) throws -> String {
    try #require(page.between("<head>", "</head>"))
  }

  @Test("The stylesheet is published under a name that its bytes give, and every page links to it")
  func fingerprint() async throws {
    let site = try await TestSite(
      files: SmallReport.files,
      templates: ["assets/style.css": "abc", "assets/script.js": "", "assets/logo.svg": "<svg/>"])
    // The first digits of the SHA-256 of "abc" and of nothing.
    let style = "assets/style.ba7816bf8f01cfea.css"
    let script = "assets/script.e3b0c44298fc1c14.js"
    #expect(
      site.paths.filter { $0.hasPrefix("assets/") } == [
        "assets/icon.svg", "assets/logo.svg", script, style,
      ])
    let page = try head(site.page("en/articles/one/index.html"))
    #expect(page.contains("<link rel=\"stylesheet\" href=\"../../../\(style)\">"))
    #expect(page.contains("<script defer src=\"../../../\(script)\"></script>"))
    #expect(!page.contains("integrity"))
  }

  @Test("Where the site asks for it, pages say what must be in the stylesheet and the script")
  func integrity() async throws {
    var files = SmallReport.files
    files["site.yaml"] = "integrity: true\n"
    let site = try await TestSite(
      files: files, templates: ["assets/style.css": "abc", "assets/script.js": "abc"])
    // The SHA-384 of "abc".
    let digest = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
    for page in ["index.html", "articles/one/index.html"] {
      #expect(try head(site.page(page)).count(of: " integrity=\"\(digest)\">") == 2)
    }
  }

  @Test("A page has one title, a description, and a place of its own in each language")
  func addresses() async throws {
    let site = try await TestSite(files: SmallReport.files, baseURL: Self.base)
    #expect(
      try head(site.page("en/articles/two/index.html"))
        .split(separator: "\n").filter { $0.contains("rel=\"") || $0.contains("og:") }
        .filter { !$0.contains("icon") && !$0.contains("stylesheet") && !$0.contains("script") }
        == [
          #"<link rel="alternate" type="application/atom+xml" href="../../../en/feed.xml" title="Report">"#,
          #"<link rel="canonical" href="https://example.org/report/en/articles/two/">"#,
          #"<link rel="alternate" hreflang="x-default" href="https://example.org/report/articles/two/">"#,
          #"<link rel="alternate" hreflang="ar" href="https://example.org/report/articles/two/">"#,
          #"<link rel="alternate" hreflang="en" href="https://example.org/report/en/articles/two/">"#,
          #"<meta property="og:type" content="article">"#,
          #"<meta property="og:title" content="A call">"#,
          #"<meta property="og:site_name" content="Report">"#,
          #"<meta property="og:locale" content="en_US">"#,
          #"<meta property="og:locale:alternate" content="ar_EG">"#,
          #"<meta property="og:url" content="https://example.org/report/en/articles/two/">"#,
        ])
  }

  @Test("A site that does not know where it will stand has no absolute address in its pages")
  func relative() async throws {
    let site = try await TestSite(files: SmallReport.files)
    let page = try head(site.page("en/articles/two/index.html"))
    #expect(!page.contains("canonical") && !page.contains("og:url"))
    #expect(page.contains(#"hreflang="ar" href="../../../articles/two/index.html">"#))
  }

  @Test(
    "What a page is about, in its language",
    arguments: [
      ("en/index.html", "Report"),
      ("en/articles/one/index.html", "2 attributions from 2 originators, with no carrier between."),
      (
        "en/entities/kremlin/index.html",
        "organization · 2 articles · 1 mention · Said: 2 attributions"
      ),
      ("en/events/call/index.html", "consultation · about May 14, 2019 · 2 articles"),
      ("en/claims/talks/index.html", "1 independent origin · 2 attributions"),
      ("en/sources/paper/index.html", "Attributions published: 3"),
      ("en/claims/index.html", "Claims"),
    ])
  func descriptions(path: String, description: String) async throws {
    let page = try head(await TestSite(files: SmallReport.files).page(path))
    #expect(page.between("name=\"description\" content=\"", "\"") == description)
    #expect(page.between("og:description\" content=\"", "\"") == description)
  }

  @Test("An article that passes nothing on is described by its first words")
  func firstWords() async throws {
    var files = SmallReport.files
    files["articles/bare.txt"] =
      "---\ntitle: Bare\nlang: en\n---\n" + String(repeating: "words and ", count: 40)
    let page = try head(await TestSite(files: files).page("articles/bare/index.html"))
    let description = try #require(page.between("name=\"description\" content=\"", "\""))
    #expect(description.hasPrefix("words and words") && description.hasSuffix("words and…"))
    #expect(description.unicodeScalars.count <= 201)
  }

  @Test("The page for what is not found is not to be found itself")
  func notFound() async throws {
    let page = try head(
      await TestSite(files: SmallReport.files, baseURL: Self.base).page("404.html"))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(!page.contains("canonical") && !page.contains("hreflang"))
  }
}
