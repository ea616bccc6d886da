import Mustache

struct EventPage: StaticModel {
  let event: EventRow
  let titles: [TextView]
  let participants: [ParticipantView]
  let noteHTML: HTML
  let hasNote: Bool
  let briefHTML: HTML
  /// `nil` where nobody wrote a brief.
  let briefFile: String?
  let partOf: LinkView?
  let parts: RowList
  let relations: [RelationView]
  let disagreements: [DisagreementView]
  let reports: [ReportRow]
  let reportsExtent: Extent
  let attributions: RowList

  struct RelationView: StaticModel {
    let word: String
    let event: LinkView

    static let fields = Fields<Self> {
      [
        .text("word", \.word),
        .one("event", \.event),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .one("event", \.event),
      .many("titles", \.titles),
      .many("participants", \.participants),
      .html("note", \.noteHTML),
      .flag("hasNote", \.hasNote),
      .html("brief", \.briefHTML),
      .text("briefFile", \.briefFile),
      .one("partOf", \.partOf),
      .one("parts", \.parts),
      .many("relations", \.relations),
      .many("disagreements", \.disagreements),
      .flag("isDisputed", { !$0.disagreements.isEmpty }),
      .many("reports", \.reports),
      .one("reportsExtent", \.reportsExtent),
      .one("attributions", \.attributions),
    ]
  }
}

/// One article's version of an event.
struct ReportRow: StaticModel {
  let article: ArticleLink
  let title: TextView
  let date: DateView?
  /// How the date was derived: its expression and rule.
  let derivation: TimeRow?
  let place: EntityLink?
  let participants: [ParticipantView]
  let statusWord: String?
  let words: [WordsLink]

  static let fields = Fields<Self> {
    [
      .one("article", \.article),
      .one("title", \.title),
      .one("date", \.date),
      .one("derivation", \.derivation),
      .one("place", \.place),
      .many("participants", \.participants),
      .text("statusWord", \.statusWord),
      .many("words", \.words),
    ]
  }
}
