/// A model whose fields are known only at run time, such as the strings of an interface language.
public struct Record: Model {
  public let shape: Shape
  private let values: [Value]

  /// - Parameter values: in the order of `shape.fields`; those that are missing are `.none`.
  public init(_ shape: Shape, _ values: [Value]) {
    self.shape = shape
    self.values = values
  }

  /// A record with a shape of its own, made from what the values are. The shape of a list is that
  /// of its first model.
  public init(_ values: [String: Value]) {
    let ordered = values.sorted { $0.key < $1.key }
    shape = Shape(ordered.map { Shape.Field($0.key, kind: $0.value) })
    self.values = ordered.map(\.value)
  }

  public func value(at index: Int) -> Value {
    values.indices.contains(index) ? values[index] : .none
  }
}

extension Shape.Field {
  fileprivate init(_ name: String, kind value: Value) {
    switch value {
    case .none: self.init(name, .text, isOptional: true)
    case .text: self.init(name, .text)
    case .html, .placeholder, .gap: self.init(name, .html)
    case .number: self.init(name, .number)
    case .flag: self.init(name, .flag)
    case .one(let model):
      let shape = model.shape
      self.init(name, .one { shape })
    case .many(let models):
      let shape = models.count > 0 ? models.shape(at: 0) : Shape([])
      self.init(name, .many { shape })
    case .texts: self.init(name, .texts)
    case .values: self.init(name, .values)
    }
  }
}
