import Mustache

/// A cue with its words.
final class CueView: StaticModel {
  let words: TextView
  let lemma: String?
  /// `neutral`, `endorsing`, `distancing`, `denying`.
  let stance: String
  /// `nil` for a neutral cue, which needs no word.
  let stanceWord: String?
  /// Where the words stand in the article's page.
  let path: String?

  init(words: TextView, lemma: String?, stance: String, stanceWord: String?, path: String?) {
    self.words = words
    self.lemma = lemma
    self.stance = stance
    self.stanceWord = stanceWord
    self.path = path
  }

  static let fields = Fields<CueView> {
    [
      .one("words", \.words),
      .text("lemma", \.lemma),
      .text("stance", \.stance),
      .text("stanceWord", \.stanceWord),
      .text("path", \.path),
    ]
  }
}

/// One link of a chain, or the outlet that closes it.
struct ChainLinkView: StaticModel {
  /// `nil` where the source is unnamed.
  let entity: EntityLink?
  /// Admiralty code, source: `A`...`F`, and what it means; `nil` where none is given.
  let reliability: String?
  let reliabilityWord: String?
  /// What is said of an unnamed source.
  let description: TextView?
  let isUnnamed: Bool
  let isFirst: Bool
  let isOutlet: Bool
  let medium: String?
  let cue: CueView?
  let date: DateView?
  /// Where the words that name it stand in the article's page.
  let path: String?

  static let fields = Fields<Self> {
    [
      .one("entity", \.entity),
      .text("reliability", \.reliability),
      .text("reliabilityWord", \.reliabilityWord),
      .one("description", \.description),
      .flag("isUnnamed", \.isUnnamed),
      .flag("isBroken", { $0.isUnnamed && !$0.isOutlet }),
      .flag("isFirst", \.isFirst),
      .flag("isOutlet", \.isOutlet),
      .text("medium", \.medium),
      .one("cue", \.cue),
      .one("date", \.date),
      .text("path", \.path),
    ]
  }
}
