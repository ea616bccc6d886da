/// What names are found by: their words from one of them on, folded, sorted by bytes, which is by code
/// points. The folded names stand in one buffer, each once, and every key is a part of one.
package struct NameKeys {
  package struct Key {
    /// The first eight bytes, which decide most comparisons.
    let head: UInt64
    /// Where its bytes are.
    package let start: Int
    /// An index into the entries.
    package let entry: Int32
    private let size: UInt8

    package var count: Int { Int(size) }

    fileprivate init(head: UInt64, bytes: Range<Int>, entry: Int32) {
      self.head = head
      start = bytes.lowerBound
      // No more than `length` code points of up to four bytes.
      size = UInt8(bytes.count)
      self.entry = entry
    }
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
    var start = bytes.count
    for word in words.indices {
      if word > 0 { bytes.append(UInt8(ascii: " ")) }
      for scalar in words[word] { append(scalar) }
    }
    for word in words.indices {
      if word == 0 || words[word].count > 2 {
        SearchFolding.forEachForm(of: words[word]) { form in
          let place = start + Self.size(words[word].dropLast(form.count))
          sorted.append(key(place, entry))
        }
      }
      start += Self.size(words[word]) + 1
    }
  }

  private static func size(_ scalars: ArraySlice<Unicode.Scalar>) -> Int {
    scalars.reduce(0) { $0 + UTF8.width($1) }
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

  /// - Parameter start: in the last name.
  private func key(_ start: Int, _ entry: Int32) -> Key {
    var (end, left) = (start, Self.length)
    while end < bytes.count {
      if bytes[end] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      end += 1
    }
    if bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
    var head: UInt64 = 0
    for place in start..<start + 8 {
      head = head << 8 | (place < end ? UInt64(bytes[place]) : 0)
    }
    return Key(head: head, bytes: start..<end, entry: entry)
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
