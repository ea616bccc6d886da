import Mustache

/// `sitemap.xml` (sitemaps.org protocol 0.9) and `robots.txt`. A sitemap holds absolute addresses, so
/// that there is none where the site does not know where it will stand.
struct Sitemap {
  let files: [SiteFile]

  /// Addresses in one file, as the protocol has it.
  private static let limit = 50_000

  /// - Parameter pages: the paths of all HTML pages, in the order in which they are to stand.
  init(baseURL: String?, pages: [String]) {
    guard let baseURL else {
      files = [Self.robots("")]
      return
    }
    let addresses = pages.map { baseURL + Route(path: $0).canonical }
    let parts = stride(from: 0, to: addresses.count, by: Self.limit).map {
      Self.document(
        "urlset", "url", addresses[$0..<min($0 + Self.limit, addresses.count)])
    }
    let robots = Self.robots("Sitemap: \(baseURL)sitemap.xml\n")
    if parts.count == 1 {
      files = [robots, SiteFile(path: "sitemap.xml", bytes: parts[0])]
    } else {
      let named = parts.enumerated().map { SiteFile(path: "sitemap-\($0 + 1).xml", bytes: $1) }
      let index = Self.document("sitemapindex", "sitemap", named.map { baseURL + $0.path }[...])
      files = [robots, SiteFile(path: "sitemap.xml", bytes: index)] + named
    }
  }

  private static func document(
    _ root: String, _ element: String, _ addresses: ArraySlice<String>
  ) -> [UInt8] {
    var xml = Array(
      """
      <?xml version="1.0" encoding="utf-8"?>
      <\(root) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">

      """.utf8)
    for address in addresses {
      xml.append(contentsOf: "<\(element)><loc>".utf8)
      Escaping.html(address, into: &xml)
      xml.append(contentsOf: "</loc></\(element)>\n".utf8)
    }
    xml.append(contentsOf: "</\(root)>\n".utf8)
    return xml
  }

  private static func robots(_ sitemap: String) -> SiteFile {
    SiteFile(path: "robots.txt", bytes: Array("User-agent: *\nAllow: /\n\(sitemap)".utf8))
  }
}
