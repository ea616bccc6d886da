import Foundation

/// The files in which a build keeps parts of what it read, for the next one. Only their owner may read
/// them.
///
/// What is written here is of no weight until something else names it: a file that cannot be written, or
/// that is gone, keeps nobody from anything.
package struct PartFiles: Sendable {
  private let folder: Folder
  /// Of the folder.
  private let path: String

  /// - Parameters:
  ///   - folder: the output folder.
  ///   - path: of that.
  /// - Returns: `nil` where there is none, or a link or a file in its place.
  init?(in folder: Folder, _ path: String, makesFolder: Bool = false) {
    if makesFolder { try? folder.makeFolder(StateFolder.parts, mode: 0o700) }
    guard let parts = try? folder.inner(StateFolder.parts) else { return nil }
    self.folder = parts
    self.path = path + "/" + StateFolder.parts
  }

  /// `nil` where it is not there, or cannot be read.
  ///
  /// - Parameter name: is no path.
  package func read(_ name: String) -> [UInt8]? { try? folder.read(name) }

  /// Writes a file, in whose place there may be another.
  ///
  /// - Parameter name: is no path. Nobody else writes one of this name at the same time.
  /// - Returns: false where it could not be written.
  package func write(_ bytes: [UInt8], to name: String) -> Bool {
    let new = name + Self.unfinished
    do throws(SystemFailure) {
      // One of a build that was killed.
      if try folder.kind(of: new) != nil { try folder.removeFile(new) }
      try folder.writePrivate(bytes, to: new)
      try folder.rename(new, to: name)
      return true
    } catch {
      try? folder.removeFile(new)
      return false
    }
  }

  /// Removes the others among our files.
  ///
  /// - Parameter isOurs: of the names in the folder.
  package func remove(except names: Set<String>, isOurs: (String) -> Bool) {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    for name in all where !names.contains(name) {
      let rest = name.hasSuffix(Self.unfinished) ? Self.unfinished.count : 0
      if isOurs(String(name.dropLast(rest))) { try? folder.removeFile(name) }
    }
  }

  private static let unfinished = ".new"
}
