/// Finds circular reporting, one claim after the other. It keeps its tables between claims, so that
/// each costs only what it has attributions and links.
struct CircleFinder {
  private let bodies: [Int]
  /// For each body, affirming and denying apart, its number in the claim's graph; else -1.
  private var numbers: [Int32]
  private var vertices: [Int] = []
  private var edges: [(from: Int32, to: Int32)] = []
  /// Of each edge: the attribution that it is of.
  private var carriers: [Int] = []
  /// Vertices that have the claim from an unnamed source.
  private var unnamed: [Int32] = []

  /// - Parameter bodies: for each entity the body that answers for it.
  init(bodies: [Int]) {
    self.bodies = bodies
    numbers = Array(repeating: -1, count: bodies.count * 2)
  }

  /// - Parameter negative: whether an attribution denies the claim.
  mutating func circles(
    among attributions: [Int], of all: [Attribution], negative: (Int) -> Bool
  ) -> [Circle] {
    defer { clear() }
    for index in attributions { add(index, all[index], isNegative: negative(index)) }
    guard edges.count > 1 else { return [] }
    return circles()
  }

  private mutating func add(_ index: Int, _ attribution: Attribution, isNegative: Bool) {
    var last: Int32?
    for source in attribution.sources {
      if let source { step(to: source, isNegative, &last, index) }
    }
    if attribution.isUnnamed,
      let first = attribution.sources.lazy.compactMap({ $0 }).first ?? attribution.outlet
    {
      var none: Int32?
      step(to: first, isNegative, &none, index)
      if let none { unnamed.append(none) }
    }
    if let outlet = attribution.outlet { step(to: outlet, isNegative, &last, index) }
  }

  private mutating func step(
    to entity: Int, _ isNegative: Bool, _ last: inout Int32?, _ attribution: Int
  ) {
    let vertex = bodies[entity] * 2 + (isNegative ? 1 : 0)
    if numbers[vertex] < 0 {
      numbers[vertex] = Int32(vertices.count)
      vertices.append(vertex)
    }
    let number = numbers[vertex]
    if let last, last != number {
      edges.append((last, number))
      carriers.append(attribution)
    }
    last = number
  }

  private func circles() -> [Circle] {
    let components = StrongComponents(count: vertices.count, edges: edges)
    var positions: [Int32: Int] = [:]
    var circles: [Circle] = []
    for (number, vertex) in vertices.enumerated() {
      let component = components.component[number]
      guard components.sizes[Int(component)] > 1 else { continue }
      let position = positions[component] ?? circles.count
      if position == circles.count {
        positions[component] = position
        circles.append(Circle(isNegative: vertex % 2 == 1))
      }
      circles[position].bodies.append(vertex / 2)
    }
    guard !circles.isEmpty else { return [] }
    var known: Set<[Int]> = []
    for (edge, attribution) in zip(edges, carriers) {
      let component = components.component[Int(edge.to)]
      guard let position = positions[component] else { continue }
      if components.component[Int(edge.from)] == component {
        if circles[position].attributions.last != attribution {
          circles[position].attributions.append(attribution)
        }
      } else {
        let feeder = vertices[Int(edge.from)] / 2
        if known.insert([position, feeder]).inserted { circles[position].feeders.append(feeder) }
      }
    }
    for number in unnamed {
      if let position = positions[components.component[Int(number)]] {
        circles[position].isFedUnnamed = true
      }
    }
    return circles
  }

  private mutating func clear() {
    for vertex in vertices { numbers[vertex] = -1 }
    vertices.removeAll(keepingCapacity: true)
    edges.removeAll(keepingCapacity: true)
    carriers.removeAll(keepingCapacity: true)
    unnamed.removeAll(keepingCapacity: true)
  }
}
