import Mustache

/// What every page has around its own content.
struct Chrome: StaticModel {
  let lang: String
  let dir: String
  let siteTitle: TextView
  let title: String
  let description: String
  let homePath: String
  let stylesheet: AssetView?
  let script: AssetView?
  let searchPath: String
  let isSearch: Bool
  /// `website`, `article` or `profile`, as the Open Graph protocol has it.
  let openGraphType: String
  /// `ar_EG`: the language with its territory.
  let locale: String
  let otherLocales: [String]
  /// Whether the page is to be found: not that for what is not found.
  let isIndexed: Bool
  let isHome: Bool
  /// JSON-LD by schema.org.
  let linkedData: HTML?
  /// On the pages of articles, events and claims.
  let citation: CitationView?
  let feed: String
  let navigation: Navigation
  let languages: [LanguageView]
  /// Absolute; only where the site knows where it will stand.
  let canonical: String?
  let alternates: [AlternateView]
  let cutoff: DateView?
  let license: String?
  let generator: String

  /// The same page in another language of the interface.
  struct LanguageView: StaticModel {
    let name: String
    let lang: String
    let dir: String
    let path: String

    static let fields = Fields<Self> {
      [
        .text("name", \.name),
        .text("lang", \.lang),
        .text("dir", \.dir),
        .text("path", \.path),
      ]
    }
  }

  struct AlternateView: StaticModel {
    let lang: String
    let address: String

    static let fields = Fields<Self> {
      [
        .text("lang", \.lang),
        .text("address", \.address),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .text("lang", \.lang),
      .text("dir", \.dir),
      .one("siteTitle", \.siteTitle),
      .text("title", \.title),
      .text("description", \.description),
      .text("homePath", \.homePath),
      .one("stylesheet", \.stylesheet),
      .one("script", \.script),
      .text("searchPath", \.searchPath),
      .flag("isSearch", \.isSearch),
      .text("openGraphType", \.openGraphType),
      .text("locale", \.locale),
      .texts("otherLocales", \.otherLocales),
      .flag("isIndexed", \.isIndexed),
      .flag("isHome", \.isHome),
      .html("linkedData", \.linkedData),
      .one("citation", \.citation),
      .text("feed", \.feed),
      .one("navigation", \.navigation),
      .many("languages", \.languages),
      .text("canonical", \.canonical),
      .many("alternates", \.alternates),
      .one("cutoff", \.cutoff),
      .text("license", \.license),
      .text("generator", \.generator),
    ]
  }
}
