import Mustache

struct SourcePage: StaticModel {
  let entity: EntityLink
  let typeWord: String
  let kind: String?
  let reliability: String?
  let figures: [FigureView]
  /// Whom it lets speak, and by which cues, as an outlet.
  let speakers: SpeakerList
  /// In whose pages it speaks, and by which cues, as an originator.
  let outlets: SpeakerList
  /// Of whom it uses loaded words, as an outlet.
  let labelled: LabelUseList
  let speakersPicture: PictureView?
  let outletsPicture: PictureView?
  let carriedFor: CountedEntities
  let carriedBy: CountedEntities
  /// Claims that it reports in a circle with others.
  let circles: [CircleRow]
  /// One for each kind that its chains have.
  let breaks: [BreakCountRow]
  let said: RowList
  let relayed: RowList
  let published: RowList
  let articles: RowList
  /// What it tells of, or says or passes on something about.
  let events: RowList
  let calendar: CalendarView?

  static let fields = Fields<Self> {
    [
      .one("entity", \.entity),
      .text("typeWord", \.typeWord),
      .text("kind", \.kind),
      .text("reliability", \.reliability),
      .many("figures", \.figures),
      .one("speakers", \.speakers),
      .one("outlets", \.outlets),
      .one("labelled", \.labelled),
      .one("speakersPicture", \.speakersPicture),
      .one("outletsPicture", \.outletsPicture),
      .one("carriedFor", \.carriedFor),
      .one("carriedBy", \.carriedBy),
      .many("circles", \.circles),
      .flag("hasCircles", { !$0.circles.isEmpty }),
      .many("breaks", \.breaks),
      .flag("hasBreaks", { !$0.breaks.isEmpty }),
      .one("said", \.said),
      .one("relayed", \.relayed),
      .one("published", \.published),
      .one("articles", \.articles),
      .one("events", \.events),
      .one("calendar", \.calendar),
    ]
  }
}

/// The entities that are counted most often, and how many others there are.
struct CountedEntities: StaticModel {
  let rows: [CountedEntity]
  /// "and 3 more"; `nil` where these are all.
  let unsaidText: String?
  /// Where the others are found.
  let allPath: String

  static let fields = Fields<Self> {
    [
      .many("rows", \.rows),
      .flag("isEmpty", { $0.rows.isEmpty }),
      .text("unsaidText", \.unsaidText),
      .text("allPath", \.allPath),
    ]
  }
}
