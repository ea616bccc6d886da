import Mustache

/// The notes beside one block of an article's text: the chain of each thing said in it.
struct NotesView: StaticModel {
  /// "2 attributions".
  let countText: String
  /// How many blocks the notes may reach down beside, 1 to `NotesView.reach`.
  let rows: Int
  let notes: [NoteView]
  let lang: String
  let dir: String

  /// What the stylesheet knows of.
  static let reach = 8

  static let fields = Fields<Self> {
    [
      .text("countText", \.countText),
      .number("rows", \.rows),
      .many("notes", \.notes),
      .text("lang", \.lang),
      .text("dir", \.dir),
    ]
  }
}

/// One chain beside the words that came through it.
struct NoteView: StaticModel {
  /// The number of its originator's colour.
  let color: Int
  let chain: [ChainLinkView]
  let sayings: [SayingView]

  static let fields = Fields<Self> {
    [
      .number("color", \.color),
      .many("chain", \.chain),
      .many("sayings", \.sayings),
    ]
  }
}

/// One thing said: how it is said, and where its row is.
struct SayingView: StaticModel {
  let id: String
  /// As the text and the table number it.
  let number: String
  /// Its row in the same page; `nil` where the row has no room there.
  let rowID: String?
  let cue: CueView?
  let directnessWord: String
  let isNegative: Bool

  static let fields = Fields<Self> {
    [
      .text("noteID", \.id),
      .text("number", \.number),
      .text("rowID", \.rowID),
      .one("cue", \.cue),
      .text("directnessWord", \.directnessWord),
      .flag("isNegative", \.isNegative),
    ]
  }
}
