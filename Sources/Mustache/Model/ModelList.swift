/// Models of which a section draws one after the other.
///
/// Models of one kind are read where they lie: rows are many, and each would have to be copied to
/// stand alone.
public struct ModelList: Sendable {
  public let count: Int
  /// The models, as the reader knows them.
  private let box: any AnyObject & Sendable
  private let reader: ListReader

  @inlinable public init<M: StaticModel>(_ models: [M]) {
    self.init(count: models.count, ModelBox(models), M.fields.list)
  }

  /// Models of any kinds.
  public init(mixed models: [any Model]) {
    self.init(count: models.count, ModelBox(models), .mixed)
  }

  @usableFromInline init(count: Int, _ box: any AnyObject & Sendable, _ reader: ListReader) {
    self.count = count
    self.box = box
    self.reader = reader
  }

  func shape(at position: Int) -> Shape { reader.shape ?? model(at: position).shape }

  /// - Parameter field: an index into the fields of the model's shape.
  func value(at field: Int, of position: Int) -> Value { reader.value(box, field, position) }

  /// - Parameter field: an index into the fields of the model's shape.
  func presence(at field: Int, of position: Int) -> Presence {
    reader.presence(box, field, position)
  }

  /// - Parameter field: an index into the fields of the model's shape.
  func write(
    at field: Int, of position: Int, _ escape: Escape, to output: inout [UInt8]
  ) -> Bool {
    reader.write(box, field, position, escape, &output)
  }

  /// The model itself where it is a kept one.
  func kept(at position: Int) -> AnyObject? {
    reader.mayBeKept ? model(at: position).kept : nil
  }

  func model(at position: Int) -> any Model { reader.model(box, position) }
}
