import Corpus

/// One event, merged from everything that declares it.
package struct Event: Sendable {
  package let id: String
  package internal(set) var otherIDs: [String] = []
  package internal(set) var type = Witnesses<String>()
  package internal(set) var titles = Witnesses<Localized.Entry>()
  package internal(set) var date = Witnesses<EDTF>()
  /// Indices into `Evidence.entities`.
  package internal(set) var place = Witnesses<Int>()
  package internal(set) var participants = Witnesses<Participant>()
  package internal(set) var status = Witnesses<EventRecord.Status>()
  package internal(set) var isNegative = Witnesses<Bool>()
  package internal(set) var certainty = Witnesses<Certainty>()
  /// Indices into `Evidence.events`.
  package internal(set) var partOf = Witnesses<Int>()
  package internal(set) var parts: [Int] = []
  package internal(set) var relations = Witnesses<Relation>()
  /// An index into `Corpus.eventCards`.
  package internal(set) var card: Int?
  /// Who declares it: an analysis, and which of its events.
  package internal(set) var reports: [EventReport] = []
  /// Indices into `Evidence.articles`, ascending.
  package internal(set) var articles: [Int] = []
  /// Indices into `Evidence.attributions`: what is said about it.
  package internal(set) var attributions: [Int] = []
  /// Those of them whose cue takes the speaker's side, and those whose cue keeps its distance from
  /// what is said or denies it.
  package internal(set) var endorsed: [Int] = []
  package internal(set) var distanced: [Int] = []

  package struct Participant: Sendable, Hashable {
    package let entity: Int
    package let role: String
  }

  package struct Relation: Sendable, Hashable {
    package let type: EventRecord.Relation.Kind
    package let event: Int
  }

  init(id: String) {
    self.id = id
  }

  /// Whether it is spoken of with cues of opposite stance.
  package var isOpposed: Bool { !endorsed.isEmpty && !distanced.isEmpty }

  package func title(for languages: [String]) -> Localized.Entry {
    for lang in languages {
      if let known = titles.values.first(where: { $0.value.lang == lang }) { return known.value }
    }
    return titles.best ?? Localized.Entry(lang: "", text: id)
  }
}

/// One analysis's version of an event.
package struct EventReport: Sendable, Hashable {
  package let analysis: Int
  package let event: Int

  package init(analysis: Int, event: Int) {
    self.analysis = analysis
    self.event = event
  }
}
