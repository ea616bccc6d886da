import Testing

import Site

@Suite("The sitemap")
struct SitemapTests {
  private static let base = "https://example.org/r/"

  private func files(
    _ pages: [String], languages: [(lang: String, prefix: String)] = [("en", "")],
    limits: Sitemap.Limits = Sitemap.Limits()
  ) -> [String: String] {
    let sitemap = Sitemap(
      baseURL: Self.base, pages: pages, languages: languages, limits: limits)
    return Dictionary(
      uniqueKeysWithValues: sitemap.files.map {
        ($0.path, String(decoding: $0.bytes, as: UTF8.self))
      })
  }

  @Test("Each page is there in its language, with itself in every language beside it")
  func languages() throws {
    let files = files(
      ["articles/a&b/index.html", "en/index.html", "enough/index.html", "index.html"],
      languages: [("ar", ""), ("en", "en/")])
    #expect(
      files["sitemap.xml"] == """
        <?xml version="1.0" encoding="utf-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
        <url><loc>\(Self.base)articles/a%26b/</loc>\(links("articles/a%26b/"))</url>
        <url><loc>\(Self.base)en/</loc>\(links(""))</url>
        <url><loc>\(Self.base)enough/</loc>\(links("enough/"))</url>
        <url><loc>\(Self.base)</loc>\(links(""))</url>
        </urlset>

        """)
    #expect(
      files["robots.txt"] == "User-agent: *\nAllow: /\nSitemap: \(Self.base)sitemap.xml\n")
  }

  private func links(_ page: String) -> String {
    ["ar": "", "en": "en/"].sorted { $0.key < $1.key }.map {
      #"<xhtml:link rel="alternate" hreflang="\#($0.key)" href="\#(Self.base)\#($0.value)\#(page)"/>"#
    }.joined()
  }

  @Test("Past fifty thousand pages there are several, and an index of them")
  func split() throws {
    let pages = (1...100_001).map { "articles/\($0)/index.html" }
    let files = files(pages)
    #expect(
      files.keys.sorted() == [
        "robots.txt", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml",
      ])
    let parts = try (1...3).map { try #require(files["sitemap-\($0).xml"]) }
    #expect(parts.map { $0.count(of: "<loc>") } == [50_000, 50_000, 1])
    #expect(parts.allSatisfy { $0.hasSuffix("</urlset>\n") })
    let index = try #require(files["sitemap.xml"])
    #expect(index.contains("<sitemapindex xmlns="))
    #expect(
      index.components(separatedBy: "\n").filter { $0.hasPrefix("<sitemap>") }
        == (1...3).map { "<sitemap><loc>\(Self.base)sitemap-\($0).xml</loc></sitemap>" })
  }

  @Test("Exactly fifty thousand stand in one")
  func full() {
    let files = files((1...50_000).map { "articles/\($0)/index.html" })
    #expect(files.keys.sorted() == ["robots.txt", "sitemap.xml"])
  }

  @Test("No file is larger than the protocol allows")
  func size() {
    let files = files(
      (1...100).map { "articles/\($0)/index.html" }, limits: .init(addresses: 1000, bytes: 1000))
    let parts = files.filter { $0.key.hasPrefix("sitemap-") }
    #expect(parts.count > 5)
    #expect(parts.values.allSatisfy { $0.utf8.count <= 1000 })
    #expect(parts.values.reduce(0) { $0 + $1.count(of: "<loc>") } == 100)
  }

  @Test("A site that does not know where it will stand has none")
  func unknown() {
    let sitemap = Sitemap(baseURL: nil, pages: ["index.html"], languages: [("en", "")])
    #expect(sitemap.files.map(\.path) == ["robots.txt"])
  }
}
