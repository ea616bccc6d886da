import Corpus

/// The index of names that the find box reads, cut into files so that none is large, however many
/// names there are.
///
/// A file stands for all names of which a word begins with certain code points. It holds them all
/// where they are few; else the weightiest of them, and which files the next code point leads to.
/// The files are scripts that hand their data over, since a page that is opened from a disk may not
/// read data, but may load a script.
package struct NameShards {
  /// How many entries a file holds at most.
  let limit: Int
  /// How many of them a file shows that does not hold all.
  let shown: Int

  package init(limit: Int, shown: Int) {
    self.limit = limit
    self.shown = shown
  }

  /// Hands over one file after the other: all together take more memory than a large report's names do.
  ///
  /// - Parameter entries: the weightiest first.
  package func forEachFile(
    _ entries: [NameEntry], _ put: (SiteFile) throws -> Void
  ) rethrows {
    let keys = NameKeys(entries)
    var found = FoundEntries(of: entries.count)
    try add(keys.sorted[...], prefix: [], keys, NameRows(entries), &found, put)
  }

  // MARK: Files

  private typealias Keys = ArraySlice<NameKeys.Key>

  /// - Parameter prefix: what all the keys begin with.
  private func add(
    _ keys: Keys, prefix: [UInt8], _ all: NameKeys, _ rows: NameRows, _ entries: inout FoundEntries,
    _ put: (SiteFile) throws -> Void
  ) rethrows {
    let found = entries.distinct(keys)
    let name = Self.name(of: prefix)
    guard found.count > limit, !all.areAlike(keys) else {
      try put(file(name, found.prefix(limit), of: rows, next: []))
      return
    }
    var next: [(first: String, file: String)] = []
    for bucket in buckets(keys, prefix, all) {
      let first = bucket.prefixes[0]
      next.append((String(decoding: first[prefix.count...], as: UTF8.self), self.name(of: bucket)))
      if bucket.prefixes.count == 1, first.count > prefix.count {
        try add(bucket.keys, prefix: first, all, rows, &entries, put)
      } else {
        let found = entries.distinct(bucket.keys).prefix(limit)
        try put(file(self.name(of: bucket), found, of: rows, next: []))
      }
    }
    try put(file(name, found.prefix(shown), of: rows, next: next))
  }

  /// Keys that go on alike after a prefix, or, where they are few, several such neighbours.
  private struct Bucket {
    var prefixes: [[UInt8]]
    var keys: Keys
    /// Whether the keys end with the prefix.
    let isEnd: Bool
  }

  private func buckets(_ keys: Keys, _ prefix: [UInt8], _ all: NameKeys) -> [Bucket] {
    var buckets: [Bucket] = []
    var start = keys.startIndex
    while start < keys.endIndex {
      let longer = all.longer(prefix.count, keys[start])
      let isEnd = longer.count == prefix.count
      let end = all.end(of: keys[start...], with: longer, onlyIt: isEnd)
      if let last = buckets.last, !last.isEnd, end - last.keys.startIndex <= limit {
        buckets[buckets.count - 1].prefixes.append(longer)
        buckets[buckets.count - 1].keys = keys[last.keys.startIndex..<end]
      } else {
        buckets.append(Bucket(prefixes: [longer], keys: keys[start..<end], isEnd: isEnd))
      }
      start = end
    }
    return buckets
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

  /// - Parameter found: indices into the entries.
  private func file(
    _ name: String, _ found: ArraySlice<Int32>, of rows: NameRows,
    next: [(first: String, file: String)]
  ) -> SiteFile {
    var script = ScriptData(capacity: (found.count + next.count + 1) * NameRows.size)
    script.call("isnad.names", name) { data in
      data.list(found, separator: ",\n") { data, entry in data.write(rows[Int(entry)]) }
      data.separate()
      data.list(next) { data, link in data.list([link.first, link.file]) { $0.text($1) } }
    }
    return SiteFile(path: "search/names/\(name).js", bytes: script.bytes)
  }
}
