import Testing

import Site

@Suite("Citations")
struct CitationTests {
  private static let files = SmallReport.files.merging([
    "articles/three.txt": """
    ---
    lang: en
    title: 50% of $9 & a {brace}
    publisher: paper
    published: 2019-05-16
    authors: [Smith and Sons, Zayd]
    url: https://example.net/a_b
    ---
    Words.
    """
  ]) { $1 }

  private func citation(
    _ path: String, baseURL: String? = nil
  ) async throws -> (words: String, bibTeX: String) {
    let page = try await TestSite(files: Self.files, baseURL: baseURL).page(path)
    let details = try #require(page.between("<details class=\"cite\">", "</details>"))
    return (
      try #require(details.between("<p>", "</p>")).replacing(#/<[^>]*>/#, with: ""),
      try #require(details.between("<code>", "</code>"))
    )
  }

  @Test("An article: who wrote it, where it appeared, and where it is analysed")
  func article() async throws {
    let citation = try await citation(
      "en/articles/three/index.html", baseURL: "https://example.org/r/")
    #expect(
      citation.words == """
        Smith and Sons, Zayd. “50% of $9 &amp; a {brace}”. The Paper, May 16, 2019. \
        https://example.net/a_b. In: Report, https://example.org/r/en/articles/three/.
        """)
    #expect(
      citation.bibTeX == #"""
        @misc{article:three,
          author = {{Smith and Sons} and {Zayd}},
          title = {{50\% of \$9 \&amp; a \textbraceleft brace\textbraceright }},
          howpublished = {The Paper},
          year = {2019},
          month = may,
          url = {https://example.org/r/en/articles/three/},
          note = {In: Report. Original: https://example.net/a\_b}
        }
        """#)
  }

  @Test("An event and a claim: things of this report")
  func things() async throws {
    let event = try await citation("en/events/call/index.html")
    #expect(
      event.words == "“Call”, event, about May 14, 2019. In: Report. Data up to May 16, 2019.")
    #expect(
      event.bibTeX == """
        @misc{event:call,
          title = {{Call}},
          howpublished = {Report},
          year = {2019},
          month = may,
          note = {In: Report. Data up to May 16, 2019}
        }
        """)
    let claim = try await citation("claims/talks/index.html")
    #expect(
      claim.words.hasPrefix("«الجانبين […] الحوار»، قول. ضمن: تقرير. البيانات حتى 16 مايو"))
  }

  @Test("The last article counts that an event rests on, and one that only says something of it")
  func lastArticle() async throws {
    func words(_ more: [String: String]) async throws -> String {
      let page = try await TestSite(files: Self.files.merging(more) { $1 })
        .page("en/events/call/index.html")
      return try #require(page.between("<details class=\"cite\">", "</details>"))
        .replacing(#/<[^>]*>/#, with: "")
    }
    let article = [
      "articles/four.txt": "---\nlang: en\npublished: 2019-05-20\n---\nIt was said to be short.\n"
    ]
    #expect(try await words(article).contains("Data up to May 16, 2019."))
    let analysis = """
      {"format": "isnad/1", "article": "four", "entities": [], "mentions": [], "attributions": [
      {"id": "x", "content": {"exact": "short"}, "directness": "indirect", "about": ["call"],
      "chain": [{"source": null, "description": {"en": "somebody"}}]}]}
      """
    let both = article.merging(["analysis/four.json": analysis]) { $1 }
    #expect(try await words(both).contains("Data up to May 20, 2019."))
  }

  @Test(
    "What BibTeX takes for its own is written otherwise, and white space is one space",
    arguments: [
      ("a\\b", "a\\textbackslash b"), ("a ~ ^", #"a \textasciitilde  \textasciicircum "#),
      ("{{", #"\textbraceleft \textbraceleft "#), ("#1_2", "\\#1\\_2"),
      (" one\n\n two\t", "one two"), ("قال", "قال"), ("\"\u{64E}", "\"\u{64E}"),
    ])
  func escaping(text: String, escaped: String) {
    #expect(BibTeX.escaped(text).unicodeScalars.elementsEqual(escaped.unicodeScalars))
  }

  @Test("A key is of letters that BibTeX knows, and no two ids have the same")
  func keys() {
    #expect(BibTeX.key("article:a-b.c") == "article:a-b.c")
    #expect(BibTeX.key("خ_") == "_62e__5f_")
    #expect(BibTeX.key("a_") != BibTeX.key("a"))
  }
}
