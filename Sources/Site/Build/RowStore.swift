import Mustache

/// The rows that stand on many pages, each rendered once by its own template.
///
/// All that differs between those pages is the way to the site's root, so the rows are kept with a
/// mark in its place: a byte that UTF-8 has nowhere.
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

  private let rows: [Kind: [[UInt8]]]

  static let empty = RowStore(rows: [:])

  init(rows: [Kind: [[UInt8]]]) {
    self.rows = rows
  }

  fileprivate static let mark: UInt8 = 0xFF
  /// Stands in an event's row where the mark of an order that is not settled may come; in UTF-8
  /// nowhere either.
  fileprivate static let slot: UInt8 = 0xFE

  /// - Parameter root: the way from the page to the site's root.
  func html(_ kind: Kind, _ indices: some Sequence<Int>, root: String) -> HTML {
    guard let rows = rows[kind] else { return HTML([]) }
    let root = Array(root.utf8)
    var html: [UInt8] = []
    for index in indices { Self.append(rows[index], root, to: &html) }
    return HTML(html)
  }

  /// A list in time order.
  ///
  /// - Parameter unsettled: for each event one above it to which its order is not settled, or `nil`.
  func html(
    events: some Sequence<Int>, unsettled: some Sequence<Int?>, root: String
  ) -> HTML {
    guard let all = rows[.event], let marks = rows[.order] else { return HTML([]) }
    let root = Array(root.utf8)
    var html: [UInt8] = []
    for (event, rival) in zip(events, unsettled) {
      Self.append(all[event], root, marked: rival.map { marks[$0] } ?? [], to: &html)
    }
    return HTML(html)
  }

  private static func append(
    _ row: [UInt8], _ root: [UInt8], marked: [UInt8] = [], to html: inout [UInt8]
  ) {
    row.withUnsafeBufferPointer { row in
      var start = 0
      while let place = row[start...].firstIndex(where: { $0 >= slot }) {
        html.append(contentsOf: UnsafeBufferPointer(rebasing: row[start..<place]))
        if row[place] == mark {
          html.append(contentsOf: root)
        } else if !marked.isEmpty {
          append(marked, root, to: &html)
        }
        start = place + 1
      }
      html.append(contentsOf: UnsafeBufferPointer(rebasing: row[start...]))
    }
  }
}

/// What templates of rows see beside the row: the words of the interface, and this.
struct RowFrame: StaticModel {
  let root = HTML([RowStore.mark])
  /// Where an event's row is marked when its order to those above it is not settled.
  let order = HTML([RowStore.slot])

  static let fields = Fields<Self> { [.html("root", \.root), .html("order", \.order)] }
}

/// Renders rows for the store. One per worker; not `Sendable`.
final class RowMaker {
  private let views: Views
  private let strings: Record
  private var renderer: Renderer

  init(_ site: SiteContext, language: Int) {
    views = Views(
      evidence: site.evidence, strings: site.languages[language].strings,
      routes: site.languages[language].routes, rows: .empty)
    strings = site.strings[language]
    renderer = Renderer(site.templates)
  }

  func row(_ kind: RowStore.Kind, _ index: Int) throws -> [UInt8] {
    switch kind {
    case .attribution: try render(kind, views.attribution(index))
    case .event: try render(kind, views.event(index))
    case .article: try render(kind, views.article(index))
    case .order: try render(kind, views.eventLink(index))
    }
  }

  private func render(_ kind: RowStore.Kind, _ row: some Model) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try renderer.render(kind.template, row, globals: [strings, RowFrame()], into: &bytes)
    return bytes
  }
}
