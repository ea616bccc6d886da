/// Which entities came before in a list, for one list after the other.
///
/// To forget them all takes no time, and nothing is hashed: all lists of a large report together have
/// as many items as it has attributions, several times over.
struct SeenEntities {
  /// For each entity, and last for none, the number of the list that it was last seen in.
  private var lists: [Int]
  private var list = 1
  private(set) var count = 0

  /// - Parameter entities: how many there are.
  init(of entities: Int) {
    lists = Array(repeating: 0, count: entities + 1)
  }

  /// Begins with another list.
  mutating func forget() {
    list += 1
    count = 0
  }

  /// - Parameter entity: its index; `nil` for none, which counts as one.
  /// - Returns: whether it was not seen in this list before.
  @discardableResult
  mutating func insert(_ entity: Int?) -> Bool {
    let place = entity ?? lists.count - 1
    if lists[place] == list { return false }
    lists[place] = list
    count += 1
    return true
  }
}
