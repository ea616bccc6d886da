import Corpus
import Evidence

/// What annotators of one article say against each other.
extension Views {
  func differences(in article: Int) -> AnnotatorDifferences {
    if let last = lastDifferences, last.article == article { return last.all }
    let all = evidence.annotatorDifferences(in: article)
    lastDifferences = (article, all)
    return all
  }

  func differences(ofAttribution index: Int, in article: Int) -> [DifferenceView] {
    guard evidence.articles[article].analyses.count > 1 else { return [] }
    let all = differences(in: article)
    return [
      difference("stance", all.stance[index]) { word(strings.word("stance", for: $0.rawValue)) },
      difference("directness", all.directness[index]) {
        word(strings.word("directness", for: $0.rawValue))
      },
      difference("originator", all.originator[index]) { sourceName($0) },
      difference("carriers", all.carriers[index]) { carriers in
        carriers.isEmpty
          ? word(strings["annotator.noCarrier"])
          : word(carriers.map { sourceName($0).text }.joined(separator: " ← "))
      },
      difference("polarity", all.isNegative[index]) {
        word(strings[$0 ? "polarity.negative" : "polarity.positive"])
      },
      difference("claim", all.claim[index]) { claim($0).title },
      difference("certainty", all.certainty[index]) {
        word(strings.word("certainty", for: $0.rawValue))
      },
      difference("credibility", all.credibility[index]) { word(strings.digits($0)) },
    ].compactMap { $0 }
  }

  func differences(of mention: MentionReference, in article: Int) -> [DifferenceView] {
    guard evidence.articles[article].analyses.count > 1 else { return [] }
    let found = difference("entity", differences(in: article).mentions[mention]) { entity($0).name }
    return [found].compactMap { $0 }
  }

  func differences(ofTime id: String, analysis: Int, in article: Int) -> [DifferenceView] {
    guard evidence.articles[article].analyses.count > 1 else { return [] }
    let reference = AnnotatorDifferences.TimeReference(analysis: analysis, id: id)
    let found = difference("date", differences(in: article).times[reference]) {
      word(dates.view($0).text)
    }
    return [found].compactMap { $0 }
  }

  /// The mentions of an article that annotators take for different entities, in their order.
  func differingMentions(in article: Int) -> [MentionReference] {
    guard evidence.articles[article].analyses.count > 1 else { return [] }
    let all = differences(in: article).mentions
    return evidence.articles[article].analyses.flatMap { number in
      corpus.analyses[number].mentions.indices
        .map { MentionReference(analysis: number, mention: $0) }
        .filter { all[$0] != nil }
    }
  }

  private func sourceName(_ source: Int?) -> TextView {
    source.map { entity($0).name } ?? word(strings["chain.unnamed"])
  }

  private func difference<Value>(
    _ attribute: String, _ readings: [OtherReading<Value>]?, view: (Value) -> TextView
  ) -> DifferenceView? {
    readings.map { readings in
      DifferenceView(
        attribute: strings["attribute.\(attribute)"],
        others: readings.map { other in
          DifferenceView.OtherView(
            annotator: annotator(other.analysis), values: other.values.map(view))
        })
    }
  }
}
