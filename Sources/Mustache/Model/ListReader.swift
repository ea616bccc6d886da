/// How the models of a list are read, for every list of one kind.
///
/// Made where the kind is known when Swift is compiled, so it is of closures: a generic type would
/// look types up for each value.
@usableFromInline final class ListReader: Sendable {
  @usableFromInline typealias Box = any AnyObject & Sendable

  /// `nil` where not all have the same.
  let shape: Shape?
  /// Whether any may be a kept one.
  let mayBeKept: Bool
  let value: @Sendable (Box, _ field: Int, _ position: Int) -> Value
  let presence: @Sendable (Box, _ field: Int, _ position: Int) -> Presence
  let write: @Sendable (Box, _ field: Int, _ position: Int, Escape, inout [UInt8]) -> Bool
  let model: @Sendable (Box, _ position: Int) -> any Model

  @usableFromInline init(
    _ shape: Shape?, mayBeKept: Bool,
    value: @escaping @Sendable (Box, _ field: Int, _ position: Int) -> Value,
    presence: @escaping @Sendable (Box, _ field: Int, _ position: Int) -> Presence,
    write: @escaping @Sendable (Box, _ field: Int, _ position: Int, Escape, inout [UInt8]) -> Bool,
    model: @escaping @Sendable (Box, _ position: Int) -> any Model
  ) {
    self.shape = shape
    self.mayBeKept = mayBeKept
    self.value = value
    self.presence = presence
    self.write = write
    self.model = model
  }

  /// Of models of any kinds.
  static let mixed = ListReader(nil, mayBeKept: true) { box, field, position in
    ModelBox<any Model>.read(box, position) { $0.pointee.value(at: field) }
  } presence: { box, field, position in
    ModelBox<any Model>.read(box, position) { $0.pointee.presence(at: field) }
  } write: { box, field, position, escape, output in
    ModelBox<any Model>.read(box, position) { $0.pointee.write(at: field, escape, to: &output) }
  } model: { box, position in
    ModelBox<any Model>.read(box, position) { $0.pointee }
  }
}

/// The models of a list, whose kind only its reader knows.
@usableFromInline final class ModelBox<M: Sendable>: Sendable {
  @usableFromInline let models: [M]

  @inlinable init(_ models: [M]) {
    self.models = models
  }

  /// - Parameters:
  ///   - box: of models of this kind: a list is made with its reader, and never gets another.
  ///   - position: of a model of the list.
  @inlinable static func read<Result>(
    _ box: ListReader.Box, _ position: Int, _ body: (UnsafePointer<M>) -> Result
  ) -> Result {
    unsafeDowncast(box, to: ModelBox<M>.self).models.withUnsafeBufferPointer { models in
      // Whatever the input: a template can ask for a list, and content can make it long or empty, but
      // neither can name a place in it. `Renderer.beginItem` counts places from 0 while they are below
      // the count that the list was made with, and neither that nor `models` can change after. Nor is
      // a place left over from a page that failed: `Renderer.render` begins with no frame and no list.
      guard let first = models.baseAddress, models.indices.contains(position) else {
        preconditionFailure("no section draws more models than its list has")
      }
      return body(first + position)
    }
  }
}
