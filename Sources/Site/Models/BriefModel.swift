import Mustache

/// What the Markdown template of composed briefs sees. Ids go into links of the project's own
/// schemes; they hold no character that Markdown would take for markup inside one.
struct BriefModel: StaticModel {
  let summary: String?
  let originators: [Originator]
  let quotes: [Quote]
  let events: [Event]

  struct Originator: StaticModel {
    let entityID: String?
    let countText: String
    let voices: [Reference]
    let carriers: [Reference]

    static let fields = Fields<Self> {
      [
        .text("entityID", \.entityID),
        .text("countText", \.countText),
        .many("voices", \.voices),
        .many("carriers", \.carriers),
      ]
    }
  }

  struct Reference: StaticModel {
    let id: String

    static let fields = Fields<Self> { [.text("id", \.id)] }
  }

  struct Quote: StaticModel {
    let quote: String
    let speakerID: String?
    let cue: String?

    static let fields = Fields<Self> {
      [
        .text("quote", \.quote),
        .text("speakerID", \.speakerID),
        .text("cue", \.cue),
      ]
    }
  }

  struct Event: StaticModel {
    let id: String
    let date: String?

    static let fields = Fields<Self> {
      [
        .text("id", \.id),
        .text("date", \.date),
      ]
    }
  }

  static let fields = Fields<Self> {
    [
      .text("summary", \.summary),
      .many("originators", \.originators),
      .many("quotes", \.quotes),
      .many("events", \.events),
      .flag("hasQuotes", { !$0.quotes.isEmpty }),
      .flag("hasEvents", { !$0.events.isEmpty }),
    ]
  }
}
