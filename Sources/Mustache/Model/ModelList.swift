/// Models of which a section draws one after the other.
public protocol ModelList: Sendable {
  var count: Int { get }
  func shape(at position: Int) -> Shape
  /// - Parameter field: an index into the fields of the model's shape.
  func value(at field: Int, of position: Int) -> Value
  /// The model itself where it is a kept one.
  func kept(at position: Int) -> AnyObject?
  func model(at position: Int) -> any Model
}

/// Models of one kind, read where they lie: rows are many, and each would have to be copied to stand
/// alone.
public struct Models<M: StaticModel>: ModelList {
  @usableFromInline let models: [M]

  @inlinable public init(_ models: [M]) {
    self.models = models
  }

  @inlinable public var count: Int { models.count }

  @inlinable public func shape(at position: Int) -> Shape { M.shape }

  @inlinable public func value(at field: Int, of position: Int) -> Value {
    models.withUnsafeBufferPointer { M.fields.readers[field]($0[position]) }
  }

  @inlinable public func kept(at position: Int) -> AnyObject? { models[position].kept }

  @inlinable public func model(at position: Int) -> any Model { models[position] }
}

/// Models of any kinds.
public struct MixedModels: ModelList {
  private let models: [any Model]

  public init(_ models: [any Model]) {
    self.models = models
  }

  public var count: Int { models.count }

  public func shape(at position: Int) -> Shape { models[position].shape }

  public func value(at field: Int, of position: Int) -> Value {
    models[position].value(at: field)
  }

  public func kept(at position: Int) -> AnyObject? { models[position].kept }

  public func model(at position: Int) -> any Model { models[position] }
}
