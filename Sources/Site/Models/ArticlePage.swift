import Mustache

struct ArticlePage: StaticModel {
  let title: TextView
  let titleHTML: HTML
  let publisher: EntityLink?
  let published: DateView?
  let authors: [String]
  let credit: [EntityLink]
  let url: String?
  let retrieved: DateView?
  let license: String?
  let tags: [LinkView]
  let translationOf: ArticleLink?
  let translations: [ArticleLink]
  let briefHTML: HTML
  let briefLang: String
  let briefDir: String
  let briefIsComposed: Bool
  let briefFile: String
  let textHTML: HTML
  let textLang: String
  let textDir: String
  let originators: [OriginatorRow]
  /// "8 attributions come from 3 originators through 2 carriers."
  let summary: String?
  let attributions: AttributionList
  let speakers: SpeakerList
  let events: ArticleEventList
  let times: TimeList
  let labels: LabelList
  let entities: [CountedEntity]
  let entitiesExtent: Extent
  let analyses: [AnalysisView]
  /// The mentions that annotators take for different entities.
  let differences: MentionList
  /// The W3C Web Annotations of the article, and the text that they count in.
  let annotationsFile: String
  let textFile: String

  static let fields = Fields<Self> {
    [
      .one("heading", \.title),
      .html("headingHTML", \.titleHTML),
      .one("publisher", \.publisher),
      .one("published", \.published),
      .texts("authors", \.authors),
      .many("credit", \.credit),
      .text("url", \.url),
      .one("retrieved", \.retrieved),
      .text("articleLicense", \.license),
      .many("tags", \.tags),
      .one("translationOf", \.translationOf),
      .many("translations", \.translations),
      .html("brief", \.briefHTML),
      .text("briefLang", \.briefLang),
      .text("briefDir", \.briefDir),
      .flag("briefIsComposed", \.briefIsComposed),
      .text("briefFile", \.briefFile),
      .html("articleText", \.textHTML),
      .text("textLang", \.textLang),
      .text("textDir", \.textDir),
      .many("originators", \.originators),
      .text("summary", \.summary),
      .one("attributions", \.attributions),
      .one("speakers", \.speakers),
      .one("events", \.events),
      .one("times", \.times),
      .one("labels", \.labels),
      .many("entities", \.entities),
      .one("entitiesExtent", \.entitiesExtent),
      .many("analyses", \.analyses),
      .one("differing", \.differences),
      .text("annotationsFile", \.annotationsFile),
      .text("textFile", \.textFile),
    ]
  }
}

/// One who is the origin of what an article passes on, and the hands it came through.
struct OriginatorRow: StaticModel {
  /// The number of its colour in the text.
  let number: Int
  /// `nil` for unnamed sources.
  let entity: EntityLink?
  let countText: String
  /// Those who speak for its own body: "by way of".
  let voices: [EntityLink]
  /// Those who carry it: "through".
  let carriers: [EntityLink]

  static let fields = Fields<Self> {
    [
      .number("number", \.number),
      .one("entity", \.entity),
      .text("countText", \.countText),
      .many("voices", \.voices),
      .many("carriers", \.carriers),
      .flag("hasVoices", { !$0.voices.isEmpty }),
      .flag("hasCarriers", { !$0.carriers.isEmpty }),
    ]
  }
}

/// Words of an article, and where they stand in its page.
struct WordsLink: StaticModel {
  let words: TextView
  let path: String

  static let fields = Fields<Self> {
    [
      .one("words", \.words),
      .text("path", \.path),
    ]
  }
}

/// An event as one article tells it.
struct ArticleEventRow: StaticModel {
  let event: EventRow
  /// The date that this article gives.
  let date: DateView?
  /// The time expression that it rests on.
  let derivation: TimeRow?
  let words: [WordsLink]

  static let fields = Fields<Self> {
    [
      .one("event", \.event),
      .one("statedDate", \.date),
      .one("derivation", \.derivation),
      .many("words", \.words),
    ]
  }
}

/// How a date was derived: the expression, what it starts from, the rule, the value.
struct TimeRow: StaticModel {
  let rowID: String
  let words: TextView
  let wordsPath: String
  let anchor: String?
  let anchorPath: String?
  let anchorDate: DateView?
  let rule: String?
  let value: DateView
  let differences: [DifferenceView]

  static let fields = Fields<Self> {
    [
      .text("rowID", \.rowID),
      .one("words", \.words),
      .text("wordsPath", \.wordsPath),
      .text("anchor", \.anchor),
      .text("anchorPath", \.anchorPath),
      .one("anchorDate", \.anchorDate),
      .text("rule", \.rule),
      .one("value", \.value),
      .many("differences", \.differences),
    ]
  }
}

/// Who analysed the article.
struct AnalysisView: StaticModel {
  let name: String
  let version: String?
  let methodWord: String?
  let at: DateView?

  static let fields = Fields<Self> {
    [
      .text("name", \.name),
      .text("version", \.version),
      .text("methodWord", \.methodWord),
      .one("at", \.at),
    ]
  }
}
