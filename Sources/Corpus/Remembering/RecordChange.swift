import ByteCoding
import Diagnostics

/// One record that is not as it was, before and after.
struct RecordChange {
  let path: String
  let old: ReadRecord
  let new: ReadRecord

  /// Where it stood, and stands.
  var spot: RecordSpot { RecordSpot(path, old.place) }

  /// Whether nothing of what is checked across records can come out otherwise, and everything that the
  /// record holds has the place that it had.
  ///
  /// So it is where the record is bound to others as before; or where it differs in nothing but that it
  /// also refers to what is there, or has more attributions, of claims that are there.
  func isOfValues(_ known: KnownIDs) -> Bool {
    let (old, new) = (old.held, new.held)
    guard !new.diagnostics.hasErrors else { return false }
    return self.old.bonds == self.new.bonds || isBoundAlike(old, new) && areKnown(new, known)
  }

  private func isBoundAlike(_ old: Gathered, _ new: Gathered) -> Bool {
    old.isWhole && new.isWhole
      && same(old.draftArticles, new.draftArticles) { [$0] }
      && same(old.articles, new.articles) { [$0.value.id] + $0.value.aliases }
      && same(old.analyses, new.analyses) {
        [$0.article, $0.origin.file, String($0.origin.line)]
      }
      && zip(old.analyses, new.analyses).allSatisfy {
        Set($0.attributions.map { TextKey($0.id) }).isSubset(
          of: $1.attributions.map { TextKey($0.id) })
      }
      && same(old.briefs, new.briefs) { [$0.value.id, $0.value.kind?.rawValue, $0.value.lang] }
      && same(old.entityCards, new.entityCards) { [$0.value.entity.id] }
      && zip(old.entityCards, new.entityCards).allSatisfy { $0.value.declared == $1.value.declared }
      && same(old.eventCards, new.eventCards) { [$0.value.event.id] }
      && zip(old.eventCards, new.eventCards).allSatisfy { $0.value.declared == $1.value.declared }
      && same(old.pages, new.pages) { [$0.value.id, $0.value.lang] + $0.value.aliases }
      && declaresAlike(old, new)
  }

  private func declaresAlike(_ old: Gathered, _ new: Gathered) -> Bool {
    same(
      old.declarations.filter { $0.scope != .claim }, new.declarations.filter { $0.scope != .claim }
    ) {
      [String($0.scope.rawValue), $0.id, $0.type?.rawValue]
    }
      && claims(of: old).isSubset(of: claims(of: new))
      && same(old.edges, new.edges) { [String($0.hierarchy.rawValue), $0.child, $0.parent] }
      && same(old.items, new.items) { [$0.entity, $0.item] }
  }

  private func claims(of gathered: Gathered) -> Set<TextKey> {
    Set(gathered.declarations.lazy.filter { $0.scope == .claim }.map { TextKey($0.id) })
  }

  private func areKnown(_ new: Gathered, _ known: KnownIDs) -> Bool {
    guard claims(of: new).allSatisfy({ known.contains($0.text, .claim) }) else { return false }
    let attributions = Set(
      old.held.references.lazy.filter { $0.scope == .attribution }.map { TextKey($0.id) })
    return new.references.allSatisfy { reference in
      reference.scope == .attribution
        ? attributions.contains(TextKey(reference.id))
        : known.contains(reference.id, reference.scope)
    }
  }

  /// Whether two lists have the same texts, byte for byte.
  private func same<Value>(
    _ left: [Value], _ right: [Value], by texts: (Value) -> [String?]
  ) -> Bool {
    left.count == right.count
      && zip(left, right).allSatisfy { a, b in
        texts(a).map { $0.map { TextKey($0) } } == texts(b).map { $0.map { TextKey($0) } }
      }
  }
}

extension Gathered {
  /// Whether all of it could be read.
  var isWhole: Bool {
    unreadIDs.isEmpty && unreadPlaces.isEmpty && lostAttributions.isEmpty
  }
}
