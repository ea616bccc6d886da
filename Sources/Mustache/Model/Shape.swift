/// The fields that a kind of model declares: what templates are checked against.
///
/// Two shapes are equal when they are the same object. A shape is made once for each kind of model,
/// not for each model: renderers keep a table for every shape that they meet.
public final class Shape: Sendable, Hashable {
  public struct Field: Sendable {
    public let name: String
    public let kind: Kind
    /// Whether the value may be absent, so that a section may ask for it.
    public let isOptional: Bool

    public init(_ name: String, _ kind: Kind, isOptional: Bool = false) {
      self.name = name
      self.kind = kind
      self.isOptional = isOptional
    }
  }

  /// The shapes of parts are asked for only when they are needed, so that a kind of model may hold
  /// models of its own kind.
  public enum Kind: Sendable {
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

  public let fields: [Field]
  private let indices: [String: Int]

  public init(_ fields: [Field]) {
    self.fields = fields
    indices = Dictionary(
      zip(fields.map(\.name), fields.indices), uniquingKeysWith: { first, _ in first })
  }

  /// An index into `fields`.
  func index(of name: String) -> Int? { indices[name] }

  public static func == (left: Shape, right: Shape) -> Bool { left === right }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(self))
  }
}
