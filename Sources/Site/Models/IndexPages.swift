import Mustache

struct HomePage: StaticModel {
  let heading: TextView
  let description: TextView?
  let figures: [FigureView]
  let articles: [ArticleSummary]
  let entities: [CountedEntity]
  let claims: [ClaimRow]
  let years: [YearView]
  let voices: PictureView?
  let density: PictureView?
  /// A thing said, with its chain, from the newest articles: how to read the rest.
  let specimen: AttributionRow?

  static let fields = Fields<Self> {
    [
      .one("heading", \.heading),
      .one("intro", \.description),
      .many("figures", \.figures),
      .many("articles", \.articles),
      .many("entities", \.entities),
      .many("claims", \.claims),
      .flag("hasClaims", { !$0.claims.isEmpty }),
      .many("years", \.years),
      .one("voices", \.voices),
      .one("density", \.density),
      .one("specimen", \.specimen),
    ]
  }
}

/// An article with the beginning of its brief.
struct ArticleSummary: StaticModel {
  let article: ArticleLink
  let excerpt: TextView?
  let count: CountView

  static let fields = Fields<Self> {
    [
      .one("article", \.article),
      .one("excerpt", \.excerpt),
      .one("count", \.count),
    ]
  }
}

struct ArticlesPage: StaticModel {
  let heading: String
  let articles: [ArticleSummary]
  let pager: PagerView?
  /// Where the tags are, where there are any.
  let tagsPath: String?

  static let fields = Fields<Self> {
    [
      .text("heading", \.heading),
      .many("articles", \.articles),
      .one("pager", \.pager),
      .text("tagsPath", \.tagsPath),
    ]
  }
}

struct EntitiesPage: StaticModel {
  let heading: String
  /// Whose list it is, where it is not that of all.
  let parent: LinkView?
  let listName: String
  let entities: [EntityRow]
  let pager: PagerView?

  static let fields = Fields<Self> {
    [
      .text("heading", \.heading),
      .one("parent", \.parent),
      .text("listName", \.listName),
      .many("entities", \.entities),
      .one("pager", \.pager),
    ]
  }
}

struct EntityRow: StaticModel {
  let entity: EntityLink
  let typeWord: String
  let kind: String?
  let otherNames: [TextView]
  let articles: CountView
  let mentions: CountView
  let said: CountView
  let saidAbout: CountView

  static let fields = Fields<Self> {
    [
      .one("entity", \.entity),
      .text("typeWord", \.typeWord),
      .text("kind", \.kind),
      .many("otherNames", \.otherNames),
      .one("articleCount", \.articles),
      .one("mentionCount", \.mentions),
      .one("saidCount", \.said),
      .one("saidAboutCount", \.saidAbout),
    ]
  }
}

struct EventsPage: StaticModel {
  let heading: String
  let events: HTML
  let pager: PagerView?

  static let fields = Fields<Self> {
    [
      .text("heading", \.heading),
      .html("events", \.events),
      .one("pager", \.pager),
    ]
  }
}

struct ClaimsPage: StaticModel {
  let heading: String
  let claims: [ClaimRow]
  let pager: PagerView?

  static let fields = Fields<Self> {
    [
      .text("heading", \.heading),
      .many("claims", \.claims),
      .one("pager", \.pager),
    ]
  }
}

struct ClaimRow: StaticModel {
  let claim: ClaimLink
  let origins: CountView
  let repetitions: CountView

  static let fields = Fields<Self> {
    [
      .one("claim", \.claim),
      .one("origins", \.origins),
      .one("repetitions", \.repetitions),
    ]
  }
}

struct SourcesPage: StaticModel {
  let heading: String
  /// On the first page.
  let flows: PictureView?
  let sources: [SourceRow]
  let pager: PagerView?

  static let fields = Fields<Self> {
    [
      .text("heading", \.heading),
      .one("flows", \.flows),
      .many("sources", \.sources),
      .one("pager", \.pager),
    ]
  }
}

struct SourceRow: StaticModel {
  let source: EntityLink
  let kind: String?
  let originated: CountView
  let carried: CountView
  let published: CountView
  /// Of the chains that it has a part in, those that lack more than a date.
  let broken: TableCount

  static let fields = Fields<Self> {
    [
      .one("source", \.source),
      .text("kind", \.kind),
      .one("originatedCount", \.originated),
      .one("carriedCount", \.carried),
      .one("publishedCount", \.published),
      .one("brokenCount", \.broken),
    ]
  }
}

/// The whole table, or one entity's, source's or event's share of it.
struct AttributionsPage: StaticModel {
  let heading: String
  /// Whose list it is, where it is not the whole.
  let parent: LinkView?
  let extent: Extent
  let attributions: HTML
  let pager: PagerView?
  let csv: String?
  let json: String?
  /// The ways to the broken chains; none where this is not the whole table.
  var kinds: [BreakKindView] = []

  static let fields = Fields<Self> {
    [
      .text("heading", \.heading),
      .one("parent", \.parent),
      .number("total", \.extent.toldTotal),
      .text("totalText", \.extent.toldTotalText),
      .text("listName", \.extent.name),
      .html("attributions", \.attributions),
      .one("pager", \.pager),
      .text("csv", \.csv),
      .text("json", \.json),
      .many("kinds", \.kinds),
      .flag("hasKinds", { !$0.kinds.isEmpty }),
    ]
  }
}

/// The further pages of a list of which another page shows the first rows; all but one are `nil`.
struct RowsPage: StaticModel {
  let heading: String
  let parent: LinkView?
  let extent: Extent
  var events: RowList?
  var calendar: CalendarView?
  var mentions: MentionList?
  var labels: LabelList?
  var articles: RowList?
  var times: TimeList?
  var speakers: SpeakerList?
  var labelUses: LabelUseList?
  var reports: [ReportRow] = []
  var reportsExtent: Extent?
  var pager: PagerView?

  static let fields = Fields<Self> {
    [
      .text("heading", \.heading),
      .one("parent", \.parent),
      .number("total", \.extent.toldTotal),
      .text("totalText", \.extent.toldTotalText),
      .text("listName", \.extent.name),
      .one("events", \.events),
      .one("calendar", \.calendar),
      .one("mentions", \.mentions),
      .one("labels", \.labels),
      .one("articles", \.articles),
      .one("times", \.times),
      .one("speakers", \.speakers),
      .one("labelUses", \.labelUses),
      .many("reports", \.reports),
      .one("reportsExtent", \.reportsExtent),
      .one("pager", \.pager),
    ]
  }
}

struct FreePage: StaticModel {
  let heading: TextView
  let bodyHTML: HTML

  static let fields = Fields<Self> {
    [
      .one("heading", \.heading),
      .html("body", \.bodyHTML),
    ]
  }
}

struct NotFoundPage: StaticModel {
  let heading: String

  static let fields = Fields<Self> { [.text("heading", \.heading)] }
}
