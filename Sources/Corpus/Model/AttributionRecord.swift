/// One content that an article passes on, with the chain that it came by.
package struct AttributionRecord: Sendable, Hashable {
  package enum Directness: String, Sendable, Hashable, CaseIterable {
    case direct, indirect, mixed
  }

  /// Unique in its analysis.
  package var id: String
  package var content: Target
  package var paraphrase = Localized()
  package var cue: Cue?
  package var directness: Directness
  /// From the one who said it to the last carrier before the article's publisher; not empty.
  package var chain: [Link]
  /// Entity or event ids.
  package var about: [String] = []
  package var claim: String?
  package var isNegative = false
  package var certainty: Certainty?
  /// Admiralty code, information: 1...6.
  package var credibility: Int?
  package var origin: Origin

  package init(id: String, content: Target, directness: Directness, chain: [Link], origin: Origin) {
    self.id = id
    self.content = content
    self.directness = directness
    self.chain = chain
    self.origin = origin
  }
}

/// The word that introduces what is passed on: "said", "claimed".
package struct Cue: Sendable, Hashable {
  package enum Stance: String, Sendable, Hashable, CaseIterable {
    case neutral, endorsing, distancing, denying
  }

  package var target: Target?
  package var lemma: String?
  package var stance: Stance

  package init(target: Target? = nil, lemma: String? = nil, stance: Stance) {
    self.target = target
    self.lemma = lemma
    self.stance = stance
  }
}

/// One link of a chain: who, and by what medium.
package struct Link: Sendable, Hashable {
  /// An entity id; `nil` is an unnamed source, which has a description.
  package var source: String?
  package var description = Localized()
  /// `statement`, `phone-call`, `wire`, …: free, lower case.
  package var medium: String?
  package var target: Target?
  package var cue: Cue?
  package var date: EDTF?

  package init(source: String?) {
    self.source = source
  }
}
