/// The stack of what a template can see, innermost last, and where each name is found in it.
struct Contexts {
  private struct Context {
    /// Which of the tables; -1 for a value without fields.
    let table: Int
    let value: Value
  }

  private let parts: [Int32]
  private let nameNumbers: [String: Int32]
  private let nameCount: Int
  private var stack: [Context] = []

  /// The shapes that were met, and for each of them the field that each name of the program stands
  /// for, or -1: name `n` of shape `s` is `slots[s * nameCount + n]`.
  private var shapes: [Shape] = []
  private var slots: [Int16] = []
  private var tableOfShape: [ObjectIdentifier: Int] = [:]
  /// For each name, the table of the model that was last found under it: mostly the next one's too.
  private var guesses: [Int]

  /// Shapes that are kept from one page to the next.
  private static let shapesKept = 1024

  init(_ program: Program) {
    parts = program.parts
    nameNumbers = program.nameNumbers
    nameCount = program.names.count
    guesses = Array(repeating: -1, count: nameCount)
  }

  mutating func removeAll() {
    stack.removeAll(keepingCapacity: true)
    guard shapes.count > Self.shapesKept else { return }
    shapes = []
    slots = []
    tableOfShape = [:]
    for name in guesses.indices { guesses[name] = -1 }
  }

  mutating func push(_ value: Value, under name: Int32 = -1) {
    if case .one(let model) = value {
      stack.append(Context(table: table(of: model, under: name), value: value))
    } else {
      stack.append(Context(table: -1, value: value))
    }
  }

  mutating func pop() {
    stack.removeLast()
  }

  /// The value of a name in the context, or nil when nothing has such a field.
  mutating func value(of path: Program.Path) -> Value? {
    guard !path.isImplicit else { return stack.last?.value }
    var name = parts[Int(path.start)]
    guard var value = value(of: name) else { return nil }
    for index in Int(path.start) + 1..<Int(path.end) {
      guard case .one(let model) = value else { return nil }
      let part = parts[index]
      let slot = slots[table(of: model, under: name) * nameCount + Int(part)]
      guard slot >= 0 else { return nil }
      value = model.value(at: Int(slot))
      name = part
    }
    return value
  }

  private func value(of name: Int32) -> Value? {
    var level = stack.count
    while level > 0 {
      level -= 1
      let table = stack[level].table
      guard table >= 0 else { continue }
      let slot = slots[table * nameCount + Int(name)]
      guard slot >= 0, case .one(let model) = stack[level].value else { continue }
      return model.value(at: Int(slot))
    }
    return nil
  }

  private mutating func table(of model: any Model, under name: Int32) -> Int {
    let shape = model.shape
    if name >= 0 {
      let guess = guesses[Int(name)]
      if guess >= 0, shapes[guess] === shape { return guess }
    }
    let table = tableOfShape[ObjectIdentifier(shape)] ?? addTable(shape)
    if name >= 0 { guesses[Int(name)] = table }
    return table
  }

  private mutating func addTable(_ shape: Shape) -> Int {
    let table = shapes.count
    shapes.append(shape)
    tableOfShape[ObjectIdentifier(shape)] = table
    slots.append(contentsOf: repeatElement(-1, count: nameCount))
    for (index, field) in shape.fields.enumerated().reversed() {
      guard let name = nameNumbers[field.name] else { continue }
      slots[table * nameCount + Int(name)] = Int16(clamping: index)
    }
    return table
  }
}
