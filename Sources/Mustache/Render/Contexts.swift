/// The stack of what a template can see, innermost last.
struct Contexts {
  /// Nothing in it is counted by reference: contexts come and go with every link.
  private struct Context {
    enum Kind {
      case model, listed, item
    }
    let scope: Int32
    /// Where it is: in `models`, in one of `lists`, or in `items`.
    let kind: Kind
    /// An index into that.
    let index: Int32
    /// Which of the list's models.
    var position: Int32 = 0
  }

  private let program: Program
  private var scopes: Scopes
  private var stack: [Context] = []
  private var models: [any Model] = []
  /// The lists of the sections that are being drawn, innermost last.
  private(set) var lists: [ModelList] = []
  /// Values without fields, for `{{.}}`.
  private var items: [Value] = []
  /// The lowest level, constants aside, that was read from since somebody set it.
  var reach = Int.max

  /// How many of the outermost levels are the same in all pages of a renderer.
  private let constants: [any Model]

  init(_ program: Program, constants: [any Model]) {
    self.program = program
    self.constants = constants
    scopes = Scopes(program)
  }

  /// Leaves the constants alone on the stack. Returns whether the scopes known before are forgotten.
  mutating func reset() -> Bool {
    let isFull = scopes.isFull
    if isFull { scopes = Scopes(program) }
    if isFull || stack.isEmpty {
      stack.removeAll(keepingCapacity: true)
      models.removeAll(keepingCapacity: true)
      for constant in constants { push(.one(constant), at: -1) }
    } else {
      stack.removeLast(stack.count - constants.count)
      models.removeLast(models.count - constants.count)
    }
    lists.removeAll(keepingCapacity: true)
    items.removeAll(keepingCapacity: true)
    return isFull
  }

  var count: Int { stack.count }

  var scope: Int32 { stack.last?.scope ?? Scopes.outermost }

  /// - Parameter address: of the instruction that pushes.
  mutating func push(_ value: Value, at address: Int) {
    if case .one(let model) = value {
      let scope = scopes.scope(within: scope, model.shape, at: address)
      stack.append(Context(scope: scope, kind: .model, index: Int32(models.count)))
      models.append(model)
    } else {
      let scope = scopes.scope(within: scope, nil, at: address)
      stack.append(Context(scope: scope, kind: .item, index: Int32(items.count)))
      items.append(value)
    }
  }

  mutating func begin(_ list: ModelList) {
    lists.append(list)
  }

  mutating func endList() {
    lists.removeLast()
  }

  /// Pushes a model of the innermost list.
  mutating func push(listed position: Int, at address: Int) {
    let index = lists.count - 1
    let scope = scopes.scope(within: scope, lists[index].shape(at: position), at: address)
    stack.append(
      Context(scope: scope, kind: .listed, index: Int32(index), position: Int32(position)))
  }

  mutating func pop() {
    switch stack.removeLast().kind {
    case .model: models.removeLast()
    case .listed: break
    case .item: items.removeLast()
    }
  }

  /// Whether a path leads to the same value in every page.
  func isConstant(_ path: Program.Path) -> Bool {
    guard !path.isImplicit else { return false }
    let level = scopes.place(of: path.first, in: scope).level
    return level >= 0 && Int(level) < constants.count
  }

  /// The value of a name in the context, or nil when nothing has such a field.
  mutating func value(of path: Program.Path) -> Value? {
    guard !path.isImplicit else { return implicit }
    guard let (context, field) = find(path) else { return nil }
    let index = Int(context.index)
    // In place: a copy would be counted.
    var value =
      context.kind == .listed
      ? lists.withUnsafeBufferPointer { $0[index].value(at: field, of: Int(context.position)) }
      : models.withUnsafeBufferPointer { $0[index].value(at: field) }
    guard path.isDotted else { return value }
    for index in Int(path.start) + 1..<Int(path.end) {
      guard case .one(let model) = value else { return nil }
      let name = program.names[Int(program.parts[index])]
      guard let field = model.shape.index(of: name) else { return nil }
      value = model.value(at: field)
    }
    return value
  }

  /// What a section finds under a name, or nil when nothing has such a field.
  mutating func presence(of path: Program.Path) -> Presence? {
    if path.isImplicit || path.isDotted { return value(of: path)?.presence }
    guard let (context, field) = find(path) else { return nil }
    let index = Int(context.index)
    return context.kind == .listed
      ? lists.withUnsafeBufferPointer { $0[index].presence(at: field, of: Int(context.position)) }
      : models.withUnsafeBufferPointer { $0[index].presence(at: field) }
  }

  /// Writes the text or the number under a name. Returns false where it is neither, or where the name
  /// has to be looked up by its value, and nothing was written.
  mutating func write(_ path: Program.Path, _ escape: Escape, to output: inout [UInt8]) -> Bool {
    guard !path.isImplicit, !path.isDotted, let (context, field) = find(path) else { return false }
    let index = Int(context.index)
    return context.kind == .listed
      ? lists.withUnsafeBufferPointer {
        $0[index].write(at: field, of: Int(context.position), escape, to: &output)
      } : models.withUnsafeBufferPointer { $0[index].write(at: field, escape, to: &output) }
  }

  /// Where the first name of a path is.
  private mutating func find(_ path: Program.Path) -> (context: Context, field: Int)? {
    let place = scopes.place(of: path.first, in: scope)
    let level = Int(place.level)
    guard level >= 0 else { return nil }
    if level < reach, level >= constants.count { reach = level }
    return (stack[level], Int(place.field))
  }

  private var implicit: Value? {
    mutating get {
      guard let last = stack.last else { return nil }
      if stack.count - 1 >= constants.count { reach = min(reach, stack.count - 1) }
      return switch last.kind {
      case .model: .one(models[Int(last.index)])
      case .listed: .one(lists[Int(last.index)].model(at: Int(last.position)))
      case .item: items[Int(last.index)]
      }
    }
  }
}
