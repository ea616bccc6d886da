import Corpus
import Mustache

/// What a page says of itself to those who do not read it: search engines, feeds, networks.
struct PageHead {
  let title: String
  let description: String?
  let feed: String?
  let kind: OpenGraphKind
  /// JSON-LD, safe within `<script>`.
  let data: HTML
  let citation: CitationView?
}

/// Open Graph's `og:type`.
enum OpenGraphKind: String {
  case website, article, profile
}

/// What stands around every page.
extension PageMaker {
  func chrome(_ route: Route, _ head: PageHead, _ current: Section?) -> Chrome {
    let settings = corpus.site
    let root = root(of: route)
    let isIndexed = isIndexed(route)
    return Chrome(
      lang: strings.lang, dir: strings.isRightToLeft ? "rtl" : "ltr",
      siteTitle: siteTitle, title: head.title,
      description: head.description ?? description(titled: head.title),
      homePath: routes.home.href, stylesheet: site.assets.stylesheet, script: site.assets.script,
      searchPath: routes.search.href, isSearch: route == routes.search,
      openGraphType: head.kind.rawValue, locale: site.languages[language].locale,
      otherLocales: site.languages.indices.filter { $0 != language }
        .map { site.languages[$0].locale },
      isIndexed: isIndexed, isHome: route == routes.home,
      linkedData: isIndexed ? head.data : nil, citation: head.citation,
      feed: head.feed ?? routes.feed.href,
      navigation: navigation(current), languages: otherLanguages(route),
      canonical: isIndexed ? site.options.baseURL.map { $0 + route.canonical } : nil,
      alternates: isIndexed ? alternates(route, root: root) : [],
      cutoff: cutoff(on: route).map(views.dates.view), license: settings.license,
      generator: site.options.generator)
  }

  /// The day up to which the data reach, where the site states it. What is but the day of the last
  /// article stands on the first page alone: else every page would change with each new day.
  private func cutoff(on route: Route) -> EDTF? {
    corpus.site.cutoff ?? (route == routes.home ? site.cutoff : nil)
  }

  /// The page for what is not found stands for no address.
  private func isIndexed(_ route: Route) -> Bool { route.file != routes.notFound.file }

  func linkedData(_ route: Route, tell: (inout LinkedData) -> Void) -> HTML {
    let first = site.languages.first?.routes ?? routes
    var data = LinkedData(
      views,
      Identifiers(baseURL: site.options.baseURL, root: root(of: route), first: first), linkedNodes)
    tell(&data)
    return HTML(data.finish())
  }

  /// Of a page that says nothing of its own: its title, and what the site is.
  private func description(titled title: String) -> String {
    title + (views.best(corpus.site.description).map { " · \($0.text)" } ?? "")
  }

  var siteTitle: TextView { views.best(corpus.site.title) ?? views.word("isnad") }

  /// The page for what is not found is served at any depth: its links begin at the site's own root.
  func root(of route: Route) -> String {
    guard route.file == "404.html" else { return route.root }
    guard let base = site.options.baseURL, let authority = base.range(of: "://") else { return "/" }
    let path = base[authority.upperBound...].drop { $0 != "/" }
    return path.isEmpty ? "/" : String(path)
  }

  /// How links to a page go on from the site's root; it needs no escaping. Nothing is linked to in a
  /// page that is served under any address.
  func own(_ route: Route) -> String { isIndexed(route) ? route.href : "" }

  /// Made once for each section, since it stands on every page.
  private func navigation(_ current: Section?) -> Navigation {
    if let known = navigations[current] { return known }
    let own = Section.allCases.map { section in
      Navigation.Item(
        name: strings["nav.\(section)"], path: route(of: section).href, isElsewhere: false,
        isCurrent: section == current)
    }
    let further = corpus.site.menu.map { item in
      Navigation.Item(
        name: views.best(item.title)?.text ?? item.address, path: path(ofAddress: item.address),
        isElsewhere: !item.address.hasPrefix("/"), isCurrent: false)
    }
    let navigation = Navigation(menu: own + further)
    navigations[current] = navigation
    return navigation
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
  private func path(ofAddress address: String) -> String {
    guard address.hasPrefix("/") else { return address }
    let path = routes.prefix + address.dropFirst()
    return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
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

  /// The page in every language, and first of all where no language is asked for. Absolute where the
  /// site knows where it will stand, as search engines want it, else from this page on.
  private func alternates(_ route: Route, root: String) -> [Chrome.AlternateView] {
    guard let first = site.languages.first, site.languages.count > 1 else { return [] }
    func address(_ other: Languages.Language) -> String {
      let route = translated(route, to: other.routes)
      return site.options.baseURL.map { $0 + route.canonical } ?? root + route.href
    }
    return [Chrome.AlternateView(lang: "x-default", address: address(first))]
      + site.languages.map { .init(lang: $0.strings.lang, address: address($0)) }
  }
}
