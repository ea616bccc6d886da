/// What was made of some things, by their number: of those that were asked for last, a bounded number,
/// however many there are.
package struct Recent<Value> {
  private var places: [(index: Int, value: Value)?]

  /// - Parameter capacity: how many are kept at most; at least 1.
  package init(capacity: Int = 4096) {
    places = Array(repeating: nil, count: capacity)
  }

  package mutating func value(_ index: Int, make: () -> Value) -> Value {
    let place = Int(UInt(bitPattern: index) % UInt(places.count))
    if let known = places[place], known.index == index { return known.value }
    let value = make()
    places[place] = (index, value)
    return value
  }
}
