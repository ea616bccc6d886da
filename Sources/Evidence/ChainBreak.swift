/// A way in which a chain does not lead from the words to somebody who answers for them.
///
/// Each says what an article's chain lacks as the article gives it, and nothing of whether the words
/// are true. An article's `credit` mends none of them: it names agencies for the article as a whole,
/// not for these words.
package enum ChainBreak: String, Sendable, Hashable, CaseIterable {
  /// A link is an unnamed source, wherever in the chain it stands.
  case unnamed
  /// Nobody stands between the originator's body and the outlet, although the words were not given to
  /// the outlet itself: they are those of a text (a statement, a document, a letter, a report), and
  /// the chain does not say through whom it came; or no outlet is named either, and the medium is none
  /// that is open to all (a website, social media, a broadcast). Where the outlet is of the
  /// originator's own body, it prints its own words, and nothing is lacking.
  case uncarried
  /// The chain begins with one who carries: its first link is a wire; or it is a news organisation
  /// (one that publishes articles here, or whose kind says so) and its medium is none in which it
  /// would speak for itself. Where that is the outlet's own body, it reports what it saw itself. An
  /// unnamed originator before a carrier is no such break, but an unnamed source.
  case originless
  /// A link has no date, or the article that closes the chain has none.
  case undated

  /// Whether it is so common that it is told quietly: few articles date each link.
  package var isMinor: Bool { self == .undated }
}

/// The breaks of one chain.
package struct ChainBreaks: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init(_ kind: ChainBreak) {
    switch kind {
    case .unnamed: self.init(rawValue: 1)
    case .uncarried: self.init(rawValue: 2)
    case .originless: self.init(rawValue: 4)
    case .undated: self.init(rawValue: 8)
    }
  }

  package func contains(_ kind: ChainBreak) -> Bool { isSuperset(of: ChainBreaks(kind)) }

  /// In the order of the kinds.
  package var kinds: [ChainBreak] { ChainBreak.allCases.filter(contains) }

  /// Whether anything but a date is lacking.
  package var isBroken: Bool { kinds.contains { !$0.isMinor } }
}

/// The attributions whose chains are broken, as indices into `Evidence.attributions`, ascending.
package struct BrokenChains: Sendable {
  /// Those that lack more than a date.
  package internal(set) var all: [Int] = []
  package internal(set) var byKind: [ChainBreak: [Int]] = [:]

  package subscript(kind: ChainBreak) -> [Int] { byKind[kind] ?? [] }

  mutating func add(_ attribution: Int, _ breaks: ChainBreaks) {
    guard !breaks.isEmpty else { return }
    if breaks.isBroken { all.put(attribution) }
    for kind in breaks.kinds { byKind[kind, default: []].put(attribution) }
  }
}
