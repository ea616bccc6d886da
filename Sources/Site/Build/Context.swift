import Corpus
import Evidence
import Mustache
import Output

/// All that pages are made from; shared by the workers.
struct SiteContext: Sendable {
  private(set) var evidence: Evidence
  let timeline: Timeline
  let languages: [Languages.Language]
  let templates: Templates
  /// The words of each language, as templates see them, in the order of `languages`.
  let strings: [Record]
  let options: SiteOptions
  let assets: Assets
  private(set) var cutoff: EDTF?
  /// Indices into `evidence.entities`: those that originate, carry or publish.
  let sources: [Int]
  /// Indices into `evidence.entities`, most articles first.
  let leading: [Int]
  /// Indices into `evidence.claims`, most independent origins first, then most attributions.
  let leadingClaims: [Int]
  /// The article that each article is translated by, as indices.
  let translations: [Int: [Int]]
  /// Free pages by id, each with its language variants.
  private(set) var freePages: [[Page]]
}

package struct SiteOptions: Sendable {
  /// Where the site will stand, with its final `/`.
  package var baseURL: String?
  /// `isnad 0.1.0`.
  package var generator: String
  /// Whether the texts are indexed, so that the search page looks for the index.
  package var hasFullText: Bool
  /// For a preview: the stylesheet and the script have the names of the user's files, and no page
  /// says what is in them; so a page stays the same where only they change.
  package var keepsAssetNames: Bool

  package init(
    baseURL: String?, generator: String, hasFullText: Bool = false, keepsAssetNames: Bool = false
  ) {
    self.baseURL = baseURL
    self.generator = generator
    self.hasFullText = hasFullText
    self.keepsAssetNames = keepsAssetNames
  }
}

extension SiteContext {
  init(
    _ evidence: Evidence, _ languages: Languages, _ templates: Templates,
    _ options: SiteOptions, _ assets: Assets
  ) {
    self.init(evidence, languages.all, templates, languages.records, options, assets)
  }

  /// - Parameter evidence: of a site with the same settings.
  func replaced(_ evidence: Evidence) -> SiteContext {
    SiteContext(evidence, languages, templates, strings, options, assets)
  }

  private init(
    _ evidence: Evidence, _ languages: [Languages.Language], _ templates: Templates,
    _ strings: [Record], _ options: SiteOptions, _ assets: Assets
  ) {
    let entities = evidence.entities
    let claims = evidence.claims
    var translations: [Int: [Int]] = [:]
    // By their places, since to go through articles copies each.
    for index in evidence.corpus.articles.indices {
      let original = evidence.corpus.articles[index].translationOf.flatMap(evidence.article(id:))
      if let original { translations[original, default: []].append(index) }
    }
    self.init(
      evidence: evidence, timeline: Timeline(evidence), languages: languages,
      templates: templates, strings: strings, options: options, assets: assets,
      cutoff: Self.cutoff(evidence.corpus),
      sources: entities.indices.filter { entities[$0].isSource },
      leading: entities.indices.sorted {
        (entities[$1].articles.count, entities[$1].mentions.count, $0)
          < (entities[$0].articles.count, entities[$0].mentions.count, $1)
      },
      leadingClaims: claims.indices.sorted {
        (claims[$1].origins.count, claims[$1].attributions.count, $0)
          < (claims[$0].origins.count, claims[$0].attributions.count, $1)
      },
      translations: translations, freePages: Self.freePages(evidence.corpus))
  }

  private static func freePages(_ corpus: Corpus) -> [[Page]] {
    Dictionary(grouping: corpus.pages, by: \.id).sorted { $0.key < $1.key }.map(\.value)
  }

  /// - Parameter evidence: follows that of this context.
  func following(_ evidence: Evidence) -> SiteContext {
    var context = self
    context.evidence = evidence
    context.cutoff = Self.cutoff(evidence.corpus)
    context.freePages = Self.freePages(evidence.corpus)
    return context
  }

  /// The day up to which the data reach: as the site says, else the last that is known of any
  /// article: when it was retrieved or published.
  private static func cutoff(_ corpus: Corpus) -> EDTF? {
    corpus.site.cutoff ?? lastDay(of: corpus.articles.indices, corpus)
  }

  /// The last day that is known of any of some articles.
  static func lastDay(of articles: some Sequence<Int>, _ corpus: Corpus) -> EDTF? {
    let dates = articles.lazy.compactMap {
      corpus.articles[$0].retrieved ?? corpus.articles[$0].published
    }
    return dates.max { EDTF.inOrder($0, $1) }
  }
}

extension SiteContext {
  /// - Parameter pages: the paths of all pages that jobs make, in any order.
  func sitemap(of pages: [String]) -> [SiteFile] {
    Sitemap(
      baseURL: options.baseURL, pages: pages.sorted(by: ByteOrder.precedes),
      languages: languages.map { ($0.strings.lang, $0.routes.prefix) }
    ).files
  }
}

extension Languages {
  /// The words of each language as nested records of one shape, that of the first language.
  var records: [Record] {
    guard let first = all.first?.strings else { return [] }
    let tree = StringTree(paths: first.texts.keys.sorted())
    let shape = Shape([Shape.Field("strings", .one { [shape = tree.shape] in shape })])
    return all.map { Record(shape, [.one(tree.record($0.strings))]) }
  }
}

/// The groups of strings as nested shapes: `stance.neutral` is a field of a field.
private struct StringTree {
  let shape: Shape
  private let fields: [(path: String, tree: StringTree?)]

  init(paths: [String]) { self.init(paths: paths, prefix: "") }

  private init(paths: [String], prefix: String) {
    var groups: [(name: String, paths: [String])] = []
    for path in paths {
      let name = String(path.dropFirst(prefix.count).prefix { $0 != "." })
      if groups.last?.name != name { groups.append((name, [])) }
      groups[groups.count - 1].paths.append(path)
    }
    let fields = groups.map { group -> (name: String, path: String, tree: StringTree?) in
      let path = prefix + group.name
      return group.paths == [path]
        ? (group.name, path, nil)
        : (
          group.name, path, StringTree(paths: group.paths.filter { $0 != path }, prefix: path + ".")
        )
    }
    shape = Shape(
      fields.map { field in
        Shape.Field(
          field.name, field.tree.map { tree in .one { [shape = tree.shape] in shape } } ?? .text)
      })
    self.fields = fields.map { ($0.path, $0.tree) }
  }

  func record(_ strings: Strings) -> Record {
    Record(
      shape,
      fields.map { field in
        field.tree.map { .one($0.record(strings)) } ?? .text(strings[field.path])
      })
  }
}
