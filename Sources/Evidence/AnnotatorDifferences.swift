import Corpus

/// What another annotator of the same article found at the same words.
package struct OtherReading<Value: Sendable & Hashable>: Sendable, Hashable {
  /// An index into `Corpus.analyses`.
  package let analysis: Int
  /// Distinct, in the order in which they come; not empty.
  package let values: [Value]
}

/// Where those who analysed one article say different things of the same words. All that they say is
/// kept; this tells what stands against what.
///
/// What one of them does not say is no difference: a missing cue, a claim that nobody named.
package struct AnnotatorDifferences: Sendable {
  package typealias Readings<ID: Hashable, Value: Sendable & Hashable> = [ID: [OtherReading<Value>]]

  // By index into `Evidence.attributions`.
  package private(set) var stance: Readings<Int, Cue.Stance> = [:]
  package private(set) var directness: Readings<Int, AttributionRecord.Directness> = [:]
  /// `nil` for an unnamed source.
  package private(set) var originator: Readings<Int, Int?> = [:]
  /// The links after the first.
  package private(set) var carriers: Readings<Int, [Int?]> = [:]
  package private(set) var isNegative: Readings<Int, Bool> = [:]
  package private(set) var claim: Readings<Int, Int> = [:]
  package private(set) var certainty: Readings<Int, Certainty> = [:]
  package private(set) var credibility: Readings<Int, Int> = [:]
  /// Entities, as indices into `Evidence.entities`.
  package private(set) var mentions: Readings<MentionReference, Int> = [:]
  package private(set) var times: Readings<TimeReference, EDTF> = [:]

  package init() {}

  /// One time expression: which analysis, and its id there.
  package struct TimeReference: Sendable, Hashable {
    package let analysis: Int
    package let id: String

    package init(analysis: Int, id: String) {
      self.analysis = analysis
      self.id = id
    }
  }
}

extension Evidence {
  /// Empty where an article has fewer than two analyses.
  package func annotatorDifferences(in article: Int) -> AnnotatorDifferences {
    var all = AnnotatorDifferences()
    guard articles[article].analyses.count > 1 else { return all }
    all.compare(
      articles[article].attributions.map { ($0, attributions[$0], record(attributions[$0])) })
    all.compareMentions(
      articles[article].analyses.flatMap { number in
        corpus.analyses[number].mentions.enumerated().map { position, mention in
          .init(
            words: mention.target, analysis: number,
            id: MentionReference(analysis: number, mention: position),
            value: entityIndex[mention.entity])
        }
      })
    all.compareTimes(
      articles[article].analyses.flatMap { number in
        corpus.analyses[number].times.map { time in
          .init(
            words: time.target, analysis: number, id: .init(analysis: number, id: time.id),
            value: time.value)
        }
      })
    return all
  }
}

extension AnnotatorDifferences {
  /// One thing that an annotator found at some words, with what is compared of it.
  fileprivate struct Found<ID: Hashable, Value: Sendable & Hashable> {
    let words: Target
    let analysis: Int
    let id: ID
    let value: Value?
  }

  fileprivate mutating func compare(
    _ attributions: [(index: Int, resolved: Attribution, record: AttributionRecord)]
  ) {
    func readings<Value>(
      _ value: (Attribution, AttributionRecord) -> Value?
    ) -> Readings<Int, Value> {
      Self.differing(
        attributions.map { index, resolved, record in
          Found(
            words: record.content, analysis: resolved.analysis, id: index,
            value: value(resolved, record))
        })
    }
    stance = readings { $1.cue?.stance }
    directness = readings { $1.directness }
    originator = readings { resolved, _ in .some(resolved.originator) }
    carriers = readings { resolved, _ in Array(resolved.sources.dropFirst()) }
    isNegative = readings { $1.isNegative }
    claim = readings { resolved, _ in resolved.claim }
    certainty = readings { $1.certainty }
    credibility = readings { $1.credibility }
  }

  fileprivate mutating func compareMentions(_ found: [Found<MentionReference, Int>]) {
    mentions = Self.differing(found)
  }

  fileprivate mutating func compareTimes(_ found: [Found<TimeReference, EDTF>]) {
    times = Self.differing(found)
  }

  /// For each thing the readings of those who found something at the same words, but nothing of the
  /// same value.
  private static func differing<ID, Value>(_ found: [Found<ID, Value>]) -> Readings<ID, Value> {
    var groups: [Target: [Found<ID, Value>]] = [:]
    for one in found where one.value != nil { groups[one.words, default: []].append(one) }
    var readings: Readings<ID, Value> = [:]
    for group in groups.values where group.count > 1 {
      var values: [(analysis: Int, all: [Value], set: Set<Value>)] = []
      for one in group {
        guard let value = one.value else { continue }
        if values.last?.analysis != one.analysis { values.append((one.analysis, [], [])) }
        if values[values.count - 1].set.insert(value).inserted {
          values[values.count - 1].all.append(value)
        }
      }
      for one in group {
        guard let value = one.value else { continue }
        let others = values.filter { $0.analysis != one.analysis && !$0.set.contains(value) }
          .map { OtherReading(analysis: $0.analysis, values: $0.all) }
        if !others.isEmpty { readings[one.id] = others }
      }
    }
    return readings
  }
}
