import Diagnostics
import Mustache

/// The rows that stand on many pages, each rendered once by its own template.
///
/// All that differs between those pages is the way to the site's root, the placeholder of templates.
struct RowStore: Sendable {
  enum Kind: CaseIterable {
    case attribution, event, article
    /// The mark on a row below an event, to which its order is not settled.
    case order

    /// The name of its template.
    var template: String {
      switch self {
      case .attribution: "attribution-row"
      case .event: "event-row"
      case .article: "article-row"
      case .order: "order-mark"
      }
    }

    /// The name of its numbered words.
    var counted: String {
      switch self {
      case .attribution: "attributions"
      case .event, .order: "events"
      case .article: "articles"
      }
    }
  }

  /// The parts of each row: an event's has a gap, where it may be marked.
  private let rows: [Kind: StoredRows]

  static let empty = RowStore(rows: [:])

  init(rows: [Kind: [StoredRows.Row]]) {
    self.rows = rows.mapValues { StoredRows($0) }
  }

  /// Renders each row when it is first asked for.
  init(_ rows: RowsOnDemand) {
    self.rows = Dictionary(
      uniqueKeysWithValues: Kind.allCases.map { ($0, StoredRows(rows, $0)) })
  }

  func html(_ kind: Kind, _ indices: some Sequence<Int>) -> HTML {
    rows[kind]?.html(indices) ?? HTML([])
  }

  /// What an attribution's row has between its gaps: all but the way to its article.
  func cells(ofAttribution index: Int) -> HTML {
    rows[.attribution].map { HTML(renditions: Array($0[index].dropFirst().prefix(1))) } ?? HTML([])
  }

  /// A list in time order.
  ///
  /// - Parameter unsettled: for each event one above it to which its order is not settled, or `nil`.
  func html(events: some Sequence<Int>, unsettled: some Collection<Int?>) -> HTML {
    guard unsettled.contains(where: { $0 != nil }) else { return html(.event, events) }
    guard let all = rows[.event], let marks = rows[.order] else { return HTML([]) }
    var renditions: [Rendition] = []
    for (event, rival) in zip(events, unsettled) {
      let mark = rival.map { marks[$0] } ?? []
      renditions.append(contentsOf: all[event].prefix(1))
      for part in all[event].dropFirst() { renditions += mark + [part] }
    }
    return HTML(renditions: renditions)
  }
}

/// What templates of rows see beside the row: the words of the interface, and this.
struct RowFrame: StaticModel {
  static let fields = Fields<Self> {
    [
      // The way from the page to the site's root: `../../`.
      .placeholder("root"),
      // Where an event's row is marked when its order to those above it is not settled.
      .gap("order"),
      // Where an attribution's row has its number in its own article's table, and where it ends there.
      .gap("number"),
      .gap("end"),
    ]
  }
}

/// Renders rows for the store. One per worker; not `Sendable`.
final class RowMaker {
  private let views: Views
  private var renderer: Renderer

  init(_ site: SiteContext, language: Int) {
    views = Views(
      evidence: site.evidence, strings: site.languages[language].strings,
      routes: site.languages[language].routes, rows: .empty)
    renderer = Renderer(site.templates, constants: [site.strings[language], RowFrame()])
  }

  /// The parts of a row, between which it has a gap.
  func row(_ kind: RowStore.Kind, _ index: Int) throws -> [Rendition] {
    switch kind {
    case .attribution: try attribution(index)
    case .event: try renderer.renditions(kind.template, views.event(index))
    case .article: try renderer.renditions(kind.template, views.article(index))
    case .order: try renderer.renditions(kind.template, views.eventLink(index))
    }
  }

  private func attribution(_ index: Int) throws -> [Rendition] {
    let parts = try renderer.renditions(
      RowStore.Kind.attribution.template, views.attribution(index))
    guard parts.count == 3 else { throw RenderFailure(.missingGaps) }
    return parts
  }
}

extension Diagnostic {
  fileprivate static var missingGaps: Diagnostic {
    Diagnostic(
      .error, "template/row-gaps",
      "the row does not have both its gaps, {{{number}}} and then {{{end}}}, once each",
      at: Place(file: "templates/\(RowStore.Kind.attribution.template).mustache"),
      remedy: "put {{{number}}} where the first cell begins, and {{{end}}} before the last cell: an"
        + " article's own table has what stands between them")
  }
}
