/// What a field of a model holds.
public enum Value: Sendable {
  /// Nothing: an absent optional field. A section over it is skipped.
  case none
  /// Text that is escaped when it is written.
  case text(String)
  /// HTML that is written as it is.
  case html(HTML)
  /// What each call of the renderer gives: see `Renderer.render`.
  case placeholder
  /// Nothing, but a rendition is divided there: see `Renderer.renditions`.
  case gap
  case number(Int)
  case flag(Bool)
  /// A part of the page with fields of its own.
  case one(any Model)
  case many(ModelList)
  case texts([String])
  /// A list of anything, for data whose form is only known at run time.
  case values([Value])

  /// Models of any kinds.
  public static func many(_ models: [any Model]) -> Value { .many(ModelList(mixed: models)) }
}

/// Well-formed HTML, as UTF-8, which whoever made it has escaped.
public struct HTML: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    case bytes([UInt8])
    /// Those of the renditions that stand at the places, in their order.
    case renditions([Rendition], at: [Int])
  }

  package let content: Content

  public init(_ bytes: [UInt8]) {
    content = .bytes(bytes)
  }

  public init(verbatim text: String) {
    content = .bytes(Array(text.utf8))
  }

  /// Pieces that were rendered before, one after the other; none of them is copied.
  public init(renditions: [Rendition]) {
    self.init(renditions: renditions, at: Array(renditions.indices))
  }

  /// Some of many pieces that were rendered before; none of them is copied.
  ///
  /// - Parameter places: indices into `renditions`, in the order in which they are written.
  public init(renditions: [Rendition], at places: [Int]) {
    content = .renditions(renditions, at: places)
  }
}
