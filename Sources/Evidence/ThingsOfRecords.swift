import Corpus

/// Which things the records of some analyses are of, in the order in which these are gone through. All
/// are looked up once, by several at once, whoever merges the things.
struct ThingsOfRecords: Sendable {
  private let things: [Int32]

  /// - Parameters:
  ///   - analyses: as indices into `Corpus.analyses`.
  ///   - workers: how many look up at the same time; at least 1.
  ///   - add: adds the ids of one analysis's records, in their order.
  init(
    of analyses: [Int], in index: [String: Int], workers: Int,
    _ add: @Sendable (Int, (String) -> Void) -> Void
  ) {
    things = Array(
      concurrently(workers) { number in
        var things: [Int32] = []
        for analysis in analyses[share(number, of: workers, in: analyses.count)] {
          add(analysis) { things.append(index[$0].map { Int32(clamping: $0) } ?? -1) }
        }
        return things
      }.joined())
  }

  /// Goes through them once.
  struct Walk {
    private let things: [Int32]
    private var next = 0

    fileprivate init(_ things: [Int32]) {
      self.things = things
    }

    /// What the next record is of; negative where nothing declares it.
    mutating func thing() -> Int {
      defer { next += 1 }
      return Int(things[next])
    }
  }

  var walk: Walk { Walk(things) }
}
