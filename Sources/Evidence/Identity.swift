import Corpus

/// Gives every id its index, after joining the ids that cards say are the same.
struct Identity {
  /// Sorted; one per thing.
  let ids: [String]
  /// Every id, also the joined ones.
  let index: [String: Int]
  /// The further ids of a thing, sorted, by its index.
  let otherIDs: [Int: [String]]

  /// - Parameters:
  ///   - joined: for each card its own id, which names the thing, and the ids that are the same.
  ///   - declare: calls back with each id that is declared, repeated or not.
  init(
    joined: some Sequence<(id: String, same: [String])>,
    declare: (_ note: (String) -> Void) -> Void
  ) {
    let joined = JoinedIDs(joined)
    var canonical: [String: String] = [:]
    declare { id in
      if canonical[id] == nil { canonical[id] = joined[id] }
    }
    for id in joined.others where canonical[id] == nil { canonical[id] = joined[id] }

    let ids = Set(canonical.values).sorted()
    var position: [String: Int] = [:]
    for (offset, id) in ids.enumerated() { position[id] = offset }
    var index: [String: Int] = [:]
    var others: [Int: [String]] = [:]
    for (id, thing) in canonical {
      guard let offset = position[thing] else { continue }
      index[id] = offset
      if id != thing { others[offset, default: []].append(id) }
    }
    self.ids = ids
    self.index = index
    self.otherIDs = others.mapValues { $0.sorted() }
  }
}
