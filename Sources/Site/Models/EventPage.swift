import Mustache

struct EventPage: StaticModel {
  let event: EventRow
  let titles: [TextView]
  let participants: [ParticipantView]
  let noteHTML: HTML
  let hasNote: Bool
  let noteLang: String
  let noteDir: String
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
  /// What is said of it by cues that take the speaker's side, and by cues that keep their distance or
  /// deny; shown where there are both.
  let isOpposed: Bool
  let endorsed: RowList
  let distanced: RowList

  /// The events that stand in one relation to this one.
  struct RelationView: StaticModel {
    let word: String
    let events: [LinkView]
    /// Those that are shown when they are asked for.
    let others: [LinkView]
    /// "and 3 more"; `nil` where there are no others.
    let othersText: String?

    static let fields = Fields<Self> {
      [
        .text("word", \.word),
        .many("events", \.events),
        .many("others", \.others),
        .text("othersText", \.othersText),
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
      .text("noteLang", \.noteLang),
      .text("noteDir", \.noteDir),
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
      .flag("isOpposed", \.isOpposed),
      .one("endorsed", \.endorsed),
      .one("distanced", \.distanced),
    ]
  }
}

/// One analysis's version of an event.
struct ReportRow: StaticModel {
  let article: ArticleLink
  /// Who analysed the article, where several did.
  let annotator: String?
  let title: TextView
  let date: DateView?
  /// How the date was derived: its expression and rule.
  let derivation: TimeRow?
  let place: EntityLink?
  let participants: [VersionParticipant]
  let statusWord: String?
  let words: [WordsLink]
  /// On whose word the article has what it says of the event.
  let speakers: [SpeakerName]
  /// Whether no other article gives a date, a place, a status.
  let isOnlyDate: Bool
  let isOnlyPlace: Bool
  let isOnlyStatus: Bool

  static let fields = Fields<Self> {
    [
      .one("article", \.article),
      .text("annotator", \.annotator),
      .one("title", \.title),
      .one("date", \.date),
      .one("derivation", \.derivation),
      .one("place", \.place),
      .many("participants", \.participants),
      .text("statusWord", \.statusWord),
      .many("words", \.words),
      .many("speakers", \.speakers),
      .flag("isOnlyDate", \.isOnlyDate),
      .flag("isOnlyPlace", \.isOnlyPlace),
      .flag("isOnlyStatus", \.isOnlyStatus),
    ]
  }
}

/// A participant as one version of an event has it.
struct VersionParticipant: StaticModel {
  let entity: EntityLink
  let role: String
  /// Whether no other article names it.
  let isOnly: Bool

  static let fields = Fields<Self> {
    [
      .one("entity", \.entity),
      .text("role", \.role),
      .flag("isOnlyHere", \.isOnly),
    ]
  }
}

/// Who says something, named or not.
struct SpeakerName: StaticModel {
  /// `nil` for an unnamed source.
  let entity: EntityLink?

  static let fields = Fields<Self> { [.one("entity", \.entity)] }
}
