import Corpus
import Evidence

/// Of whom loaded words are used, and by whom.
extension Views {
  /// Of whom an outlet uses loaded words.
  func labelled(by outlet: Int, _ range: Range<Int>, extent: (Int) -> Extent) -> LabelUseList {
    let labels = evidence.entities[outlet].publications.lazy.flatMap { [self] article in
      evidence.articles[article].analyses.lazy.flatMap { [self] number in
        corpus.analyses[number].labels.indices.map { LabelReference(analysis: number, label: $0) }
      }
    }
    return labelUses(labels, range, of: .sourceLabelled(outlet), extent: extent) { [self] label in
      evidence.entity(id: corpus.analyses[label.analysis].labels[label.label].entity)
    } link: { [self] in
      entity($0)
    } key: { [self] other in
      (
        "outlet=\(evidence.entities[outlet].id) label=\(other.map { evidence.entities[$0].id } ?? "")",
        other.map { entity($0).path + "#labels" } ?? ""
      )
    }
  }

  /// In whose pages loaded words are used of an entity.
  func labellers(of entity: Int, _ range: Range<Int>, extent: (Int) -> Extent) -> LabelUseList {
    let all = self.entity(entity).path + "#labels"
    return labelUses(
      evidence.entities[entity].labels, range, of: .entityLabellers(entity), extent: extent
    ) { [self] label in
      evidence.articles[evidence.articleOfAnalysis[label.analysis]].publisher
    } link: { [self] in
      source($0)
    } key: { [self] other in
      (
        "outlet=\(other.map { evidence.entities[$0].id } ?? "") label=\(evidence.entities[entity].id)",
        all
      )
    }
  }

  private func labelUses(
    _ labels: some Sequence<LabelReference>, _ range: Range<Int>, of list: PageJob.List,
    extent: (Int) -> Extent, by side: (LabelReference) -> Int?, link: (Int) -> EntityLink,
    key: (Int?) -> (tally: String, all: String)
  ) -> LabelUseList {
    let ordered = labelTallies(labels, of: list, by: side)
    return LabelUseList(
      rows: ordered[range.clamped(to: ordered.indices)].map { other, tally in
        let (key, all) = key(other)
        return labelUse(other.map(link), tally, key, all: all)
      }, extent: extent(ordered.count))
  }

  private func labelTallies(
    _ labels: some Sequence<LabelReference>, of list: PageJob.List,
    by side: (LabelReference) -> Int?
  ) -> [(key: Int?, tally: LabelTally)] {
    if let last = lastLabelTallies, last.list == list { return last.tallies }
    var tallies: [Int?: LabelTally] = [:]
    for label in labels {
      let article = evidence.articleOfAnalysis[label.analysis]
      let words = words(corpus.analyses[label.analysis].labels[label.label].target, in: article)
      tallies[side(label), default: LabelTally()].add(words, label)
    }
    let ordered = inOrder(tallies) { $0.total }
    if ordered.count > Limits.rows { lastLabelTallies = (list, ordered) }
    return ordered
  }

  private func labelUse(
    _ who: EntityLink?, _ tally: LabelTally, _ key: String, all: String
  ) -> LabelUseRow {
    let ordered = tally.uses.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let unsaid = ordered.count - Limits.shown
    return LabelUseRow(
      who: who,
      words: ordered.prefix(Limits.shown).map { _, use in
        let first = label(use.first)
        return WordUse(
          words: first.words, path: first.wordsPath,
          times: use.count > 1 ? strings.count("times", use.count) : nil)
      },
      unsaidText: unsaid > 0 ? strings.count("unsaid", unsaid) : nil, allPath: all,
      total: self.tally(nil, tally.total, of: 0, key, counted: "labels"))
  }
}

/// How often each loaded word is used.
struct LabelTally {
  private(set) var total = 0
  private(set) var uses: [String: (first: LabelReference, count: Int)] = [:]

  fileprivate mutating func add(_ words: String, _ label: LabelReference) {
    total += 1
    uses[words, default: (label, 0)].count += 1
  }
}
