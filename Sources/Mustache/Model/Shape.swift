/// The fields that a kind of model declares: what templates are checked against.
///
/// Two shapes are equal when they are the same object. A shape is made once for each kind of model,
/// not for each model: renderers keep a table for every shape that they meet.
package final class Shape: Sendable, Hashable {
  package struct Field: Sendable {
    package let name: String
    package let kind: Kind
    /// Whether the value may be absent, so that a section may ask for it.
    package let isOptional: Bool

    package init(_ name: String, _ kind: Kind, isOptional: Bool = false) {
      self.name = name
      self.kind = kind
      self.isOptional = isOptional
    }
  }

  /// The shapes of parts are asked for only when they are needed, so that a kind of model may hold
  /// models of its own kind.
  package enum Kind: Sendable {
    case text
    case html
    case number
    case flag
    case one(@Sendable () -> Shape)
    case many(@Sendable () -> Shape)
    case texts
    /// A list of anything: nothing is known of its items.
    case values
  }

  package let fields: [Field]

  package init(_ fields: [Field]) {
    self.fields = fields
  }

  package static func == (left: Shape, right: Shape) -> Bool { left === right }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(self))
  }
}
