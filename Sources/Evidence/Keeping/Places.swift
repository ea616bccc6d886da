/// Where what stood in a list stands once others came among it.
struct Places: Sendable {
  /// For each that was there; `nil` where all stand where they stood.
  private let moved: [Int]?
  /// How many there are now.
  let count: Int
  /// Where those stand that came, ascending.
  let new: [Int]

  /// - Parameters:
  ///   - old: how many were there.
  ///   - new: where those stand that came, ascending.
  init(_ old: Int, new: [Int] = []) {
    self.new = new
    count = old + new.count
    guard let first = new.first, first < old else {
      moved = nil
      return
    }
    var moved: [Int] = []
    moved.reserveCapacity(old)
    var next = 0
    for index in 0..<old {
      while next < new.count, new[next] == index + next { next += 1 }
      moved.append(index + next)
    }
    self.moved = moved
  }

  /// Of ids that come among sorted ones.
  ///
  /// - Parameters:
  ///   - ids: sorted, each once, and none of them there.
  ///   - old: how many were there.
  ///   - id: of each of them.
  init(of ids: [String], among old: Int, _ id: (Int) -> String) {
    var new: [Int] = []
    var place = 0
    for (number, name) in ids.enumerated() {
      place = (place..<old).partitioningIndex { name < id($0) }
      new.append(place + number)
    }
    self.init(old, new: new)
  }

  /// - Parameters:
  ///   - moved: for each that was there.
  ///   - count: how many there are now.
  init(_ moved: [Int], count: Int) {
    self.moved = moved.indices.allSatisfy { moved[$0] == $0 } ? nil : moved
    self.count = count
    new = []
  }

  var areSame: Bool { moved == nil }

  subscript(old: Int) -> Int { moved?[old] ?? old }

  /// Where one was that stands there now; `nil` for one that came.
  func before(_ index: Int) -> Int? {
    let place = new.partitioningIndex { $0 >= index }
    return place < new.count && new[place] == index ? nil : index - place
  }

  /// A list with those that came in their places.
  ///
  /// - Parameter value: one that came, by its number among them.
  func spread<Value>(_ list: [Value], _ value: (Int) -> Value) -> [Value] {
    guard !new.isEmpty else { return list }
    var all: [Value] = []
    all.reserveCapacity(count)
    var start = 0
    for (number, place) in new.enumerated() {
      let end = place - number
      all += list[start..<end]
      all.append(value(number))
      start = end
    }
    return all + list[start...]
  }

  /// The numbers of things by their ids, with those that came.
  func spread(_ index: [String: Int], _ ids: [String]) -> [String: Int] {
    var all = areSame ? index : index.mapValues { self[$0] }
    for (id, place) in zip(ids, new) { all[id] = place }
    return all
  }
}

extension [Int] {
  mutating func move(_ places: Places) {
    guard !places.areSame else { return }
    for index in indices { self[index] = places[self[index]] }
  }

  /// Adds a number to a list that is ascending, if it is not there.
  mutating func put(_ number: Int) {
    guard let last, last >= number else {
      append(number)
      return
    }
    let place = partitioningIndex { $0 >= number }
    if self[place] != number { insert(number, at: place) }
  }

  /// Takes a range of numbers out of a list that is ascending.
  mutating func take(_ range: Range<Int>) {
    let start = partitioningIndex { $0 >= range.lowerBound }
    removeSubrange(start..<partitioningIndex { $0 >= range.upperBound })
  }
}
