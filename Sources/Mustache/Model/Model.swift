/// A page model, or a part of one: what a template can see.
package protocol Model: Sendable {
  var shape: Shape { get }
  /// - Parameter index: an index into `shape.fields`.
  func value(at index: Int) -> Value
}

/// A model whose fields are known when Swift is compiled.
///
/// Names and accessors are declared in one place:
/// ```swift
/// struct Row: StaticModel {
///   let id: String
///   let children: [Row]
///   static let fields = Fields<Row> { [.text("id", \.id), .many("children", \.children)] }
/// }
/// ```
package protocol StaticModel: Model {
  static var fields: Fields<Self> { get }
}

extension StaticModel {
  package static var shape: Shape { fields.shape }

  package var shape: Shape { Self.fields.shape }

  package func value(at index: Int) -> Value {
    Self.fields.value(at: index, of: self)
  }
}
