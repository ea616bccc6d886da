import Corpus

extension Evidence {
  /// Merges what cards and analyses declare of each entity, and gathers its mentions and labels.
  ///
  /// - Parameters:
  ///   - due: which entities; all where it is `nil`. Nothing may be merged of them yet.
  ///   - workers: how many parts of the entities are merged at the same time; at least 1.
  mutating func mergeEntities(_ due: DueThings? = nil, workers: Int) {
    let analyses = due?.analyses ?? Array(corpus.analyses.indices)
    // By their places, since to go through records copies each.
    let things = ThingsOfRecords(of: analyses, in: entityIndex, workers: workers) {
      [corpus] number, add in
      for position in corpus.analyses[number].entities.indices {
        add(corpus.analyses[number].entities[position].id)
      }
      for position in corpus.analyses[number].mentions.indices {
        add(corpus.analyses[number].mentions[position].entity)
      }
      for position in corpus.analyses[number].labels.indices {
        add(corpus.analyses[number].labels[position].entity)
      }
    }
    entities = concurrently(workers) { [self] number in
      var merge = EntityMerge(self, due, share(number, of: workers, in: entities.count))
      return merge.merged(analyses, things)
    }.flatMap { $0 }
    for index in entities.indices { entities[index].members = [] }
    for index in entities.indices {
      for body in entities[index].memberOf { entities[body].members.append(index) }
    }
  }
}

/// Merges some of the entities.
private struct EntityMerge {
  private let corpus: Corpus
  private let entityIndex: [String: Int]
  private let due: DueThings?
  private let range: Range<Int>
  private var entities: ArraySlice<Entity>

  init(_ evidence: Evidence, _ due: DueThings?, _ range: Range<Int>) {
    self.due = due
    corpus = evidence.corpus
    entityIndex = evidence.entityIndex
    self.range = range
    entities = evidence.entities[range]
  }

  /// - Parameter things: what the records of these analyses are of.
  mutating func merged(_ analyses: [Int], _ things: ThingsOfRecords) -> ArraySlice<Entity> {
    for (index, card) in corpus.entityCards.enumerated() {
      guard let entity = entityIndex[card.entity.id], isOwn(entity) else { continue }
      if entities[entity].card == nil { entities[entity].card = index }
      merge(card.entity, into: entity, by: .card)
    }
    var walk = things.walk
    for number in analyses {
      for position in corpus.analyses[number].entities.indices {
        let entity = walk.thing()
        guard isOwn(entity) else { continue }
        merge(corpus.analyses[number].entities[position], into: entity, by: .analysis(number))
      }
      for position in corpus.analyses[number].mentions.indices {
        let entity = walk.thing()
        guard isOwn(entity) else { continue }
        entities[entity].mentions.append(MentionReference(analysis: number, mention: position))
      }
      for position in corpus.analyses[number].labels.indices {
        let entity = walk.thing()
        guard isOwn(entity) else { continue }
        entities[entity].labels.append(LabelReference(analysis: number, label: position))
      }
    }
    for index in range where isDue(index) { settle(index) }
    return entities
  }

  private func isOwn(_ index: Int) -> Bool { range.contains(index) && isDue(index) }

  private func isDue(_ index: Int) -> Bool { due?.contains(index) ?? true }

  private mutating func merge(_ record: EntityRecord, into index: Int, by witness: Witness) {
    entities[index].type.add(record.type, by: witness)
    entities[index].kind.add(record.kind, by: witness)
    for name in record.names.entries { entities[index].names.add(name, by: witness) }
    for alias in record.aliases { entities[index].aliases.add(alias, by: witness) }
    entities[index].wikidata.add(record.wikidata, by: witness)
    entities[index].location.add(record.location, by: witness)
    entities[index].reliability.add(record.reliability, by: witness)
    for body in record.memberOf {
      guard let body = entityIndex[body], body != index,
        !entities[index].memberOf.contains(body)
      else { continue }
      entities[index].memberOf.append(body)
    }
  }

  private mutating func settle(_ index: Int) {
    entities[index].type.settle()
    entities[index].kind.settle()
    entities[index].names.settle()
    entities[index].aliases.settle()
    entities[index].wikidata.settle()
    entities[index].location.settle()
    entities[index].reliability.settle()
    entities[index].memberOf.sort()
  }
}
