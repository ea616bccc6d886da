import Mustache

/// A mention with the words around it.
struct MentionRow: StaticModel {
  /// Who is meant, where the row does not stand on that entity's own page.
  let entity: EntityLink?
  let article: ArticleLink
  let wordsPath: String
  let before: String
  let words: String
  let after: String
  let lang: String
  let dir: String
  let differences: [DifferenceView]

  static let fields = Fields<Self> {
    [
      .one("entity", \.entity),
      .many("differences", \.differences),
      .one("article", \.article),
      .text("wordsPath", \.wordsPath),
      .text("before", \.before),
      .text("words", \.words),
      .text("after", \.after),
      .text("lang", \.lang),
      .text("dir", \.dir),
    ]
  }
}

/// Words that judge whom they name.
struct LabelRow: StaticModel {
  let entity: EntityLink
  let article: ArticleLink
  let wordsPath: String
  let words: TextView
  let device: String
  let deviceWord: String
  let gloss: TextView?

  static let fields = Fields<Self> {
    [
      .one("entity", \.entity),
      .one("article", \.article),
      .text("wordsPath", \.wordsPath),
      .one("words", \.words),
      .text("device", \.device),
      .text("deviceWord", \.deviceWord),
      .one("gloss", \.gloss),
    ]
  }
}

/// One of several values that are given for the same thing, and who gives it.
struct ValueRow: StaticModel {
  let value: TextView
  let witnesses: [ArticleLink]
  let isFromCard: Bool
  /// `nil` where no article gives it, but a card alone.
  let countText: String?
  /// Whether there are too many articles to be read beside the value.
  let isFolded: Bool
  /// How many are left out here, and where all are.
  let unsaidText: String?
  let allPath: String?

  static let fields = Fields<Self> {
    [
      .one("value", \.value),
      .text("unsaidText", \.unsaidText),
      .text("allPath", \.allPath),
      .many("witnesses", \.witnesses),
      .flag("isFromCard", \.isFromCard),
      .flag("isFolded", \.isFolded),
      .text("countText", \.countText),
    ]
  }
}

/// An attribute on whose value the sources do not agree.
struct DisagreementView: StaticModel {
  let attribute: String
  let values: [ValueRow]

  static let fields = Fields<Self> {
    [
      .text("attribute", \.attribute),
      .many("values", \.values),
    ]
  }
}
