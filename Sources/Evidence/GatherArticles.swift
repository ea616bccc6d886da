import Corpus

extension Evidence {
  /// Gathers which entities are present in each article, and in which articles each entity is.
  mutating func gatherArticles() {
    var position = Array(repeating: -1, count: entities.count)
    for index in articles.indices {
      var present: [ArticleEvidence.Presence] = []
      func note(_ entity: Int, mentions: Int) {
        if position[entity] < 0 {
          position[entity] = present.count
          present.append(.init(entity: entity, mentions: 0))
        }
        present[position[entity]].mentions += mentions
      }
      for number in articles[index].analyses {
        for mention in corpus.analyses[number].mentions {
          if let entity = entityIndex[mention.entity] { note(entity, mentions: 1) }
        }
        for label in corpus.analyses[number].labels {
          if let entity = entityIndex[label.entity] { note(entity, mentions: 0) }
        }
        // The article's own records: what others say of the same event is not in this article.
        for event in corpus.analyses[number].events {
          for id in event.participants.map(\.entity) + [event.place].compactMap({ $0 }) {
            if let entity = entityIndex[id] { note(entity, mentions: 0) }
          }
        }
      }
      for attribution in attributions[articles[index].attributions] {
        for entity in attribution.sources.compactMap({ $0 }) + attribution.aboutEntities {
          note(entity, mentions: 0)
        }
      }
      for presence in present {
        position[presence.entity] = -1
        entities[presence.entity].articles.append(index)
      }
      articles[index].entities = present.sorted {
        ($1.mentions, $0.entity) < ($0.mentions, $1.entity)
      }
    }
  }
}
