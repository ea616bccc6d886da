import ByteCoding
import Diagnostics

extension CorpusChecker {
  /// One entity is one item of Wikidata, and one item is one entity, ids that a card joins being one.
  /// Where it is otherwise, somebody was mistaken, but all that they say can still be shown.
  mutating func checkItems() {
    let ids = JoinedIDs(
      gathered.entityCards.map { ($0.value.entity.id, $0.value.sameAs) }
        .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) })
    var entities: [TextKey: Firsts] = [:]
    var items: [TextKey: Firsts] = [:]
    for declared in gathered.items.sorted(by: { $0.place < $1.place }) {
      let entity = ids[declared.entity]
      if let first = entities[TextKey(entity), default: Firsts()].other(declared.item, declared) {
        report(
          "entity/wikidata-conflict",
          "the entity “\(declared.entity)” is \(declared.item) of Wikidata here, but \(first.item) elsewhere",
          at: declared.place,
          "see which of the two it is; if they are two things, give one of them another id",
          notes: [.init("\(first.item) here", at: places.place(first.place))], severity: .warning)
      }
      if let first = items[TextKey(declared.item), default: Firsts()].other(entity, declared) {
        report(
          "entity/wikidata-shared",
          "\(declared.item) of Wikidata is “\(declared.entity)” here, but “\(first.entity)” elsewhere",
          at: declared.place,
          "if the two are one, join them by “sameAs” in a card; else one of them is another item",
          notes: [.init("“\(first.entity)” here", at: places.place(first.place))],
          severity: .warning)
      }
    }
  }

  /// What one thing was said to be first, and the further values that were told of.
  private struct Firsts {
    private var first: ItemDeclaration?
    private var seen: Set<String> = []

    /// The first declaration, where this one has another value, and for the first time.
    mutating func other(_ value: String, _ declared: ItemDeclaration) -> ItemDeclaration? {
      let isNew = seen.insert(value).inserted
      guard let first else {
        first = declared
        return nil
      }
      return isNew ? first : nil
    }
  }
}
