import Corpus

/// The index of names that the find box reads, cut into files so that none is large, however many
/// names there are.
///
/// A file stands for all names of which a word begins with certain code points. It holds them all
/// where they are few; else the weightiest of them, and which files the next code point leads to.
/// The files are scripts that hand their data over, since a page that is opened from a disk may not
/// read data, but may load a script.
struct NameShards {
  /// How many entries a file holds at most.
  let limit: Int
  /// How many of them a file shows that does not hold all.
  let shown: Int

  /// - Parameter entries: the weightiest first.
  func files(_ entries: [NameEntry]) -> [SiteFile] {
    let keys = entries.enumerated().flatMap { number, entry in
      Set(entry.names.flatMap { Self.keys(of: $0.text) }).map { (key: $0, entry: Int32(number)) }
    }
    .sorted { ($0.key, $0.entry) < ($1.key, $1.entry) }
    var files: [SiteFile] = []
    add(keys[...], prefix: [], entries, to: &files)
    return files
  }

  // MARK: Keys

  /// What a name is found by: its words from one of them on, folded.
  private struct Key: Hashable, Comparable {
    /// UTF-8, which sorts as code points do.
    let bytes: [UInt8]

    static func < (left: Key, right: Key) -> Bool {
      left.bytes.lexicographicallyPrecedes(right.bytes)
    }
  }

  /// In code points; longer keys would tell no more names apart than these do.
  private static let length = 24

  /// A name begins at each of its words but the very small ones, and there in all its forms.
  private static func keys(of name: String) -> [Key] {
    let words = SearchFolding.words(name)
    return words.indices.flatMap { start -> [Key] in
      guard start == 0 || words[start].unicodeScalars.count > 2 else { return [] }
      let rest = words[(start + 1)...].prefix(length).joined(separator: " ")
      return SearchFolding.forms(words[start]).map { form in
        let text = (rest.isEmpty ? form : "\(form) \(rest)").unicodeScalars.prefix(length)
        return Key(bytes: Array(String(text).utf8))
      }
    }
  }

  // MARK: Files

  private typealias Keys = ArraySlice<(key: Key, entry: Int32)>

  /// - Parameter prefix: what all the keys begin with.
  private func add(
    _ keys: Keys, prefix: [UInt8], _ entries: [NameEntry], to files: inout [SiteFile]
  ) {
    let found = Self.distinct(keys)
    let name = Self.name(of: prefix)
    guard found.count > limit, keys.first?.key != keys.last?.key else {
      files.append(file(name, found.prefix(limit).map { entries[Int($0)] }, next: []))
      return
    }
    var next: [(first: String, file: String)] = []
    for bucket in buckets(keys, prefix) {
      let first = bucket.prefixes[0]
      next.append((String(decoding: first[prefix.count...], as: UTF8.self), self.name(of: bucket)))
      if bucket.prefixes.count == 1, first.count > prefix.count {
        add(bucket.keys, prefix: first, entries, to: &files)
      } else {
        let found = Self.distinct(bucket.keys).prefix(limit)
        files.append(file(self.name(of: bucket), found.map { entries[Int($0)] }, next: []))
      }
    }
    files.append(file(name, found.prefix(shown).map { entries[Int($0)] }, next: next))
  }

  /// Keys that go on alike after a prefix, or, where they are few, several such neighbours.
  private struct Bucket {
    var prefixes: [[UInt8]]
    var keys: Keys
    /// Whether the keys end with the prefix.
    let isEnd: Bool
  }

  private func buckets(_ keys: Keys, _ prefix: [UInt8]) -> [Bucket] {
    var buckets: [Bucket] = []
    var start = keys.startIndex
    while start < keys.endIndex {
      let longer = Self.longer(prefix, in: keys[start].key.bytes)
      var end = start + 1
      while end < keys.endIndex, Self.longer(prefix, in: keys[end].key.bytes) == longer {
        end += 1
      }
      if let last = buckets.last, !last.isEnd, end - last.keys.startIndex <= limit {
        buckets[buckets.count - 1].prefixes.append(longer)
        buckets[buckets.count - 1].keys = keys[last.keys.startIndex..<end]
      } else {
        buckets.append(
          Bucket(prefixes: [longer], keys: keys[start..<end], isEnd: longer == prefix))
      }
      start = end
    }
    return buckets
  }

  /// The prefix and the next code point of the key, where it has one.
  private static func longer(_ prefix: [UInt8], in key: [UInt8]) -> [UInt8] {
    guard prefix.count < key.count else { return prefix }
    var end = prefix.count + 1
    while end < key.count, key[end] & 0xC0 == 0x80 { end += 1 }
    return Array(key[..<end])
  }

  private static func distinct(_ keys: Keys) -> [Int32] {
    var all = keys.map(\.entry).sorted()
    var count = 0
    for entry in all where count == 0 || all[count - 1] != entry {
      all[count] = entry
      count += 1
    }
    all.removeLast(all.count - count)
    return all
  }

  /// The code points of the prefix, in hexadecimal; the root has none.
  private static func name(of prefix: [UInt8]) -> String {
    prefix.isEmpty
      ? "all"
      : String(decoding: prefix, as: UTF8.self).unicodeScalars
        .map { String($0.value, radix: 16) }.joined(separator: "-")
  }

  /// `-on` where it is for this prefix and those that come after it, `-end` where it is for the names
  /// that end here.
  private func name(of bucket: Bucket) -> String {
    Self.name(of: bucket.prefixes[0])
      + (bucket.isEnd ? "-end" : bucket.prefixes.count > 1 ? "-on" : "")
  }

  private func file(
    _ name: String, _ entries: [NameEntry], next: [(first: String, file: String)]
  ) -> SiteFile {
    var script = ScriptData()
    script.call("isnad.names", name) { data in
      data.list(entries, separator: ",\n") { data, entry in
        let names = entry.names.flatMap { [$0.lang, $0.text] }
        data.list([entry.kind.rawValue, entry.id, entry.type] + names) { $0.text($1) }
      }
      data.separate()
      data.list(next) { data, link in data.list([link.first, link.file]) { $0.text($1) } }
    }
    return SiteFile(path: "search/names/\(name).js", bytes: script.bytes)
  }
}
