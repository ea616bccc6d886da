/// The entities, or the events, that have to be merged again.
struct DueThings: Sendable {
  private var isDue: [Bool]
  /// For each of `Corpus.analyses`.
  private var isRead: [Bool]

  init(of things: Int, in analyses: Int) {
    isDue = Array(repeating: false, count: things)
    isRead = Array(repeating: false, count: analyses)
  }

  var isEmpty: Bool { !isDue.contains(true) }
  var indices: [Int] { isDue.indices.filter { isDue[$0] } }
  /// Those that declare or mention any of them, ascending.
  var analyses: [Int] { isRead.indices.filter { isRead[$0] } }

  func contains(_ index: Int) -> Bool { isDue[index] }

  mutating func add(_ index: Int) { isDue[index] = true }

  /// Adds analyses that declare or mention one of them.
  mutating func add(analyses: some Sequence<Int>) {
    for number in analyses { isRead[number] = true }
  }
}
