/// The rules for the path of a file in the output.
enum OutputPath {
  /// Throws when the path could not be a file inside the output folder on every common disk.
  static func check(_ path: String) throws(OutputError) {
    if !isPlain(path), let reason = fault(in: path.utf8) { throw .badPath(path, reason) }
  }

  /// Whether `check` would take a path.
  static func isAllowed(_ path: ArraySlice<UInt8>) -> Bool {
    path.withUnsafeBufferPointer(isPlain)
      || fault(in: String(decoding: path, as: UTF8.self).utf8) == nil
  }

  /// Whether it is plain at the first look, as nearly all are.
  private static func isPlain(_ path: String) -> Bool {
    var path = path
    return path.withUTF8(isPlain)
  }

  private static func isPlain(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    for (position, byte) in path.enumerated() {
      if byte < 0x20 || byte == 0x7F { return false }
      guard byte == UInt8(ascii: "/") else { continue }
      guard isPlain(path, start..<position) else { return false }
      start = position + 1
    }
    return isPlain(path, start..<path.count)
  }

  private static func isPlain(_ path: UnsafeBufferPointer<UInt8>, _ part: Range<Int>) -> Bool {
    (1...255).contains(part.count) && path[part.lowerBound] != UInt8(ascii: ".")
  }

  private static func fault(in path: String.UTF8View) -> String? {
    if path.isEmpty { return "the path is empty" }
    if path.first == UInt8(ascii: "/") { return "the path is absolute" }
    if path.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
      return "the path has a control character"
    }
    for part in path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      if part.isEmpty { return "a part of the path is empty" }
      if part.count > 255 { return "a part of the path is longer than 255 bytes" }
      if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) {
        return "a part of the path is `.` or `..`"
      }
    }
    if path.first == UInt8(ascii: "."),
      folded(path.prefix { $0 != UInt8(ascii: "/") }).elementsEqual(StateFolder.name.utf8)
    {
      return "`\(StateFolder.name)` is where isnad keeps its own record"
    }
    return nil
  }

  private static func folded(_ part: Substring.UTF8View) -> [UInt8] {
    part.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  /// Equal for paths that a disk may hold to be one: case and Unicode normal form put aside (the
  /// latter by `String`'s own equality, which is wanted here).
  static func folded(_ path: String) -> String {
    if isFolded(path.utf8) { return path }
    return path.utf8.allSatisfy { $0 < 0x80 }
      ? path.lowercased() : path.uppercased().lowercased()
  }

  /// Whether `folded` would leave a path as it is, at the first look.
  static func isFolded(_ path: some Sequence<UInt8>) -> Bool {
    path.allSatisfy { $0 < 0x80 && !(0x41...0x5A).contains($0) }
  }

  /// The folders that hold a file, the innermost first: `a/b` and `a` for `a/b/c.html`.
  static func folders(of path: String) -> some Sequence<String> {
    sequence(state: path[...]) { (rest: inout Substring) -> String? in
      guard let slash = rest.utf8.lastIndex(of: UInt8(ascii: "/")) else { return nil }
      rest = rest[..<slash]
      return String(rest)
    }
  }
}
