import Mustache

/// One attribution wherever it is listed.
struct AttributionRow: StaticModel {
  /// Unique in its article's page: `a1`.
  let id: String
  let article: ArticleLink
  /// Its row in the article's page, and the words themselves.
  let path: String
  let wordsPath: String
  let quote: TextView
  let paraphrase: TextView?
  let cue: CueView?
  let directness: String
  let directnessWord: String
  let isNegative: Bool
  let chain: [ChainLinkView]
  let about: [LinkView]
  let claim: ClaimLink?
  let certaintyWord: String?
  let credibility: String?
  let credibilityWord: String?
  /// What its chain lacks.
  let breaks: [BreakView]
  let differences: [DifferenceView]

  static let fields = Fields<Self> {
    [
      .text("id", \.id),
      .one("article", \.article),
      .text("path", \.path),
      .text("wordsPath", \.wordsPath),
      .one("quote", \.quote),
      .one("paraphrase", \.paraphrase),
      .one("cue", \.cue),
      .text("directness", \.directness),
      .text("directnessWord", \.directnessWord),
      .flag("isNegative", \.isNegative),
      .many("chain", \.chain),
      .many("about", \.about),
      .one("claim", \.claim),
      .text("certaintyWord", \.certaintyWord),
      .text("credibility", \.credibility),
      .text("credibilityWord", \.credibilityWord),
      .many("breaks", \.breaks),
      .flag("isBroken", { !$0.breaks.isEmpty }),
      .many("differences", \.differences),
    ]
  }
}

/// One attribution in the table of its own article.
struct OwnAttributionRow: StaticModel {
  let rowID: String
  /// Its note beside the article's text.
  let noteID: String
  /// Its number in the article's text.
  let number: String
  /// The number of its originator's colour.
  let color: Int
  /// What its row has elsewhere, less the way to the article, from the first cell's inside on.
  let cells: HTML

  static let fields = Fields<Self> {
    [
      .text("rowID", \.rowID),
      .text("noteID", \.noteID),
      .text("number", \.number),
      .number("color", \.color),
      .html("cells", \.cells),
    ]
  }
}

/// A claim wherever it is named.
final class ClaimLink: KeptModel {
  let path: String
  let title: TextView
  let isSingleOrigin: Bool
  /// Whether it is reported in a circle.
  let isCircular: Bool

  init(path: String, title: TextView, isSingleOrigin: Bool, isCircular: Bool) {
    self.path = path
    self.title = title
    self.isSingleOrigin = isSingleOrigin
    self.isCircular = isCircular
  }

  static let fields = Fields<ClaimLink> {
    [
      .text("path", \.path),
      .one("title", \.title),
      .flag("isSingleOrigin", \.isSingleOrigin),
      .flag("isCircular", \.isCircular),
    ]
  }
}

/// An article wherever it is named.
final class ArticleLink: KeptModel {
  let path: String
  let title: TextView
  let publisher: EntityLink?
  let published: DateView?

  init(path: String, title: TextView, publisher: EntityLink?, published: DateView?) {
    self.path = path
    self.title = title
    self.publisher = publisher
    self.published = published
  }

  static let fields = Fields<ArticleLink> {
    [
      .text("path", \.path),
      .text("title", { $0.title.text }),
      .text("lang", { $0.title.lang }),
      .one("publisher", \.publisher),
      .one("published", \.published),
    ]
  }
}
