import Corpus

extension Evidence {
  /// Gathers which entities are present in each article, and in which articles each entity is.
  ///
  /// - Parameters:
  ///   - same: the articles of which it is known.
  ///   - workers: how many parts of the articles are gone through at the same time; at least 1.
  mutating func gatherArticles(_ same: LinkedArticles? = nil, workers: Int) {
    let all = concurrently(workers) { [self] number in
      var room = Room(entities: entities.count)
      return share(number, of: workers, in: articles.count).map { article in
        same?.entities(in: article) ?? present(in: article, &room)
      }
    }.flatMap { $0 }
    for (index, present) in all.enumerated() {
      articles[index].entities = present
      for presence in present { entities[presence.entity].articles.append(index) }
    }
  }

  /// Those of some articles.
  func present(in articles: [Int]) -> [[ArticleEvidence.Presence]] {
    var room = Room(entities: entities.count)
    return articles.map { present(in: $0, &room) }
  }

  /// Where one article after the other is gone through.
  private struct Room {
    /// For each entity where it stands in `present`; else -1.
    private var positions: [Int]
    private var present: [ArticleEvidence.Presence] = []

    init(entities: Int) { positions = Array(repeating: -1, count: entities) }

    mutating func note(_ entity: Int, mentions: Int) {
      if positions[entity] < 0 {
        positions[entity] = present.count
        present.append(.init(entity: entity, mentions: 0))
      }
      present[positions[entity]].mentions += mentions
    }

    /// Those of the article, most mentioned first.
    mutating func leave() -> [ArticleEvidence.Presence] {
      for presence in present { positions[presence.entity] = -1 }
      defer { present.removeAll(keepingCapacity: true) }
      return present.sorted { ($1.mentions, $0.entity) < ($0.mentions, $1.entity) }
    }
  }

  private func present(in article: Int, _ room: inout Room) -> [ArticleEvidence.Presence] {
    for number in articles[article].analyses {
      // By their places, since to go through records copies each.
      for position in corpus.analyses[number].mentions.indices {
        note(corpus.analyses[number].mentions[position].entity, mentions: 1, &room)
      }
      for position in corpus.analyses[number].labels.indices {
        note(corpus.analyses[number].labels[position].entity, mentions: 0, &room)
      }
      // The article's own records: what others say of the same event is not in this article.
      for position in corpus.analyses[number].events.indices {
        for participant in corpus.analyses[number].events[position].participants {
          note(participant.entity, mentions: 0, &room)
        }
        if let place = corpus.analyses[number].events[position].place {
          note(place, mentions: 0, &room)
        }
      }
    }
    for attribution in attributions[articles[article].attributions] {
      for case .some(let source) in attribution.sources { room.note(source, mentions: 0) }
      for entity in attribution.aboutEntities { room.note(entity, mentions: 0) }
    }
    return room.leave()
  }

  private func note(_ id: String, mentions: Int, _ room: inout Room) {
    if let entity = entityIndex[id] { room.note(entity, mentions: mentions) }
  }
}
