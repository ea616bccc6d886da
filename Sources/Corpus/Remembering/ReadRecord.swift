import Fingerprint

/// One record of `content/`, a whole file or one line of a bulk file, and what it held when it was read.
struct ReadRecord: Sendable {
  let place: RecordPlace.Record
  /// Of its bytes and, where that counts, its name; `.none` where it could not be read.
  let fingerprint: Fingerprint
  /// Of all by which it is bound to other records: what it is of, what it declares, what it refers to.
  let bonds: Fingerprint
  /// The article that the record's analysis is of, where that stands in another record.
  let article: AnchoringArticle?
  /// All places are in this record.
  let held: Gathered

  /// Whether reading these bytes now would give the same.
  func isSame(_ fingerprint: Fingerprint, _ articles: ArticleIndex) -> Bool {
    isSame(fingerprint, article?.now(articles))
  }

  /// - Parameter article: as it is now.
  func isSame(_ fingerprint: Fingerprint, _ article: AnchoringArticle?) -> Bool {
    self.fingerprint == fingerprint && fingerprint != .none
      && self.article?.fingerprint == article?.fingerprint
  }

  /// What it holds, with the places that it has where the record now stands.
  func held(at place: RecordPlace.Record) -> Gathered {
    guard place != self.place else { return held }
    var moved = held.moved(to: place)
    if place.line != self.place.line { moved.moveOrigins(toLine: Int(place.line)) }
    return moved
  }
}

/// An article that an analysis was anchored in.
struct AnchoringArticle: Sendable {
  let id: String
  /// See `ArticleIndex.fingerprint`.
  let fingerprint: Fingerprint

  /// As it is now.
  fileprivate func now(_ articles: ArticleIndex) -> AnchoringArticle {
    AnchoringArticle(id: id, fingerprint: articles.fingerprint(id))
  }
}

/// A file of `content/` as it was read.
struct ReadFile: Sendable {
  let mark: FileMark
  let device: UInt64
  /// Whether a file with the same mark is known to be the same file.
  let isSettled: Bool
  /// In the order of the file.
  var records: [ReadRecord]

  /// Whether the file is as it was, and none of its records would be read otherwise.
  func isSame(_ file: ContentFile, _ articles: ArticleIndex) -> Bool {
    isSettled && mark == file.mark && device == file.device
      // By their places, and with none as a whole, since that copies it.
      && records.indices.allSatisfy {
        records[$0].fingerprint != .none
          && records[$0].article?.fingerprint == records[$0].article?.now(articles).fingerprint
      }
  }

  /// The record that begins with a line, from 1.
  func record(atLine line: Int) -> ReadRecord? {
    let first = records.partitioningIndex { $0.place.line >= line }
    return first < records.count && records[first].place.line == line ? records[first] : nil
  }
}

extension ArraySlice<ReadRecord> {
  /// Where each stands that could be read, by one of its fingerprints; of several alike, the last.
  func places(by fingerprint: (ReadRecord) -> Fingerprint) -> [Fingerprint: Int] {
    var places: [Fingerprint: Int] = [:]
    places.reserveCapacity(count)
    for index in indices where self[index].fingerprint != .none {
      places[fingerprint(self[index])] = index
    }
    return places
  }
}

extension Gathered {
  /// - Parameter record: where the record stands now, of which all places are.
  fileprivate func moved(to record: RecordPlace.Record) -> Gathered {
    var moved = self
    func place(_ place: RecordPlace) -> RecordPlace { RecordPlace(record, place.range) }
    moved.articles = articles.map { Placed(value: $0.value, place: place($0.place)) }
    moved.briefs = briefs.map { Placed(value: $0.value, place: place($0.place)) }
    moved.entityCards = entityCards.map { Placed(value: $0.value, place: place($0.place)) }
    moved.eventCards = eventCards.map { Placed(value: $0.value, place: place($0.place)) }
    moved.pages = pages.map { Placed(value: $0.value, place: place($0.place)) }
    moved.references = references.map {
      Reference(scope: $0.scope, id: $0.id, place: place($0.place), isLink: $0.isLink)
    }
    moved.declarations = declarations.map {
      Declaration(
        scope: $0.scope, id: $0.id, type: $0.type, place: place($0.place),
        typePlace: place($0.typePlace))
    }
    moved.edges = edges.map {
      HierarchyEdge(
        hierarchy: $0.hierarchy, child: $0.child, parent: $0.parent, place: place($0.place))
    }
    moved.aliases = aliases.map { WrittenAddress(text: $0.text, place: place($0.place)) }
    moved.items = items.map {
      ItemDeclaration(entity: $0.entity, item: $0.item, place: place($0.place))
    }
    return moved
  }
}
