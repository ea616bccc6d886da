/// The entries that some keys are of, each once, the weightiest first.
struct FoundEntries {
  /// A bit for each entry; none is set between two lists.
  private var words: [UInt64]

  init(of count: Int) { words = Array(repeating: 0, count: (count + 63) / 64) }

  mutating func distinct(_ keys: ArraySlice<NameKeys.Key>) -> [Int32] {
    // To look through all entries costs more than to sort a few.
    keys.count < words.count / 4 ? Self.sorted(keys) : marked(keys)
  }

  private mutating func marked(_ keys: ArraySlice<NameKeys.Key>) -> [Int32] {
    for key in keys { words[Int(key.entry) >> 6] |= 1 << UInt64(key.entry & 63) }
    var all: [Int32] = []
    all.reserveCapacity(keys.count)
    for position in words.indices {
      while words[position] != 0 {
        all.append(Int32(position << 6 | words[position].trailingZeroBitCount))
        words[position] &= words[position] - 1
      }
    }
    return all
  }

  private static func sorted(_ keys: ArraySlice<NameKeys.Key>) -> [Int32] {
    var all = keys.map(\.entry).sorted()
    var count = 0
    for entry in all where count == 0 || all[count - 1] != entry {
      all[count] = entry
      count += 1
    }
    all.removeLast(all.count - count)
    return all
  }
}
