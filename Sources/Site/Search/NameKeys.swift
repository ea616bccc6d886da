/// What names are found by: their words from one of them on, folded; all in one buffer, sorted by
/// bytes, which is by code points.
package struct NameKeys {
  package struct Key {
    /// The first eight bytes, which decide most comparisons.
    let head: UInt64
    /// Where its bytes are.
    package let start: Int
    package let count: Int
    /// An index into the entries.
    package let entry: Int32
  }

  /// A key that two names of an entry have stands twice.
  package private(set) var sorted: [Key] = []
  package private(set) var bytes: [UInt8] = []

  /// In code points; longer keys would tell no more names apart than these do.
  private static let length = 24

  package init(_ entries: [NameEntry]) {
    var words = FoldedWords()
    for (number, entry) in entries.enumerated() {
      for name in entry.names {
        words.fold(name.text)
        add(words, of: Int32(number))
      }
    }
    bytes.withUnsafeBufferPointer { bytes in
      var sort = NameKeySort(sorted, bytes)
      sorted = sort.sorted()
    }
  }

  /// A name begins at each of its words but the very small ones, and there in all its forms.
  private mutating func add(_ words: FoldedWords, of entry: Int32) {
    for start in words.indices where start == 0 || words[start].count > 2 {
      SearchFolding.forEachForm(of: words[start]) { form in
        let place = bytes.count
        var left = Self.length
        append(form, &left)
        for further in (start + 1)..<words.indices.upperBound where left > 1 {
          bytes.append(UInt8(ascii: " "))
          left -= 1
          append(words[further], &left)
        }
        sorted.append(key(place, entry))
      }
    }
  }

  private mutating func append(_ word: ArraySlice<Unicode.Scalar>, _ left: inout Int) {
    for scalar in word.prefix(left) { append(scalar) }
    left -= min(left, word.count)
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0..<0x80: bytes.append(UInt8(scalar.value))
    // What Arabic is of, as all of up to two bytes.
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | scalar.value >> 6))
      bytes.append(UInt8(0x80 | scalar.value & 0x3F))
    default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
  }

  private func key(_ start: Int, _ entry: Int32) -> Key {
    var head: UInt64 = 0
    for place in start..<start + 8 {
      head = head << 8 | (place < bytes.count ? UInt64(bytes[place]) : 0)
    }
    return Key(head: head, start: start, count: bytes.count - start, entry: entry)
  }

  // MARK: Comparing

  /// Whether all of these sorted keys are one.
  func areAlike(_ keys: ArraySlice<Key>) -> Bool {
    guard let first = keys.first, let last = keys.last else { return true }
    return bytes[first.start..<first.start + first.count]
      .elementsEqual(bytes[last.start..<last.start + last.count])
  }

  /// The first bytes of a key and those of its next code point, where it has one.
  func longer(_ count: Int, _ key: Key) -> [UInt8] {
    guard count < key.count else { return Array(bytes[key.start..<key.start + key.count]) }
    var end = count + 1
    while end < key.count, bytes[key.start + end] & 0xC0 == 0x80 { end += 1 }
    return Array(bytes[key.start..<key.start + end])
  }

  /// Where the keys end that begin with a prefix, of some that are sorted and of which the first does.
  ///
  /// - Parameter onlyIt: whether nothing may come after it.
  func end(of keys: ArraySlice<Key>, with prefix: [UInt8], onlyIt: Bool) -> Int {
    var (low, high) = (keys.startIndex, keys.endIndex)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if begins(keys[middle], with: prefix, onlyIt: onlyIt) { low = middle } else { high = middle }
    }
    return high
  }

  private func begins(_ key: Key, with prefix: [UInt8], onlyIt: Bool) -> Bool {
    guard key.count >= prefix.count, !onlyIt || key.count == prefix.count else { return false }
    for place in prefix.indices.reversed() where bytes[key.start + place] != prefix[place] {
      return false
    }
    return true
  }
}
