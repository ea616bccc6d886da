import Mustache

/// One event wherever it is listed.
struct EventRow: StaticModel {
  let id: String
  /// To link to the row itself: `item-ID`.
  let rowID: String
  let path: String
  let title: TextView
  let date: DateView?
  let isDateDisputed: Bool
  let typeWord: String
  let status: String?
  let statusWord: String?
  let isNegative: Bool
  let certaintyWord: String?
  let place: EntityLink?
  let participants: [ParticipantView]
  let articleCount: Int
  let articleCountText: String
  /// `nil` where nothing is said about it.
  let attributions: CountView?
  /// The larger event that it is a part of.
  let whole: LinkView?
  /// The first of its own parts.
  let parts: [PartView]
  /// Where the others are, and how many parts there are in all.
  let allParts: CountView?

  static let fields = Fields<Self> {
    [
      .text("id", \.id),
      .text("path", \.path),
      .one("title", \.title),
      .one("date", \.date),
      .flag("isDateDisputed", \.isDateDisputed),
      .text("typeWord", \.typeWord),
      .text("status", \.status),
      .text("statusWord", \.statusWord),
      .flag("isNegative", \.isNegative),
      .text("certaintyWord", \.certaintyWord),
      .one("place", \.place),
      .many("participants", \.participants),
      .number("articleCount", \.articleCount),
      .text("articleCountText", \.articleCountText),
      .text("rowID", \.rowID),
      .one("attributionCount", \.attributions),
      .one("whole", \.whole),
      .many("parts", \.parts),
      .flag("hasParts", { !$0.parts.isEmpty }),
      .one("allParts", \.allParts),
    ]
  }
}

/// A part of a larger event, under it.
struct PartView: StaticModel {
  let event: LinkView
  let date: DateView?

  static let fields = Fields<Self> {
    [
      .one("event", \.event),
      .one("date", \.date),
    ]
  }
}

struct ParticipantView: StaticModel {
  let entity: EntityLink
  let role: String

  static let fields = Fields<Self> {
    [
      .one("entity", \.entity),
      .text("role", \.role),
    ]
  }
}
