import Mustache

/// A number of attributions or labels, and how anyone counts them again in the content.
final class TallyView: StaticModel {
  /// What is counted, where it needs a word.
  let word: String?
  let number: Int
  let text: String
  /// By what it is counted: `outlet=paper speaker=mayor stance=distancing`.
  let key: String
  /// Its share of all, in words; `nil` where all are too few.
  let share: String?

  init(word: String?, number: Int, text: String, key: String, share: String?) {
    self.word = word
    self.number = number
    self.text = text
    self.key = key
    self.share = share
  }

  static let fields = Fields<TallyView> {
    [
      .text("word", \.word),
      .number("number", \.number),
      .text("text", \.text),
      .text("key", \.key),
      .text("share", \.share),
    ]
  }
}

/// How one speaker is let speak, or how one outlet lets somebody speak: the cues by stance, and
/// whether in the speaker's own words.
struct SpeakerRow: StaticModel {
  /// `nil` for unnamed sources, or for an outlet that is not named.
  let speaker: EntityLink?
  let isOutlet: Bool
  let stances: [StanceView]
  let directness: [TallyView]
  let total: TallyView
  /// Where all the attributions are.
  let allPath: String

  struct StanceView: StaticModel {
    let stance: String
    let tally: TallyView
    let cues: [WordUse]
    /// How many further cues have no room.
    let unsaidText: String?

    static let fields = Fields<Self> {
      [
        .text("stance", \.stance),
        .one("tally", \.tally),
        .many("cues", \.cues),
        .text("unsaidText", \.unsaidText),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .one("speaker", \.speaker),
      .flag("isOutlet", \.isOutlet),
      .many("stances", \.stances),
      .many("directness", \.directness),
      .one("total", \.total),
      .text("allPath", \.allPath),
    ]
  }
}

/// Words that are used, and how often.
struct WordUse: StaticModel {
  let words: TextView
  /// Where they are used first.
  let path: String
  /// `nil` where they are used once.
  let times: String?

  static let fields = Fields<Self> {
    [
      .one("words", \.words),
      .text("path", \.path),
      .text("times", \.times),
    ]
  }
}

/// The loaded words that one outlet uses of one entity.
struct LabelUseRow: StaticModel {
  /// The entity, or the outlet, whichever page it is; `nil` for an outlet that is not named.
  let who: EntityLink?
  let words: [WordUse]
  /// How many further words have no room, and where all are.
  let unsaidText: String?
  let allPath: String
  let total: TallyView

  static let fields = Fields<Self> {
    [
      .one("who", \.who),
      .many("words", \.words),
      .text("unsaidText", \.unsaidText),
      .text("allPath", \.allPath),
      .one("total", \.total),
    ]
  }
}

struct SpeakerList: Listing {
  let rows: [SpeakerRow]
  let extent: Extent
  /// From how many attributions on shares are given.
  let note: String

  static let fields = Fields<Self> {
    [
      .many("rows", \.rows),
      .one("extent", \.extent),
      .flag("isEmpty", { $0.rows.isEmpty }),
      .text("note", \.note),
    ]
  }
}

struct LabelUseList: Listing {
  let rows: [LabelUseRow]
  let extent: Extent
  static let fields = listFields()
}
