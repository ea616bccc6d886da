/// The fields of a static model: the shape that they make up and how each is read.
///
/// Public and inlinable, as are models and values: only so are accessors compiled for each kind of
/// model. Generic ones, which `package` access would leave, look types up for each value.
public final class Fields<M: StaticModel>: Sendable {
  public let shape: Shape
  /// In the order of `shape.fields`.
  public let readers: [Field<M>.Reader]
  @usableFromInline let list: ListReader

  @inlinable public init(_ fields: () -> [Field<M>]) {
    let fields = fields()
    let readers = fields.map(\.reader)
    shape = Shape(fields.map(\.declared))
    self.readers = readers
    list = ListReader(shape, mayBeKept: M.isKept) { box, field, position in
      ModelBox<M>.read(box, position) { readers[field].value($0) }
    } presence: { box, field, position in
      ModelBox<M>.read(box, position) { readers[field].presence($0) }
    } write: { box, field, position, escape, output in
      guard let write = readers[field].write else { return false }
      ModelBox<M>.read(box, position) { write($0, escape, &output) }
      return true
    } model: { box, position in
      ModelBox<M>.read(box, position) { $0.pointee }
    }
  }
}

/// One field of a static model: its name in templates, its kind, and how it is read.
///
/// A reader that yields an optional makes the field optional: a section may ask for it.
public struct Field<M: Model>: Sendable {
  /// Models are pointed at, since rows are long, and one that is handed over is copied for each of its
  /// fields.
  public struct Reader: Sendable {
    public let value: @Sendable (UnsafePointer<M>) -> Value
    public let presence: @Sendable (UnsafePointer<M>) -> Presence
    /// Writes text or a number; `nil` for what is neither.
    public let write: (@Sendable (UnsafePointer<M>, Escape, inout [UInt8]) -> Void)?

    @inlinable init(
      value: @escaping @Sendable (UnsafePointer<M>) -> Value,
      presence: @escaping @Sendable (UnsafePointer<M>) -> Presence,
      write: (@Sendable (UnsafePointer<M>, Escape, inout [UInt8]) -> Void)?
    ) {
      self.value = value
      self.presence = presence
      self.write = write
    }
  }

  @usableFromInline let declared: Shape.Field
  @usableFromInline let reader: Reader

  @inlinable init(
    _ name: String, _ kind: Shape.Kind, isOptional: Bool = false,
    _ value: @escaping @Sendable (UnsafePointer<M>) -> Value,
    presence: @escaping @Sendable (UnsafePointer<M>) -> Presence,
    write: (@Sendable (UnsafePointer<M>, Escape, inout [UInt8]) -> Void)? = nil
  ) {
    declared = Shape.Field(name, kind, isOptional: isOptional)
    reader = Reader(value: value, presence: presence, write: write)
  }

  @inlinable public static func text(_ name: String, _ read: @escaping @Sendable (M) -> String)
    -> Self
  {
    Self(name, .text) {
      .text(read($0.pointee))
    } presence: { _ in
      .scalar
    } write: {
      $1.append(read($0.pointee), to: &$2)
    }
  }

  @inlinable public static func text(_ name: String, _ read: @escaping @Sendable (M) -> String?)
    -> Self
  {
    Self(name, .text, isOptional: true) {
      read($0.pointee).map { .text($0) } ?? .none
    } presence: {
      read($0.pointee) == nil ? .absent : .scalar
    } write: {
      if let text = read($0.pointee) { $1.append(text, to: &$2) }
    }
  }

  @inlinable public static func html(_ name: String, _ read: @escaping @Sendable (M) -> HTML)
    -> Self
  {
    Self(name, .html) {
      .html(read($0.pointee))
    } presence: { _ in
      .scalar
    }
  }

  @inlinable public static func html(_ name: String, _ read: @escaping @Sendable (M) -> HTML?)
    -> Self
  {
    Self(name, .html, isOptional: true) {
      read($0.pointee).map { .html($0) } ?? .none
    } presence: {
      read($0.pointee) == nil ? .absent : .scalar
    }
  }

  /// Where a rendition is divided, so that something may be put there.
  @inlinable public static func gap(_ name: String) -> Self {
    Self(name, .html) { _ in
      .gap
    } presence: { _ in
      .scalar
    }
  }

  /// What the renderer is given at each call.
  @inlinable public static func placeholder(_ name: String) -> Self {
    Self(name, .html) { _ in
      .placeholder
    } presence: { _ in
      .scalar
    }
  }

  @inlinable public static func number(_ name: String, _ read: @escaping @Sendable (M) -> Int)
    -> Self
  {
    Self(name, .number) {
      .number(read($0.pointee))
    } presence: { _ in
      .scalar
    } write: {
      $1.append(read($0.pointee), to: &$2)
    }
  }

  @inlinable public static func number(_ name: String, _ read: @escaping @Sendable (M) -> Int?)
    -> Self
  {
    Self(name, .number, isOptional: true) {
      read($0.pointee).map { .number($0) } ?? .none
    } presence: {
      read($0.pointee) == nil ? .absent : .scalar
    } write: {
      if let number = read($0.pointee) { $1.append(number, to: &$2) }
    }
  }

  @inlinable public static func flag(_ name: String, _ read: @escaping @Sendable (M) -> Bool)
    -> Self
  {
    Self(name, .flag) {
      .flag(read($0.pointee))
    } presence: {
      read($0.pointee) ? .flag : .absent
    }
  }

  @inlinable public static func texts(_ name: String, _ read: @escaping @Sendable (M) -> [String])
    -> Self
  {
    Self(name, .texts) {
      .texts(read($0.pointee))
    } presence: {
      read($0.pointee).isEmpty ? .absent : .part
    }
  }

  @inlinable public static func one<Part: StaticModel>(
    _ name: String, _ read: @escaping @Sendable (M) -> Part
  ) -> Self {
    Self(name, .one { Part.shape }) {
      .one(read($0.pointee))
    } presence: { _ in
      .part
    }
  }

  @inlinable public static func one<Part: StaticModel>(
    _ name: String, _ read: @escaping @Sendable (M) -> Part?
  ) -> Self {
    Self(name, .one { Part.shape }, isOptional: true) {
      read($0.pointee).map { .one($0) } ?? .none
    } presence: {
      read($0.pointee) == nil ? .absent : .part
    }
  }

  @inlinable public static func many<Part: StaticModel>(
    _ name: String, _ read: @escaping @Sendable (M) -> [Part]
  ) -> Self {
    Self(name, .many { Part.shape }) {
      .many(ModelList(read($0.pointee)))
    } presence: {
      read($0.pointee).isEmpty ? .absent : .part
    }
  }

  /// A part whose fields are known only at run time; all models of this kind have that shape.
  @inlinable public static func record(
    _ name: String, _ shape: @escaping @Sendable @autoclosure () -> Shape,
    _ read: @escaping @Sendable (M) -> Record
  ) -> Self {
    Self(name, .one(shape)) {
      .one(read($0.pointee))
    } presence: { _ in
      .part
    }
  }
}
