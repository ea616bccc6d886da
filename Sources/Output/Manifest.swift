/// The files of the output folder that isnad wrote: a first line, then a path a line, sorted by
/// bytes.
///
/// Paths are compared by their bytes: two normal forms of one name are two files on most disks.
struct Manifest: Sendable, Hashable {
  private static let firstLine = "isnad output 1"

  /// The UTF-8 of all paths, sorted, a line feed behind each.
  private var lines: [UInt8] = []
  /// Where each path begins in `lines`.
  private var starts: [Int] = []

  init() {}

  /// nil when these bytes are no manifest, or name a file outside the output folder.
  init?(bytes: [UInt8]) {
    let head = Array(Self.firstLine.utf8) + [Self.end]
    guard bytes.starts(with: head) else { return nil }
    var paths: [Range<Int>] = []
    var start = head.count
    for place in bytes.indices.dropFirst(head.count) where bytes[place] == Self.end {
      paths.append(start..<place)
      start = place + 1
    }
    guard start == bytes.count, paths.allSatisfy({ OutputPath.isAllowed(bytes[$0]) }) else {
      return nil
    }
    if zip(paths, paths.dropFirst()).allSatisfy({ ByteOrder.precedes(bytes[$0], bytes[$1]) }) {
      lines = Array(bytes[head.count...])
      starts = paths.map { $0.lowerBound - head.count }
    } else {
      // Somebody else wrote it.
      for path in Set(paths.map { bytes[$0] }).sorted(by: ByteOrder.precedes) { add(path) }
    }
  }

  var bytes: [UInt8] { Array(Self.firstLine.utf8) + [Self.end] + lines }

  private static let end = UInt8(ascii: "\n")

  private mutating func add(_ path: some Sequence<UInt8>) {
    starts.append(lines.count)
    lines.append(contentsOf: path)
    lines.append(Self.end)
  }

  // MARK: Its paths

  var count: Int { starts.count }
  var indices: Range<Int> { starts.indices }

  subscript(index: Int) -> String { String(decoding: utf8(index), as: UTF8.self) }

  func utf8(_ index: Int) -> ArraySlice<UInt8> {
    lines[starts[index]..<(index + 1 < count ? starts[index + 1] : lines.count) - 1]
  }

  func contains(_ path: String) -> Bool { index(of: path) != nil }

  func index(of path: String) -> Int? {
    let index = firstIndex(notBefore: path)
    guard index < count else { return nil }
    var path = path
    // Neither is before the other where they are the same.
    let isBefore = path.withUTF8 { path in
      utf8(index).withUnsafeBytes { ByteOrder.precedes(UnsafeRawBufferPointer(path), $0) }
    }
    return isBefore ? nil : index
  }

  /// Of the first path that begins with these bytes, or comes after all that do not yet.
  func firstIndex(notBefore prefix: String) -> Int {
    var prefix = prefix
    return prefix.withUTF8 { prefix in
      lines.withUnsafeBytes { lines in
        var (low, high) = (0, starts.count)
        while low < high {
          let middle = (low + high) / 2
          let end = middle + 1 < starts.count ? starts[middle + 1] : lines.count
          let path = UnsafeRawBufferPointer(rebasing: lines[starts[middle]..<end - 1])
          if ByteOrder.precedes(path, UnsafeRawBufferPointer(prefix)) {
            low = middle + 1
          } else {
            high = middle
          }
        }
        return low
      }
    }
  }

  // MARK: Others made of it

  /// Those of some indices, and others that it does not have.
  ///
  /// - Parameters:
  ///   - isKept: for each index.
  ///   - added: in any order.
  func with(_ isKept: (Int) -> Bool, and added: [String]) -> Manifest {
    let added = added.sorted(by: ByteOrder.precedes)
    var merged = Manifest()
    merged.lines.reserveCapacity(lines.count + added.reduce(0) { $0 + $1.utf8.count + 1 })
    merged.starts.reserveCapacity(count + added.count)
    var next = 0
    for path in added {
      let place = firstIndex(notBefore: path)
      for index in next..<place where isKept(index) { merged.add(utf8(index)) }
      merged.add(path.utf8)
      next = place
    }
    for index in next..<count where isKept(index) { merged.add(utf8(index)) }
    return merged
  }

  /// The folders that its files stand in, the outer before the inner.
  var folders: [String] {
    var folders: [String] = []
    // The files of a folder are listed one after the other.
    var last = ArraySlice<UInt8>()
    for index in indices {
      let path = utf8(index)
      let common = zip(path, last).prefix { $0 == $1 }.count
      last = path
      for place in path.indices.dropFirst(common) where path[place] == UInt8(ascii: "/") {
        folders.append(String(decoding: path[..<place], as: UTF8.self))
      }
    }
    return folders
  }
}
