import Corpus

/// One entity, merged from everything that declares it.
package struct Entity: Sendable {
  /// The card's id where a card joins several ids, else the id given.
  package let id: String
  /// Further ids that a card says are the same.
  package internal(set) var otherIDs: [String] = []
  package internal(set) var type = Witnesses<EntityRecord.Kind>()
  package internal(set) var kind = Witnesses<String>()
  /// Each name with its language.
  package internal(set) var names = Witnesses<Localized.Entry>()
  package internal(set) var aliases = Witnesses<String>()
  package internal(set) var wikidata = Witnesses<String>()
  package internal(set) var location = Witnesses<EntityRecord.Location>()
  package internal(set) var reliability = Witnesses<Character>()
  /// Indices into `Evidence.entities`.
  package internal(set) var memberOf: [Int] = []
  package internal(set) var members: [Int] = []
  /// An index into `Corpus.entityCards`.
  package internal(set) var card: Int?

  /// Where it is mentioned, in the order of the corpus.
  package internal(set) var mentions: [MentionReference] = []
  /// Indices into `Evidence.articles`, ascending: where it is mentioned, speaks, or takes part.
  package internal(set) var articles: [Int] = []
  /// Indices into `Evidence.attributions`, ascending, in each of these.
  package internal(set) var said: [Int] = []
  package internal(set) var saidAbout: [Int] = []
  /// Carried for someone else.
  package internal(set) var relayed: [Int] = []
  /// Printed, as the publisher of the article.
  package internal(set) var published: [Int] = []
  /// The articles it published.
  package internal(set) var publications: [Int] = []
  /// Indices into `Evidence.claims`: those that it reports in a circle with other bodies, ascending.
  package internal(set) var circles: [Int] = []
  package internal(set) var labels: [LabelReference] = []
  /// Indices into `Evidence.events`: those it takes part in, or that happened there; in time order.
  package internal(set) var events: [Int] = []
  /// Indices into `Evidence.events`: those that its own articles tell of, or that it says or passes on
  /// something about; in time order.
  package internal(set) var reported: [Int] = []

  init(id: String) {
    self.id = id
  }

  /// Whether it originates, carries or publishes anything.
  package var isSource: Bool { !(said.isEmpty && relayed.isEmpty && publications.isEmpty) }

  /// The best name in the order of `languages`, else the first there is, else the id.
  package func name(for languages: [String]) -> Localized.Entry {
    for lang in languages {
      if let known = names.values.first(where: { $0.value.lang == lang }) { return known.value }
    }
    return names.best ?? Localized.Entry(lang: "", text: id)
  }
}

/// One mention: which analysis, and which of its mentions.
package struct MentionReference: Sendable, Hashable {
  package let analysis: Int
  package let mention: Int

  package init(analysis: Int, mention: Int) {
    self.analysis = analysis
    self.mention = mention
  }
}

/// One label: which analysis, and which of its labels.
package struct LabelReference: Sendable, Hashable {
  package let analysis: Int
  package let label: Int

  package init(analysis: Int, label: Int) {
    self.analysis = analysis
    self.label = label
  }
}
