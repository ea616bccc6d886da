/// A page model, or a part of one: what a template can see.
public protocol Model: Sendable {
  var shape: Shape { get }
  /// - Parameter index: an index into `shape.fields`.
  func value(at index: Int) -> Value
  /// What a section over a field finds there; less work than its value.
  ///
  /// - Parameter index: an index into `shape.fields`.
  func presence(at index: Int) -> Presence
  /// Writes a field that is text or a number, without handing it out. Returns false where it is
  /// anything else, and nothing was written.
  ///
  /// - Parameter index: an index into `shape.fields`.
  func write(at index: Int, _ escape: Escape, to output: inout [UInt8]) -> Bool
  /// The model itself where it is a kept one.
  var kept: AnyObject? { get }
}

extension Model {
  public func presence(at index: Int) -> Presence { value(at: index).presence }

  public func write(at index: Int, _ escape: Escape, to output: inout [UInt8]) -> Bool { false }

  public var kept: AnyObject? { nil }
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
public protocol StaticModel: Model {
  static var fields: Fields<Self> { get }
  /// Whether such models are kept ones.
  static var isKept: Bool { get }
}

extension StaticModel {
  @inlinable public static var isKept: Bool { false }
}

/// A model that is made once and stands in many places, such as a link to a page.
///
/// All that it holds is constant. What a section over it renders to is kept, where nothing in the
/// section is from elsewhere, and written again when a renderer meets the same object there.
public protocol KeptModel: StaticModel, AnyObject {}

extension KeptModel {
  @inlinable public static var isKept: Bool { true }
  public var kept: AnyObject? { self }
}

// Inlinable, so that reading a field is compiled for each kind of model and not looked up for each
// value.
extension StaticModel {
  @inlinable public static var shape: Shape { fields.shape }

  @inlinable public var shape: Shape { Self.fields.shape }

  @inlinable public func value(at index: Int) -> Value {
    withUnsafePointer(to: self) { Self.fields.readers[index].value($0) }
  }

  @inlinable public func presence(at index: Int) -> Presence {
    withUnsafePointer(to: self) { Self.fields.readers[index].presence($0) }
  }

  @inlinable public func write(
    at index: Int, _ escape: Escape, to output: inout [UInt8]
  ) -> Bool {
    guard let write = Self.fields.readers[index].write else { return false }
    withUnsafePointer(to: self) { write($0, escape, &output) }
    return true
  }
}
