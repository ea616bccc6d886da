import Corpus
import Evidence
import Mustache

/// Atom, RFC 4287.
extension PageMaker {
  func feed() throws -> SiteFile {
    try feed(routes.feed, title: siteTitle.text, page: routes.home, articles: evidence.newest)
  }

  func feed(ofEntity index: Int) throws -> SiteFile {
    let entity = evidence.entities[index]
    let route = routes.entity(entity.id)
    let articles = entity.articles.sorted { newest($0) < newest($1) }
    return try feed(
      route.file("feed.xml"), title: "\(views.entity(index).name.text) · \(siteTitle.text)",
      page: route, articles: articles)
  }

  private func newest(_ article: Int) -> (Int64, Int) {
    (-(corpus.articles[article].published?.earliest ?? 0), article)
  }

  /// An entry needs a time, so that articles without a date are left out.
  private func feed(_ route: Route, title: String, page: Route, articles: [Int]) throws -> SiteFile
  {
    let entries = Array(articles.lazy.filter(isDated).prefix(Self.entries))
      .map { entry($0, root: route.root) }
    let model = FeedPage(
      id: identifier(route), title: title, lang: strings.lang,
      updated: entries.map(\.updated).max() ?? "1970-01-01T00:00:00Z",
      selfAddress: address(route, root: route.root), page: address(page, root: route.root),
      generator: site.options.generator, entries: entries)
    return SiteFile(path: route.path, bytes: try render("feed.xml", model))
  }

  private static var entries: Int { 30 }

  private func isDated(_ article: Int) -> Bool {
    (corpus.articles[article].published?.earliest ?? .min) != .min
  }

  private func entry(_ index: Int, root: String) -> FeedPage.Entry {
    if let known = feedEntries[index] { return known }
    let route = routes.article(corpus.articles[index].id)
    let entry = FeedPage.Entry(
      id: identifier(route), title: corpus.articles[index].title,
      address: address(route, root: root),
      updated: Instant.text(corpus.articles[index].published?.earliest ?? 0),
      summary: views.summary(of: index), author: views.article(index).publisher?.name.text)
    // Relative addresses differ from feed to feed.
    if site.options.baseURL != nil { feedEntries[index] = entry }
    return entry
  }

  /// The absolute address where it is known, else a name that does not change.
  private func identifier(_ route: Route) -> String {
    site.options.baseURL.map { $0 + route.canonical } ?? "urn:isnad:\(route.href)"
  }

  private func address(_ route: Route, root: String) -> String {
    site.options.baseURL.map { $0 + route.canonical } ?? root + route.href
  }
}

/// RFC 3339 in UTC.
enum Instant {
  /// - Parameter second: since 1970-01-01T00:00Z.
  static func text(_ second: Int64) -> String {
    let date = GregorianCalendar.date(ofSecond: second)
    let rest = Int(((second % 86_400) + 86_400) % 86_400)
    return "\(pad(date.year, 4))-\(pad(date.month, 2))-\(pad(date.day, 2))"
      + "T\(pad(rest / 3600, 2)):\(pad(rest / 60 % 60, 2)):\(pad(rest % 60, 2))Z"
  }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(width - digits.count, 0)) + digits
  }
}
