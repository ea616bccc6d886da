/// What pages and things are called in linked data: IRIs, absolute where the site knows where it will
/// stand, else from the file that they are written in.
///
/// A thing is the same in every language of the interface, so that it has the address of its page in
/// the first, and a fragment that tells it from the page.
struct Identifiers {
  /// The site's address, or the way to it.
  private let site: String
  /// Whether a folder stands for its `index.html`, as on a web server.
  private let isServed: Bool
  private let first: Routes

  /// - Parameters:
  ///   - baseURL: where it is known.
  ///   - root: the way from the file to the site's root.
  init(baseURL: String?, root: String, first: Routes) {
    site = baseURL ?? root
    isServed = baseURL != nil
    self.first = first
  }

  /// Relative ones in a file that names its own address.
  init(root: String, isServed: Bool, first: Routes) {
    site = root
    self.isServed = isServed
    self.first = first
  }

  /// The site's address, or the way to it, as it stands in a JSON string.
  var siteJSON: [UInt8] {
    var json = JSONWriter()
    json.write(passage: site)
    return json.finish()
  }

  func page(_ route: Route) -> String {
    site + (isServed ? route.canonical : route.href)
  }

  func article(_ id: String) -> String { thing(first.article(id)) }
  func entity(_ id: String) -> String { thing(first.entity(id)) }
  func event(_ id: String) -> String { thing(first.event(id)) }
  func claim(_ id: String) -> String { thing(first.claim(id)) }

  /// The page of an article, which the places in its text are named from.
  func articlePage(_ id: String) -> String { page(first.article(id)) }

  private func thing(_ route: Route) -> String { "\(page(route))#it" }
}
