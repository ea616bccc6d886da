import Mustache

/// One event wherever it is listed.
struct EventRow: StaticModel {
  let id: String
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
