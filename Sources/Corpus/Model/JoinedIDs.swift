/// Which ids are of one thing, because a card says so.
package struct JoinedIDs: Sendable {
  private var parent: [String: String] = [:]

  /// - Parameter joined: for each card its own id, which names the thing, and the ids that are the same.
  package init(_ joined: some Sequence<(id: String, same: [String])>) {
    for card in joined {
      for other in card.same {
        let (a, b) = (shortened(card.id), shortened(other))
        if a != b { parent[b] = a }
      }
    }
  }

  /// Those that entity cards join.
  package init(entitiesOf corpus: Corpus) {
    self.init(corpus.entityCards.lazy.map { ($0.entity.id, $0.sameAs) })
  }

  /// All ids that are joined to another, in no order.
  package var others: some Sequence<String> { parent.keys }

  /// The id that names the thing.
  package subscript(id: String) -> String {
    var top = id
    while let next = parent[top] { top = next }
    return top
  }

  /// The same, shortening the way for who asks next.
  private mutating func shortened(_ id: String) -> String {
    var top = id
    while let next = parent[top] {
      if let beyond = parent[next] { parent[top] = beyond }
      top = next
    }
    return top
  }
}
