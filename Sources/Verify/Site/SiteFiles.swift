import Foundation

/// The files of a built site, as they stand in its folder. Those whose names begin with a dot are not
/// of the site.
package struct SiteFiles: Sendable {
  package let folder: String
  /// Relative to the folder, `/` between their parts, sorted.
  package let paths: [String]
  private let numbers: [Digest: Int]

  package init(folder: String) {
    self.folder = folder
    let walk = FileManager.default.enumerator(atPath: folder)
    var paths: [String] = []
    while let path = walk?.nextObject() as? String {
      let isHidden = path.utf8.split(separator: UInt8(ascii: "/")).last?.first == UInt8(ascii: ".")
      if isHidden {
        walk?.skipDescendants()
      } else if walk?.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
        paths.append(path)
      }
    }
    paths.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    self.paths = paths
    numbers = Dictionary(
      paths.enumerated().map { (Digest($1), $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The number of the file at a path.
  subscript(path: some Sequence<UInt8>) -> Int? { numbers[Digest(path)] }

  func number(_ path: String) -> Int? { numbers[Digest(path)] }

  func bytes(_ number: Int) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(paths[number])")))
  }
}
