/// What a template can see at some point, as the check knows it: the shapes on the stack.
struct Scope: Hashable {
  /// A value that a section is over, whose name is `{{.}}`.
  enum Item: Hashable {
    case model
    case text
    case html
    case unknown
  }

  /// Innermost last, each once: what is further out has the same fields and cannot be seen.
  private(set) var shapes: [Shape]
  private(set) var item: Item

  init(_ shapes: [Shape]) {
    self.shapes = []
    item = .model
    for shape in shapes { push(shape) }
  }

  mutating func push(_ shape: Shape) {
    shapes.removeAll { $0 === shape }
    shapes.append(shape)
    item = .model
  }

  mutating func push(_ item: Item) {
    self.item = item
  }

  func field(_ name: String) -> Shape.Field? {
    for shape in shapes.reversed() {
      if let field = shape.field(name) { return field }
    }
    return nil
  }

  /// The names that can be seen, innermost first.
  var names: [String] { shapes.reversed().flatMap { $0.fields.map(\.name) } }
}

extension Shape {
  func field(_ name: String) -> Field? {
    // Names are compared by their bytes, as the renderer's tables do.
    fields.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
