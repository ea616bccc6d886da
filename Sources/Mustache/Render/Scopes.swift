/// What each name of a program means in each scope: on which level of the stack the innermost field
/// of that name is, and which field of the model there.
///
/// A scope stands for the shapes of all models on a stack, outermost first. It is worked out once,
/// when a stack first has those shapes; from then on a name is found by one look into a table.
struct Scopes {
  struct Place {
    /// From 0 for the outermost; -1 where nothing has such a field.
    let level: Int16
    let field: Int16

    static let none = Place(level: -1, field: -1)
  }

  /// One way from a scope to the one within it.
  private struct Step: Hashable {
    let scope: Int32
    let shape: ObjectIdentifier?
  }

  /// The scope without any model.
  static let outermost: Int32 = 0

  private let nameNumbers: [String: Int32]
  private let nameCount: Int
  private var levels: [Int16] = [0]
  /// Place of name `n` in scope `s`: `places[s * nameCount + n]`.
  private var places: [Place]
  private var steps: [Step: Int32] = [:]
  /// For each instruction that pushes, and then for each level that is pushed before any does, the
  /// step last taken there: mostly the next one's too.
  private var guesses: [(scope: Int32, shape: ObjectIdentifier?, inner: Int32)]
  /// The shapes that scopes refer to: held, so that no other comes to have the identity of one.
  private var shapes: [ObjectIdentifier: Shape] = [:]

  private static let rootLevels = 8

  /// Scopes that are kept from one page to the next.
  private static let limit = 4096

  init(_ program: Program) {
    nameNumbers = program.nameNumbers
    nameCount = program.names.count
    places = Array(repeating: .none, count: nameCount)
    guesses = Array(repeating: (-1, nil, 0), count: program.code.count + Self.rootLevels)
  }

  var isFull: Bool { levels.count > Self.limit }

  func place(of name: Int32, in scope: Int32) -> Place {
    places[Int(scope) * nameCount + Int(name)]
  }

  /// - Parameters:
  ///   - shape: of the model that is pushed; nil for a value without fields.
  ///   - address: of the instruction that pushes; -1 for what is pushed by none.
  mutating func scope(within scope: Int32, _ shape: Shape?, at address: Int) -> Int32 {
    let identity = shape.map(ObjectIdentifier.init)
    let outermost = min(Int(levels[Int(scope)]), Self.rootLevels - 1)
    let place = address >= 0 ? address : guesses.count - 1 - outermost
    let guess = guesses[place]
    if guess.scope == scope, guess.shape == identity { return guess.inner }
    let step = Step(scope: scope, shape: identity)
    let inner = steps[step] ?? add(step, shape)
    guesses[place] = (scope, identity, inner)
    return inner
  }

  private mutating func add(_ step: Step, _ shape: Shape?) -> Int32 {
    let inner = Int32(levels.count)
    let level = levels[Int(step.scope)]
    let outer = Int(step.scope) * nameCount
    levels.append(level + 1)
    places.append(contentsOf: places[outer..<outer + nameCount])
    steps[step] = inner
    guard let shape else { return inner }
    shapes[ObjectIdentifier(shape)] = shape
    for (field, declared) in shape.fields.enumerated().reversed() {
      guard let name = nameNumbers[declared.name] else { continue }
      places[Int(inner) * nameCount + Int(name)] = Place(
        level: level, field: Int16(clamping: field))
    }
    return inner
  }
}
