import Corpus
import Mustache

/// Pages at the old addresses of articles and free pages, which lead to the new ones.
struct Redirects {
  let files: [SiteFile]

  init(_ corpus: Corpus, _ routes: Routes) {
    var files: [SiteFile] = []
    var seen: Set<String> = []
    func add(_ alias: String, _ route: Route) {
      let path = OldAddress.path(alias)
      // Several languages of one page may name one alias: it leads to the first.
      guard seen.insert(path).inserted else { return }
      files.append(SiteFile(path: path, bytes: Self.page(to: Route(path: path).root + route.href)))
    }
    for article in corpus.articles {
      for alias in article.aliases { add(alias, routes.article(article.id)) }
    }
    for page in corpus.pages {
      for alias in page.aliases { add(alias, routes.page(page.id)) }
    }
    self.files = files
  }

  /// Such a page shows and loads nothing.
  private static let policy = "default-src 'none'; base-uri 'none'; form-action 'none'"

  private static func page(to address: String) -> [UInt8] {
    var target: [UInt8] = []
    Escaping.html(address, into: &target)
    let href = String(decoding: target, as: UTF8.self)
    return Array(
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <title>\(href)</title>
      <meta http-equiv="refresh" content="0; url=\(href)">
      <meta name="robots" content="noindex">
      </head>
      <body>
      <p><a href="\(href)">\(href)</a></p>
      </body>
      </html>

      """.utf8)
  }
}
