import Corpus

/// The parts of an attribution's record that are asked for most, each read where it lies: the record
/// as a whole is a copy of all of them.
extension Evidence {
  @inlinable package func id(of attribution: Attribution) -> String {
    corpus.analyses[attribution.analysis].attributions[attribution.record].id
  }

  @inlinable package func content(of attribution: Attribution) -> Target {
    corpus.analyses[attribution.analysis].attributions[attribution.record].content
  }

  @inlinable package func cue(of attribution: Attribution) -> Cue? {
    corpus.analyses[attribution.analysis].attributions[attribution.record].cue
  }

  @inlinable package func directness(of attribution: Attribution) -> AttributionRecord.Directness {
    corpus.analyses[attribution.analysis].attributions[attribution.record].directness
  }

  @inlinable package func chain(of attribution: Attribution) -> [Link] {
    corpus.analyses[attribution.analysis].attributions[attribution.record].chain
  }

  @inlinable package func claim(of attribution: Attribution) -> String? {
    corpus.analyses[attribution.analysis].attributions[attribution.record].claim
  }

  /// - Parameter attribution: an index. What it stands for has many parts, of which only two are looked
  ///   at.
  @inlinable package func paraphrase(of attribution: Int) -> Localized {
    let (analysis, record) = (attributions[attribution].analysis, attributions[attribution].record)
    return corpus.analyses[analysis].attributions[record].paraphrase
  }

  /// The first paraphrase of a claim in each language, in the order of its attributions.
  package func paraphrases(of claim: Claim) -> [Localized.Entry] {
    var firsts: [Localized.Entry] = []
    for attribution in claim.attributions {
      for entry in paraphrase(of: attribution).entries
      where !firsts.contains(where: { $0.lang == entry.lang }) { firsts.append(entry) }
    }
    return firsts
  }

  @inlinable package func isNegative(_ attribution: Attribution) -> Bool {
    corpus.analyses[attribution.analysis].attributions[attribution.record].isNegative
  }
}
