import Mustache

/// `sitemap.xml` (sitemaps.org protocol 0.9) and `robots.txt`. A sitemap holds absolute addresses, so
/// that there is none where the site does not know where it will stand.
package struct Sitemap {
  package let files: [SiteFile]

  /// What one file may hold, as the protocol has it.
  package struct Limits {
    let addresses: Int
    /// Before compression.
    let bytes: Int

    package init(addresses: Int = 50_000, bytes: Int = 50 * 1024 * 1024) {
      self.addresses = addresses
      self.bytes = bytes
    }
  }

  /// - Parameters:
  ///   - pages: the paths of all HTML pages, in the order in which they are to stand.
  ///   - languages: each with the folder that its pages stand in, the first at the root. Every page is
  ///     there in every language.
  package init(
    baseURL: String?, pages: [String], languages: [(lang: String, prefix: String)],
    limits: Limits = Limits()
  ) {
    guard let baseURL else {
      files = [Self.robots("")]
      return
    }
    var writer = SitemapWriter(baseURL, languages, limits)
    for page in pages { writer.add(page) }
    let parts = writer.finish()
    let robots = Self.robots("Sitemap: \(baseURL)sitemap.xml\n")
    if parts.count == 1 {
      files = [robots, SiteFile(path: "sitemap.xml", bytes: parts[0])]
    } else {
      let named = parts.enumerated().map { SiteFile(path: "sitemap-\($0 + 1).xml", bytes: $1) }
      let index = Self.index(of: named.map { baseURL + $0.path })
      files = [robots, SiteFile(path: "sitemap.xml", bytes: index)] + named
    }
  }

  private static func index(of addresses: [String]) -> [UInt8] {
    var xml = Array(SitemapWriter.opening("sitemapindex", namespaces: "").utf8)
    for address in addresses {
      xml.append(contentsOf: "<sitemap><loc>".utf8)
      Escaping.html(address, into: &xml)
      xml.append(contentsOf: "</loc></sitemap>\n".utf8)
    }
    xml.append(contentsOf: "</sitemapindex>\n".utf8)
    return xml
  }

  private static func robots(_ sitemap: String) -> SiteFile {
    SiteFile(path: "robots.txt", bytes: Array("User-agent: *\nAllow: /\n\(sitemap)".utf8))
  }
}

/// Writes sitemaps, a new one when the last is full.
private struct SitemapWriter {
  private let limits: Sitemap.Limits
  /// The addresses of the languages' folders, escaped; the first is the site's own.
  private let folders: [(lang: [UInt8], prefix: String, address: [UInt8])]
  private let head: [UInt8]
  private var parts: [[UInt8]] = []
  private var part: [UInt8] = []
  private var addresses = 0

  init(_ baseURL: String, _ languages: [(lang: String, prefix: String)], _ limits: Sitemap.Limits) {
    self.limits = limits
    folders = languages.map {
      (Self.escaped($0.lang), $0.prefix, Self.escaped(baseURL + PercentEncoding.path($0.prefix)))
    }
    let xhtml = #" xmlns:xhtml="http://www.w3.org/1999/xhtml""#
    head = Array(Self.opening("urlset", namespaces: languages.count > 1 ? xhtml : "").utf8)
    part = head
  }

  static func opening(_ root: String, namespaces: String) -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <\(root) xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"\(namespaces)>

    """
  }

  private static let closing = Array("</urlset>\n".utf8)

  mutating func add(_ page: String) {
    let entry = entry(page)
    let size = part.count + entry.count + Self.closing.count
    if addresses > 0, addresses == limits.addresses || size > limits.bytes {
      parts.append(part + Self.closing)
      part = head
      addresses = 0
    }
    part += entry
    addresses += 1
  }

  consuming func finish() -> [[UInt8]] { parts + [part + Self.closing] }

  /// A page, and the same page in every language.
  private func entry(_ page: String) -> [UInt8] {
    let own = folders.lastIndex { page.hasPrefix($0.prefix) } ?? 0
    let rest = Self.escaped(
      Route(path: String(page.dropFirst(folders[own].prefix.count))).canonical)
    var xml = Array("<url><loc>".utf8)
    xml += folders[own].address
    xml += rest
    xml.append(contentsOf: "</loc>".utf8)
    if folders.count > 1 {
      for folder in folders {
        xml.append(contentsOf: "<xhtml:link rel=\"alternate\" hreflang=\"".utf8)
        xml += folder.lang
        xml.append(contentsOf: "\" href=\"".utf8)
        xml += folder.address
        xml += rest
        xml.append(contentsOf: "\"/>".utf8)
      }
    }
    xml.append(contentsOf: "</url>\n".utf8)
    return xml
  }

  private static func escaped(_ text: String) -> [UInt8] {
    var escaped: [UInt8] = []
    Escaping.html(text, into: &escaped)
    return escaped
  }
}
