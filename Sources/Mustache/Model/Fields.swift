/// The fields of a static model: the shape that they make up and how each is read.
package struct Fields<M: Model>: Sendable {
  package let shape: Shape
  // Without `M` in its type: the type of an array of generic closures would be looked up for each
  // value.
  private let readers: [AnyReader]

  package init(_ fields: () -> [Field<M>]) {
    let fields = fields()
    shape = Shape(fields.map(\.declared))
    readers = fields.map { Reader($0.read) }
  }

  /// - Parameter index: an index into `shape.fields`.
  func value(at index: Int, of model: M) -> Value {
    // `init`, which alone sets `readers`, puts nothing but readers of `M` there.
    unsafeDowncast(readers[index], to: Reader<M>.self).read(model)
  }
}

private class AnyReader: @unchecked Sendable {
  // Its only subclass is `Reader`, which has nothing but a constant that is `Sendable`.
}

private final class Reader<M: Model>: AnyReader, @unchecked Sendable {
  let read: @Sendable (M) -> Value

  init(_ read: @escaping @Sendable (M) -> Value) {
    self.read = read
  }
}

/// One field of a static model: its name in templates, its kind, and how it is read.
///
/// A reader that yields an optional makes the field optional: a section may ask for it.
package struct Field<M: Model>: Sendable {
  let declared: Shape.Field
  let read: @Sendable (M) -> Value

  private init(
    _ name: String, _ kind: Shape.Kind, isOptional: Bool = false,
    _ read: @escaping @Sendable (M) -> Value
  ) {
    declared = Shape.Field(name, kind, isOptional: isOptional)
    self.read = read
  }

  package static func text(_ name: String, _ read: @escaping @Sendable (M) -> String) -> Self {
    Self(name, .text) { .text(read($0)) }
  }

  package static func text(_ name: String, _ read: @escaping @Sendable (M) -> String?) -> Self {
    Self(name, .text, isOptional: true) { read($0).map { .text($0) } ?? .none }
  }

  package static func html(_ name: String, _ read: @escaping @Sendable (M) -> HTML) -> Self {
    Self(name, .html) { .html(read($0)) }
  }

  package static func html(_ name: String, _ read: @escaping @Sendable (M) -> HTML?) -> Self {
    Self(name, .html, isOptional: true) { read($0).map { .html($0) } ?? .none }
  }

  package static func number(_ name: String, _ read: @escaping @Sendable (M) -> Int) -> Self {
    Self(name, .number) { .number(read($0)) }
  }

  package static func number(_ name: String, _ read: @escaping @Sendable (M) -> Int?) -> Self {
    Self(name, .number, isOptional: true) { read($0).map { .number($0) } ?? .none }
  }

  package static func flag(_ name: String, _ read: @escaping @Sendable (M) -> Bool) -> Self {
    Self(name, .flag) { .flag(read($0)) }
  }

  package static func texts(_ name: String, _ read: @escaping @Sendable (M) -> [String]) -> Self {
    Self(name, .texts) { .texts(read($0)) }
  }

  package static func one<Part: StaticModel>(
    _ name: String, _ read: @escaping @Sendable (M) -> Part
  ) -> Self {
    Self(name, .one { Part.shape }) { .one(read($0)) }
  }

  package static func one<Part: StaticModel>(
    _ name: String, _ read: @escaping @Sendable (M) -> Part?
  ) -> Self {
    Self(name, .one { Part.shape }, isOptional: true) { read($0).map { .one($0) } ?? .none }
  }

  package static func many<Part: StaticModel>(
    _ name: String, _ read: @escaping @Sendable (M) -> [Part]
  ) -> Self {
    Self(name, .many { Part.shape }) { .many(read($0)) }
  }

  /// A part whose fields are known only at run time; all models of this kind have that shape.
  package static func record(
    _ name: String, _ shape: @escaping @Sendable @autoclosure () -> Shape,
    _ read: @escaping @Sendable (M) -> Record
  ) -> Self {
    Self(name, .one(shape)) { .one(read($0)) }
  }
}
