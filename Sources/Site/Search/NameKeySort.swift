/// Sorts keys by their bytes: byte after byte, as far as these tell them apart. Keys that are alike stay
/// in the order in which they were made, which is that of their entries.
///
/// Hundreds of thousands of keys begin like others, so that to compare them two by two would go through
/// the same bytes again and again.
struct NameKeySort {
  private typealias Key = NameKeys.Key

  private var keys: [NameKeys.Key]
  private var spare: [NameKeys.Key]
  private let bytes: UnsafeBufferPointer<UInt8>

  /// So few are told apart by comparing.
  private static let few = 24

  /// - Parameter bytes: those of all keys; used as long as this is.
  init(_ keys: [NameKeys.Key], _ bytes: UnsafeBufferPointer<UInt8>) {
    self.keys = keys
    self.bytes = bytes
    spare = keys
  }

  mutating func sorted() -> [NameKeys.Key] {
    // Parts that are alike up to a byte, which is the next to look at. No key is longer than some
    // hundred bytes, and each part is looked at once for each of them.
    var parts = [(range: keys.indices, depth: 0)]
    while let (range, depth) = parts.popLast() {
      if range.count <= Self.few {
        sortFew(range, from: depth)
      } else {
        var start = range.lowerBound
        for end in distribute(range, by: depth) {
          // Keys that end here are alike.
          if end - start > 1, !isAtEnd(keys[start], depth) {
            parts.append((start..<end, depth + 1))
          }
          start = end
        }
      }
    }
    return keys
  }

  /// - Returns: where the keys of each byte end, those first that have none there.
  private mutating func distribute(_ range: Range<Int>, by depth: Int) -> [Int] {
    var ends = [Int](repeating: 0, count: 257)
    for position in range { ends[digit(keys[position], depth)] += 1 }
    let areAlike = range.first.map { ends[digit(keys[$0], depth)] == range.count } ?? true
    var end = range.lowerBound
    var places = ends
    for digit in ends.indices {
      places[digit] = end
      end += ends[digit]
      ends[digit] = end
    }
    if areAlike { return ends }
    for position in range {
      let digit = digit(keys[position], depth)
      spare[places[digit]] = keys[position]
      places[digit] += 1
    }
    for position in range { keys[position] = spare[position] }
    return ends
  }

  /// 0 where the key has no byte there.
  private func digit(_ key: Key, _ depth: Int) -> Int {
    if isAtEnd(key, depth) { return 0 }
    return depth < 8
      ? Int(key.head >> UInt64(56 - 8 * depth) & 0xFF) + 1 : Int(bytes[key.start + depth]) + 1
  }

  private func isAtEnd(_ key: Key, _ depth: Int) -> Bool { depth >= key.count }

  /// By insertion, which leaves those alike as they stand.
  private mutating func sortFew(_ range: Range<Int>, from depth: Int) {
    for position in range.dropFirst() {
      let key = keys[position]
      var place = position
      while place > range.lowerBound, precedes(key, keys[place - 1], from: depth) {
        keys[place] = keys[place - 1]
        place -= 1
      }
      keys[place] = key
    }
  }

  private func precedes(_ a: Key, _ b: Key, from depth: Int) -> Bool {
    if depth < 8, a.head != b.head { return a.head < b.head }
    for place in depth..<max(min(a.count, b.count), depth) {
      let (left, right) = (bytes[a.start + place], bytes[b.start + place])
      if left != right { return left < right }
    }
    return a.count < b.count
  }
}
