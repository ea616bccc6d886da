/// Where isnad keeps its own record in the output folder.
enum StateFolder {
  static let name = ".isnad"
  static let manifest = name + "/manifest"
  static let newManifest = name + "/manifest.new"
  static let lock = name + "/lock"
  static let cache = name + "/cache"
  static let newCache = name + "/cache.new"
  static let content = name + "/content"
  static let newContent = name + "/content.new"
  static let stage = name + "/stage"
}

/// The files of the output folder that isnad wrote: a first line, then a path a line, sorted by
/// bytes.
///
/// Paths are compared by their bytes: two normal forms of one name are two files on most disks.
struct Manifest: Sendable, Hashable {
  private static let firstLine = "isnad output 1"

  /// The UTF-8 of each path.
  let paths: Set<[UInt8]>

  init(_ paths: Set<[UInt8]> = []) {
    self.paths = paths
  }

  /// nil when these bytes are no manifest, or name a file outside the output folder.
  init?(bytes: [UInt8]) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    guard let first = lines.first, first.elementsEqual(Self.firstLine.utf8) else { return nil }
    for line in lines.dropFirst() {
      guard (try? OutputPath.check(String(decoding: line, as: UTF8.self))) != nil else {
        return nil
      }
    }
    paths = Set(lines.dropFirst().map { Array($0) })
  }

  var bytes: [UInt8] {
    var bytes = Array(Self.firstLine.utf8)
    for path in paths.sorted(by: ByteOrder.precedes) {
      bytes.append(UInt8(ascii: "\n"))
      bytes += path
    }
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  func contains(_ path: String) -> Bool {
    paths.contains(Array(path.utf8))
  }
}
