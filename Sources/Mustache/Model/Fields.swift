/// The fields of a static model: the shape that they make up and how each is read.
///
/// Public and inlinable, as are models and values: only so are accessors compiled for each kind of
/// model. Generic ones, which `package` access would leave, look types up for each value.
public final class Fields<M: Model>: Sendable {
  public let shape: Shape
  /// In the order of `shape.fields`.
  public let readers: [@Sendable (M) -> Value]

  @inlinable public init(_ fields: () -> [Field<M>]) {
    let fields = fields()
    shape = Shape(fields.map(\.declared))
    readers = fields.map(\.read)
  }
}

/// One field of a static model: its name in templates, its kind, and how it is read.
///
/// A reader that yields an optional makes the field optional: a section may ask for it.
public struct Field<M: Model>: Sendable {
  @usableFromInline let declared: Shape.Field
  @usableFromInline let read: @Sendable (M) -> Value

  @inlinable init(
    _ name: String, _ kind: Shape.Kind, isOptional: Bool = false,
    _ read: @escaping @Sendable (M) -> Value
  ) {
    declared = Shape.Field(name, kind, isOptional: isOptional)
    self.read = read
  }

  @inlinable public static func text(_ name: String, _ read: @escaping @Sendable (M) -> String)
    -> Self
  {
    Self(name, .text) { .text(read($0)) }
  }

  @inlinable public static func text(_ name: String, _ read: @escaping @Sendable (M) -> String?)
    -> Self
  {
    Self(name, .text, isOptional: true) { read($0).map { .text($0) } ?? .none }
  }

  @inlinable public static func html(_ name: String, _ read: @escaping @Sendable (M) -> HTML)
    -> Self
  {
    Self(name, .html) { .html(read($0)) }
  }

  @inlinable public static func html(_ name: String, _ read: @escaping @Sendable (M) -> HTML?)
    -> Self
  {
    Self(name, .html, isOptional: true) { read($0).map { .html($0) } ?? .none }
  }

  /// Where a rendition is divided, so that something may be put there.
  @inlinable public static func gap(_ name: String) -> Self {
    Self(name, .html) { _ in .gap }
  }

  /// What the renderer is given at each call.
  @inlinable public static func placeholder(_ name: String) -> Self {
    Self(name, .html) { _ in .placeholder }
  }

  @inlinable public static func number(_ name: String, _ read: @escaping @Sendable (M) -> Int)
    -> Self
  {
    Self(name, .number) { .number(read($0)) }
  }

  @inlinable public static func number(_ name: String, _ read: @escaping @Sendable (M) -> Int?)
    -> Self
  {
    Self(name, .number, isOptional: true) { read($0).map { .number($0) } ?? .none }
  }

  @inlinable public static func flag(_ name: String, _ read: @escaping @Sendable (M) -> Bool)
    -> Self
  {
    Self(name, .flag) { .flag(read($0)) }
  }

  @inlinable public static func texts(_ name: String, _ read: @escaping @Sendable (M) -> [String])
    -> Self
  {
    Self(name, .texts) { .texts(read($0)) }
  }

  @inlinable public static func one<Part: StaticModel>(
    _ name: String, _ read: @escaping @Sendable (M) -> Part
  ) -> Self {
    Self(name, .one { Part.shape }) { .one(read($0)) }
  }

  @inlinable public static func one<Part: StaticModel>(
    _ name: String, _ read: @escaping @Sendable (M) -> Part?
  ) -> Self {
    Self(name, .one { Part.shape }, isOptional: true) { read($0).map { .one($0) } ?? .none }
  }

  @inlinable public static func many<Part: StaticModel>(
    _ name: String, _ read: @escaping @Sendable (M) -> [Part]
  ) -> Self {
    Self(name, .many { Part.shape }) { .many(ModelList(read($0))) }
  }

  /// A part whose fields are known only at run time; all models of this kind have that shape.
  @inlinable public static func record(
    _ name: String, _ shape: @escaping @Sendable @autoclosure () -> Shape,
    _ read: @escaping @Sendable (M) -> Record
  ) -> Self {
    Self(name, .one(shape)) { .one(read($0)) }
  }
}
