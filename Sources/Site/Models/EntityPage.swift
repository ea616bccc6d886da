import Mustache

struct EntityPage: StaticModel {
  let name: TextView
  let typeWord: String
  let kind: String?
  let names: [TextView]
  let aliases: [String]
  let wikidata: String?
  let location: LocationView?
  let reliability: String?
  let memberOf: [EntityLink]
  let members: [EntityLink]
  let membersExtent: Extent
  let sourcePath: String?
  let noteHTML: HTML
  let hasNote: Bool
  let noteLang: String
  let noteDir: String
  let briefHTML: HTML
  /// `nil` where nobody wrote a brief.
  let briefFile: String?
  let figures: [FigureView]
  let events: RowList
  let calendar: CalendarView?
  let said: RowList
  let saidAbout: RowList
  let relayed: RowList
  /// In whose pages it speaks, and by which cues.
  let outlets: SpeakerList
  /// By whom loaded words are used of it.
  let labellers: LabelUseList
  let labels: LabelList
  let activity: PictureView?
  let company: PictureView?
  let companions: [CountedEntity]
  let mentions: MentionList
  let articles: RowList
  let disagreements: [DisagreementView]
  let feed: String

  struct LocationView: StaticModel {
    let lat: String
    let lon: String

    static let fields = Fields<Self> {
      [
        .text("lat", \.lat),
        .text("lon", \.lon),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .one("heading", \.name),
      .text("typeWord", \.typeWord),
      .text("kind", \.kind),
      .many("names", \.names),
      .texts("aliases", \.aliases),
      .text("wikidata", \.wikidata),
      .one("location", \.location),
      .text("reliability", \.reliability),
      .many("memberOf", \.memberOf),
      .many("members", \.members),
      .one("membersExtent", \.membersExtent),
      .flag("hasMembers", { !$0.members.isEmpty }),
      .text("sourcePath", \.sourcePath),
      .html("note", \.noteHTML),
      .flag("hasNote", \.hasNote),
      .text("noteLang", \.noteLang),
      .text("noteDir", \.noteDir),
      .html("brief", \.briefHTML),
      .text("briefFile", \.briefFile),
      .many("figures", \.figures),
      .one("events", \.events),
      .one("calendar", \.calendar),
      .one("said", \.said),
      .one("saidAbout", \.saidAbout),
      .one("relayed", \.relayed),
      .one("outlets", \.outlets),
      .one("labellers", \.labellers),
      .one("labels", \.labels),
      .one("activity", \.activity),
      .one("company", \.company),
      .many("companions", \.companions),
      .one("mentions", \.mentions),
      .one("articles", \.articles),
      .many("disagreements", \.disagreements),
      .text("entityFeed", \.feed),
      .flag("isDisputed", { !$0.disagreements.isEmpty }),
    ]
  }
}
