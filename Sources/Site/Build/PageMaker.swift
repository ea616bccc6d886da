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
  let language: Int
  let linkedNodes: LinkedNodes
  private var renderer: Renderer
  var navigations: [Section?: Navigation] = [:]
  /// By article, where they are the same in all feeds.
  var feedEntries: [Int: FeedPage.Entry] = [:]
  /// For each template the room that its last page took, and some more: the next one's is alike.
  private var sizes: [String: Int] = [:]
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
    linkedNodes = LinkedNodes(
      views, isServed: site.options.baseURL != nil,
      first: site.languages.first?.routes ?? site.languages[language].routes)
    renderer = Renderer(site.templates, constants: [site.strings[language], Frame()])
    companions = Companions(site.evidence)
  }

  /// The files that a job makes: the page, and what is published beside it.
  ///
  /// - Parameters:
  ///   - check: called before the first is taken, but for names and data, which have no rows that could
  ///     fail.
  ///   - put: takes one after the other.
  func forEachFile(
    of job: PageJob, check: () throws -> Void, _ put: (SiteFile) throws -> Void
  ) throws {
    switch job {
    case .names: try names(put)
    // Data are the same in every language.
    case .data(let table): if language == 0 { try table.forEachFile(views, put) }
    default:
      let files = try files(for: job)
      try check()
      for file in files { try put(file) }
    }
  }

  private func files(for job: PageJob) throws -> [SiteFile] {
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
    case .brokenChains(let kind, let page): [try brokenChains(kind, page)]
    case .timeline: [try timeline()]
    case .year(let index, let page): [try year(index, page)]
    case .month(let year, let month, let page): [try self.month(year, month, page)]
    case .day(let year, let month, let day, let page): [try self.day(year, month, day, page)]
    case .undated(let page): [try undated(page)]
    case .tags(let page): [try tags(page)]
    case .tag(let index): [try tag(index)]
    case .list(let list, let page): [try rows(list, page)]
    case .free(let index): [try free(index)]
    case .search: [try search()]
    case .notFound: [try notFound()]
    case .feed: [try feed()]
    // Those that may be too much to be held all at once.
    case .names, .data: []
    }
  }

  /// Renders one page with what all pages have around them.
  ///
  /// - Parameters:
  ///   - description: the title and the site's own where the page has none.
  ///   - feed: the site's own where the page has none.
  ///   - tell: writes what the page tells as linked data; a list has nothing but itself to tell of.
  func page(
    _ template: String, _ route: Route, title: String, description: String? = nil,
    current: Section? = nil, feed: String? = nil, kind: OpenGraphKind = .website,
    citation: CitationView? = nil, data tell: ((inout LinkedData) -> Void)? = nil,
    _ model: some Model
  ) throws -> SiteFile {
    let head = PageHead(
      title: title, description: description, feed: feed, kind: kind,
      data: linkedData(route) { data in
        if let tell { tell(&data) } else { data.page("CollectionPage", route, title: title) }
      }, citation: citation)
    let chrome = chrome(route, head, current)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(sizes[template, default: 1 << 14])
    try renderer.render(
      template, model, globals: [chrome], placeholder: root(of: route), own: own(route),
      into: &bytes)
    sizes[template] = bytes.count + bytes.count / 8
    return SiteFile(path: route.path, bytes: bytes)
  }

  /// Renders what is not a page of its own.
  func render(_ template: String, _ model: some Model) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try renderer.render(template, model, into: &bytes)
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
}

/// One file of the site.
package struct SiteFile {
  /// Relative to the output folder.
  package let path: String
  package let bytes: [UInt8]
}
