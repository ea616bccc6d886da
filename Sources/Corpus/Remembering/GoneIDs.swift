import ByteCoding
import Markdown

/// Ids that were declared, and are no more.
struct GoneIDs {
  /// By the number of their scope.
  private var ids = Array(repeating: Set<TextKey>(), count: Scope.allCases.count)
  /// A bit for each `kind` that they are of: most of what is asked for is of none.
  private var kinds: UInt64 = 0

  mutating func insert(_ id: String, _ scope: Scope) {
    ids[Int(scope.rawValue)].insert(TextKey(id))
    kinds |= Self.kind(id)
  }

  /// One bit, told by an id's size and its last byte: far sooner than its hash.
  private static func kind(_ id: String) -> UInt64 {
    1 << ((id.utf8.count &* 11 &+ Int(id.utf8.last ?? 0)) & 63)
  }

  subscript(scope: Scope) -> Set<TextKey> { ids[Int(scope.rawValue)] }

  var areNone: Bool { kinds == 0 }

  /// - Parameter scope: of an entity or an event, whether it is the id of either.
  func contains(_ id: String, _ scope: Scope) -> Bool {
    guard kinds & Self.kind(id) != 0 else { return false }
    let key = TextKey(id)
    return scope == .entityOrEvent
      ? self[.entity].contains(key) || self[.event].contains(key) : self[scope].contains(key)
  }

  /// Whether it is the id of whatever.
  func contains(_ id: some StringProtocol) -> Bool {
    let key = TextKey(String(id))
    return ids.contains { $0.contains(key) }
  }

  fileprivate func contains(any ids: [String], _ scope: Scope) -> Bool {
    ids.contains { contains($0, scope) }
  }
}

extension Corpus {
  /// Whether anything refers to one of some ids: all that readers note as references, less the menu's.
  ///
  /// - Parameter jobs: how many workers look for it, at least 1.
  func refers(to gone: GoneIDs, jobs: Int) -> Bool {
    articlesRefer(to: gone) || cardsRefer(to: gone)
      || briefs.contains { gone.contains($0.id, $0.kind.scope) || $0.body.refers(to: gone) }
      || pages.contains { $0.body.refers(to: gone) }
      // Nothing in an analysis refers to claims and attributions.
      || !(gone[.entity].isEmpty && gone[.event].isEmpty && gone[.article].isEmpty)
        && concurrently(jobs) { number in
          share(number, of: jobs, in: analyses.count).contains { analysisRefers($0, to: gone) }
        }.contains(true)
  }

  // Part by part, and by their places, since to hand a record on copies it: these are all there are.

  private func articlesRefer(to gone: GoneIDs) -> Bool {
    articles.indices.contains { article in
      articles[article].publisher.map { gone.contains($0, .entity) } ?? false
        || gone.contains(any: articles[article].credit, .entity)
        || articles[article].translationOf.map { gone.contains($0, .article) } ?? false
        || articles[article].body.pieces.contains { piece in
          guard case .link(let destination) = piece,
            let link = Markdown.reference(of: destination)
          else { return false }
          return gone.contains(link.id, Scope(link.scheme))
        }
    }
  }

  private func cardsRefer(to gone: GoneIDs) -> Bool {
    entityCards.contains {
      gone.contains(any: $0.entity.memberOf + $0.sameAs, .entity) || $0.note.refers(to: gone)
    }
      || eventCards.contains {
        $0.event.refers(to: gone) || gone.contains(any: $0.sameAs, .event)
          || $0.note.refers(to: gone)
      }
  }

  private func analysisRefers(_ number: Int, to gone: GoneIDs) -> Bool {
    gone.contains(analyses[number].article, .article)
      || analyses[number].entities.indices.contains {
        gone.contains(any: analyses[number].entities[$0].memberOf, .entity)
      }
      || analyses[number].mentions.indices.contains {
        gone.contains(analyses[number].mentions[$0].entity, .entity)
      }
      || analyses[number].labels.indices.contains {
        gone.contains(analyses[number].labels[$0].entity, .entity)
      }
      || analyses[number].events.indices.contains {
        analyses[number].events[$0].refers(to: gone)
      }
      || analyses[number].attributions.indices.contains { attribution in
        gone.contains(any: analyses[number].attributions[attribution].about, .entityOrEvent)
          || analyses[number].attributions[attribution].chain.indices.contains { link in
            analyses[number].attributions[attribution].chain[link].source
              .map { gone.contains($0, .entity) } ?? false
          }
      }
  }
}

extension EventRecord {
  fileprivate func refers(to gone: GoneIDs) -> Bool {
    place.map { gone.contains($0, .entity) } ?? false
      || participants.contains { gone.contains($0.entity, .entity) }
      || partOf.map { gone.contains($0, .event) } ?? false
      || relations.contains { gone.contains($0.event, .event) }
  }
}

extension MarkdownText {
  fileprivate func refers(to gone: GoneIDs) -> Bool {
    Markdown.references(in: source).contains { gone.contains($0.id, Scope($0.scheme)) }
  }
}
