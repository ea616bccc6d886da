import ByteCoding
import Corpus
import Markdown

extension Evidence {
  /// The evidence of a corpus that was read after this one's, where it differs in nothing that is put
  /// together here: only in what is looked up when it is shown.
  ///
  /// - Parameter change: how it differs from this one's.
  /// - Returns: `nil` where everything has to be put together again.
  package func following(_ next: Corpus, _ change: CorpusChange) -> Evidence? {
    guard case .values(let articles, let analyses) = change else { return nil }
    for index in articles {
      guard corpus.articles[index].linked == next.articles[index].linked else { return nil }
    }
    for index in analyses {
      guard corpus.analyses[index].linked == next.analyses[index].linked else { return nil }
    }
    var evidence = self
    evidence.corpus = next
    return evidence
  }
}

// What is left out here is what nothing in this target reads; all else counts, also what is added some
// day.

extension Article {
  /// All of it that evidence is put together from, as bytes: strings of Swift are equal where their
  /// bytes may differ.
  var linked: [UInt8] {
    var linked = self
    linked.title = ""
    linked.body = ReadingText(text: "", pieces: [])
    linked.authors = []
    linked.url = nil
    linked.license = nil
    linked.retrieved = nil
    linked.origin = .nowhere
    linked.fingerprint = .none
    var writer = ByteWriter()
    writer.add(linked)
    return writer.bytes
  }
}

extension Analysis {
  /// The same of an analysis.
  fileprivate var linked: [UInt8] {
    var linked = self
    let nowhere = Target(first: Span(codePoints: 0..<0, bytes: 0..<0))
    linked.generator = nil
    linked.fingerprint = .none
    for index in mentions.indices {
      linked.mentions[index].target = nowhere
      linked.mentions[index].form = nil
    }
    for index in times.indices {
      linked.times[index].target = nowhere
      linked.times[index].anchor = nil
      linked.times[index].rule = nil
    }
    for index in events.indices { linked.events[index].targets = [] }
    for index in labels.indices {
      linked.labels[index].target = nowhere
      linked.labels[index].device = .epithet
      linked.labels[index].gloss = Localized()
    }
    for index in attributions.indices {
      linked.attributions[index].content = nowhere
      linked.attributions[index].paraphrase = Localized()
      linked.attributions[index].cue?.target = nil
      linked.attributions[index].cue?.lemma = nil
      linked.attributions[index].directness = .direct
      linked.attributions[index].certainty = nil
      linked.attributions[index].credibility = nil
      for link in attributions[index].chain.indices {
        linked.attributions[index].chain[link].description = Localized()
        linked.attributions[index].chain[link].target = nil
        linked.attributions[index].chain[link].cue = nil
      }
    }
    var writer = ByteWriter()
    writer.add(linked)
    return writer.bytes
  }
}
