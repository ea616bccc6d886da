/// What one analysis, or one card, declares of an event.
package struct EventRecord: Sendable, Hashable {
  package enum Status: String, Sendable, Hashable, CaseIterable {
    case reported, confirmed, disputed, planned, denied
  }

  package struct Participant: Sendable, Hashable {
    package var entity: String
    package var role: String

    package init(entity: String, role: String) {
      self.entity = entity
      self.role = role
    }
  }

  package struct Relation: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      case before, after, causes, sameAs
    }

    package var type: Kind
    package var event: String

    package init(type: Kind, event: String) {
      self.type = type
      self.event = event
    }
  }

  package var id: String
  /// A PLOVER event type (`CONSULT`), else a short lower-case noun.
  package var type: String
  package var title: Localized
  package var date: EDTF?
  /// The id of the time expression of the same analysis that gives the date.
  package var time: String?
  /// An entity id.
  package var place: String?
  package var participants: [Participant] = []
  package var targets: [Target] = []
  package var partOf: String?
  package var relations: [Relation] = []
  package var status: Status?
  package var isNegative = false
  package var certainty: Certainty?
  package var origin: Origin

  package init(id: String, type: String, title: Localized, origin: Origin) {
    self.id = id
    self.type = type
    self.title = title
    self.origin = origin
  }
}

package enum Certainty: String, Sendable, Hashable, CaseIterable {
  case certain, probable, possible
}
