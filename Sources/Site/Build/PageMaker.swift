import Corpus
import Evidence
import Markdown
import Mustache

/// Makes the pages of one language. One per worker and language; not `Sendable`.
final class PageMaker {
  let site: SiteContext
  let views: Views
  // Stored, since handing out parts of `site` would copy all of it.
  let evidence: Evidence
  let corpus: Corpus
  let strings: Strings
  let routes: Routes
  private let language: Int
  private var renderer: Renderer
  private var companions: Companions

  init(_ site: SiteContext, _ rows: RowStore, language: Int) {
    self.site = site
    self.language = language
    evidence = site.evidence
    corpus = site.evidence.corpus
    strings = site.languages[language].strings
    routes = site.languages[language].routes
    views = Views(
      evidence: site.evidence, strings: site.languages[language].strings,
      routes: site.languages[language].routes, rows: rows)
    renderer = Renderer(site.templates)
    companions = Companions(site.evidence)
  }

  /// The files that a job makes: the page, and what is published beside it.
  func files(for job: PageJob) throws -> [SiteFile] {
    switch job {
    case .home: [try home()]
    case .articles(let page): [try articles(page)]
    case .article(let index): try article(index)
    case .entities(let page): [try entities(page)]
    case .entity(let index):
      [try entity(index), try feed(ofEntity: index)] + briefFile(ofEntity: index)
    case .events(let page): [try events(page)]
    case .event(let index): [try event(index)] + briefFile(ofEvent: index)
    case .claims(let page): [try claims(page)]
    case .claim(let index): [try claim(index)]
    case .sources(let page): [try sources(page)]
    case .source(let index): [try source(index)]
    case .attributions(let page): [try attributions(page)]
    case .timeline: [try timeline()]
    case .year(let index, let page): [try year(index, page)]
    case .month(let year, let month, let page): [try self.month(year, month, page)]
    case .undated(let page): [try undated(page)]
    case .list(let list, let page): [try rows(list, page)]
    case .free(let index): [try free(index)]
    case .notFound: [try notFound()]
    case .feed: [try feed()]
    // Data are the same in every language.
    case .data(let table): language == 0 ? table.files(views) : []
    }
  }

  /// Renders one page with what all pages have around them.
  func page(
    _ template: String, _ route: Route, title: String, description: String? = nil,
    current: Section? = nil, feed: String? = nil, _ model: some Model
  ) throws -> SiteFile {
    let chrome = chrome(route, title, description, current, feed)
    return SiteFile(path: route.path, bytes: try render(template, model, chrome: chrome))
  }

  /// Renders a template with the words of the language beneath the models.
  func render(_ template: String, _ model: some Model, chrome: Chrome? = nil) throws -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1 << 14)
    var globals: [any Model] = [site.strings[language]]
    if let chrome { globals.append(chrome) }
    try renderer.render(template, model, globals: globals, into: &bytes)
    return bytes
  }

  /// A composed brief, as Markdown.
  func composedBrief(_ model: BriefModel) throws -> String {
    String(decoding: try render("brief.md", model), as: UTF8.self)
  }

  func companions(of entity: Int) -> [(entity: Int, articles: Int)] {
    companions.closest(to: entity, limit: Limits.shown)
  }

  /// A part of the site that the menu names.
  enum Section: CaseIterable {
    case articles, entities, timeline, claims, sources, attributions
  }

  private func chrome(
    _ route: Route, _ title: String, _ description: String?, _ current: Section?, _ feed: String?
  ) -> Chrome {
    let site = corpus.site
    return Chrome(
      root: root(of: route), lang: strings.lang, dir: strings.isRightToLeft ? "rtl" : "ltr",
      siteTitle: siteTitle, title: title, description: description, homePath: routes.home.href,
      stylesheet: self.site.stylesheet, feed: feed ?? routes.feed.href,
      menu: menu(current, root: root(of: route)), languages: otherLanguages(route),
      canonical: self.site.options.baseURL.map { $0 + route.canonical },
      alternates: alternates(route), cutoff: self.site.cutoff.map(views.dates.view),
      license: site.license, generator: self.site.options.generator)
  }

  var siteTitle: TextView { views.best(corpus.site.title) ?? views.word("isnad") }

  /// The page for what is not found is served at any depth: its links begin at the site's own root.
  func root(of route: Route) -> String {
    guard route.file == "404.html" else { return route.root }
    guard let base = site.options.baseURL, let authority = base.range(of: "://") else { return "/" }
    let path = base[authority.upperBound...].drop { $0 != "/" }
    return path.isEmpty ? "/" : String(path)
  }

  private func menu(_ current: Section?, root: String) -> [Chrome.MenuItemView] {
    let own = Section.allCases.map { section in
      Chrome.MenuItemView(
        name: strings["nav.\(section)"], href: root + route(of: section).href,
        isCurrent: section == current)
    }
    let further = corpus.site.menu.map { item in
      Chrome.MenuItemView(
        name: views.best(item.title)?.text ?? item.address,
        href: href(ofAddress: item.address, root: root), isCurrent: false)
    }
    return own + further
  }

  private func route(of section: Section) -> Route {
    switch section {
    case .articles: routes.articles
    case .entities: routes.entities
    case .timeline: routes.timeline
    case .claims: routes.claims
    case .sources: routes.sources
    case .attributions: routes.attributions
    }
  }

  /// An address of `site.yaml`: a site address, from its root, leads to the page in this language.
  private func href(ofAddress address: String, root: String) -> String {
    guard address.hasPrefix("/") else { return address }
    let path = routes.prefix + address.dropFirst()
    return root + (path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path)
  }

  private func otherLanguages(_ route: Route) -> [Chrome.LanguageView] {
    site.languages.enumerated().compactMap { position, other in
      guard position != language else { return nil }
      return Chrome.LanguageView(
        name: other.strings["language"], lang: other.strings.lang,
        dir: other.strings.isRightToLeft ? "rtl" : "ltr",
        path: other.routes.prefix.isEmpty && routes.prefix.isEmpty
          ? route.href : translated(route, to: other.routes).href)
    }
  }

  private func translated(_ route: Route, to other: Routes) -> Route {
    Route(other.prefix + route.folder.dropFirst(routes.prefix.count), file: route.file)
  }

  private func alternates(_ route: Route) -> [Chrome.AlternateView] {
    guard let base = site.options.baseURL, site.languages.count > 1 else { return [] }
    return site.languages.map { other in
      Chrome.AlternateView(
        lang: other.strings.lang, address: base + translated(route, to: other.routes).canonical)
    }
  }
}

/// One file of the site.
struct SiteFile {
  /// Relative to the output folder.
  let path: String
  let bytes: [UInt8]
}
