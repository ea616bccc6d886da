/// Models of which a section draws one after the other.
///
/// Models of one kind are read where they lie: rows are many, and each would have to be copied to
/// stand alone. How they are read is compiled where their kind is known, so it is a closure and not a
/// generic type, which would look types up for each value.
public struct ModelList: Sendable {
  public let count: Int
  /// `nil` where not all have the same.
  private let commonShape: Shape?
  /// Whether any may be a kept one.
  private let mayBeKept: Bool
  private let read: @Sendable (_ field: Int, _ position: Int) -> Value
  private let model: @Sendable (_ position: Int) -> any Model

  @inlinable public init<M: StaticModel>(_ models: [M]) {
    self.init(count: models.count, M.shape, mayBeKept: M.isKept) { field, position in
      models.withUnsafeBufferPointer { M.fields.readers[field]($0[position]) }
    } model: {
      models[$0]
    }
  }

  /// Models of any kinds.
  public init(mixed models: [any Model]) {
    self.init(count: models.count, nil, mayBeKept: true) { field, position in
      models[position].value(at: field)
    } model: {
      models[$0]
    }
  }

  @usableFromInline init(
    count: Int, _ commonShape: Shape?, mayBeKept: Bool,
    read: @escaping @Sendable (_ field: Int, _ position: Int) -> Value,
    model: @escaping @Sendable (_ position: Int) -> any Model
  ) {
    self.count = count
    self.commonShape = commonShape
    self.mayBeKept = mayBeKept
    self.read = read
    self.model = model
  }

  func shape(at position: Int) -> Shape { commonShape ?? model(position).shape }

  /// - Parameter field: an index into the fields of the model's shape.
  func value(at field: Int, of position: Int) -> Value { read(field, position) }

  /// The model itself where it is a kept one.
  func kept(at position: Int) -> AnyObject? { mayBeKept ? model(position).kept : nil }

  func model(at position: Int) -> any Model { model(position) }
}
