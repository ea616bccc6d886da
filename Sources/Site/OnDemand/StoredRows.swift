import Mustache
import Synchronization

/// The rows of one kind in one language, rendered before or when they are asked for.
struct StoredRows: Sendable {
  /// Its parts, between which it has gaps.
  typealias Row = [Rendition]

  private enum Source {
    /// The parts of all rows, and where those of each begin, with the end of the last.
    case made([Rendition], starts: [Int])
    case onDemand(RowsOnDemand, RowStore.Kind)
  }
  private let source: Source

  init(_ rows: [Row]) {
    var starts = [0]
    starts.reserveCapacity(rows.count + 1)
    for row in rows { starts.append(starts[starts.count - 1] + row.count) }
    source = .made(rows.flatMap { $0 }, starts: starts)
  }

  init(_ rows: RowsOnDemand, _ kind: RowStore.Kind) {
    source = .onDemand(rows, kind)
  }

  subscript(index: Int) -> Row {
    switch source {
    case .made(let parts, let starts): Array(parts[starts[index]..<starts[index + 1]])
    case .onDemand(let rows, let kind): rows.row(kind, index)
    }
  }

  /// Whole rows, one after the other.
  func html(_ indices: some Sequence<Int>) -> HTML {
    switch source {
    case .made(let parts, let starts):
      HTML(renditions: parts, at: indices.flatMap { starts[$0]..<starts[$0 + 1] })
    case .onDemand(let rows, let kind): HTML(renditions: indices.flatMap { rows.row(kind, $0) })
    }
  }
}

/// Renders rows when they are first asked for.
final class RowsOnDemand: Sendable {
  private struct Key: Hashable {
    let kind: RowStore.Kind
    let index: Int
  }

  private struct State {
    let maker: RowMaker
    var rows: [Key: StoredRows.Row] = [:]
    var failure: (any Error)?
  }
  private let state: Mutex<State>

  init(_ site: SiteContext, language: Int) {
    state = Mutex(State(maker: RowMaker(site, language: language)))
  }

  /// Empty where it cannot be rendered: `check` tells why, and is to be called before the page that has
  /// it is used.
  func row(_ kind: RowStore.Kind, _ index: Int) -> StoredRows.Row {
    state.withLock { state in
      let key = Key(kind: kind, index: index)
      if let row = state.rows[key] { return row }
      do {
        let row = try state.maker.row(kind, index)
        state.rows[key] = row
        return row
      } catch {
        state.failure = error
        return []
      }
    }
  }

  /// Throws what kept rows from being rendered since the last call.
  func check() throws {
    let failure = state.withLock { state in
      defer { state.failure = nil }
      return state.failure
    }
    if let failure { throw failure }
  }
}
