/// The files of one state of a site, by their paths from its root: `articles/x/index.html`.
///
/// Names are told apart by their bytes, as a host does: two normal forms of one name are two files.
package protocol PreviewFiles: Sendable {
  /// What pages load beside themselves, by path: stylesheets, images, scripts.
  var assets: [String: [UInt8]] { get }

  /// Whether there is such a file, which is not made for that.
  func contains(_ path: String) async -> Bool

  /// The bytes of a file; nil where there is none.
  /// - Throws: when it cannot be made, as a `PreviewFailure` where the user can mend that.
  func bytes(of path: String) async throws -> [UInt8]?
}

/// Files that are all there already.
package struct StoredFiles: PreviewFiles {
  /// By the UTF-8 of the path.
  private let files: [[UInt8]: [UInt8]]
  package let assets: [String: [UInt8]]

  package init(_ files: [String: [UInt8]]) {
    self.files = Dictionary(
      files.map { (Array($0.utf8), $1) }, uniquingKeysWith: { first, _ in first })
    assets = files.filter { $0.key.hasPrefix("assets/") }
  }

  package func contains(_ path: String) -> Bool { files[Array(path.utf8)] != nil }

  package func bytes(of path: String) -> [UInt8]? { files[Array(path.utf8)] }
}
