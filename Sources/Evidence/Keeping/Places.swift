/// Where what stood in a list stands once some went and others came among it.
struct Places: Sendable {
  /// For each that was there, -1 where it went; `nil` where all stand where they stood.
  private let moved: [Int]?
  /// How many there are now.
  let count: Int
  /// Where those stood that went, ascending.
  let gone: [Int]
  /// Where those stand that came, ascending.
  let new: [Int]

  /// - Parameters:
  ///   - old: how many were there.
  ///   - gone: where those stood that went, ascending.
  ///   - new: where those stand that came, ascending.
  init(_ old: Int, gone: [Int] = [], new: [Int] = []) {
    self.gone = gone
    self.new = new
    count = old - gone.count + new.count
    guard !gone.isEmpty || new.first ?? old < old else {
      moved = nil
      return
    }
    var moved: [Int] = []
    moved.reserveCapacity(old)
    var (left, place, next) = (0, 0, 0)
    for index in 0..<old {
      if left < gone.count, gone[left] == index {
        left += 1
        moved.append(-1)
        continue
      }
      while next < new.count, new[next] == place {
        next += 1
        place += 1
      }
      moved.append(place)
      place += 1
    }
    self.moved = moved
  }

  /// Of ids that come among sorted ones.
  ///
  /// - Parameters:
  ///   - ids: sorted, each once, and none of them there.
  ///   - gone: where those stood that went, ascending.
  ///   - old: how many were there.
  ///   - id: of each of them.
  init(of ids: [String], gone: [Int], among old: Int, _ id: (Int) -> String) {
    var new: [Int] = []
    var (place, left) = (0, 0)
    for (number, name) in ids.enumerated() {
      place = (place..<old).partitioningIndex { name < id($0) }
      while left < gone.count, gone[left] < place { left += 1 }
      new.append(place - left + number)
    }
    self.init(old, gone: gone, new: new)
  }

  /// - Parameters:
  ///   - moved: for each that was there, -1 where it went.
  ///   - count: how many there are now.
  init(_ moved: [Int], count: Int) {
    self.moved = moved.indices.allSatisfy { moved[$0] == $0 } ? nil : moved
    self.count = count
    (gone, new) = ([], [])
  }

  var areSame: Bool { moved == nil }

  /// Of one that is still there.
  subscript(old: Int) -> Int { moved?[old] ?? old }

  /// `nil` for one that went.
  func now(_ old: Int) -> Int? {
    let place = self[old]
    return place < 0 ? nil : place
  }

  /// Where one was that stands there now; `nil` for one that came.
  func before(_ index: Int) -> Int? {
    let place = new.partitioningIndex { $0 >= index }
    guard place == new.count || new[place] != index else { return nil }
    let left = index - place
    // Before the first that went when there were as many before it.
    return left + gone.indices.partitioningIndex { gone[$0] - $0 > left }
  }

  /// A list without those that went, and with those that came in their places.
  ///
  /// - Parameter value: one that came, by its number among them.
  func spread<Value>(_ list: [Value], _ value: (Int) -> Value) -> [Value] {
    guard !new.isEmpty || !gone.isEmpty else { return list }
    var all: [Value] = []
    all.reserveCapacity(count)
    var (start, next) = (0, 0)
    for end in gone + [list.count] {
      // What came before the next that went, and what comes at the end.
      while next < new.count, new[next] <= all.count + end - start {
        let more = new[next] - all.count
        all += list[start..<start + more]
        all.append(value(next))
        start += more
        next += 1
      }
      all += list[start..<end]
      start = end + 1
    }
    return all
  }

  /// The numbers of things by their ids, without those that went, and with those that came.
  func spread(_ index: [String: Int], _ ids: [String]) -> [String: Int] {
    var all = areSame ? index : index.compactMapValues(now)
    for (id, place) in zip(ids, new) { all[id] = place }
    return all
  }
}

extension [Int] {
  /// Less what went.
  mutating func move(_ places: Places) {
    guard !places.areSame else { return }
    for index in indices { self[index] = places[self[index]] }
    if contains(-1) { removeAll { $0 < 0 } }
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
