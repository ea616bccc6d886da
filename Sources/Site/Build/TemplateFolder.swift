import Foundation

/// The templates, strings and assets that a site is built with: the built-in ones, each overridden
/// by the file of the same path in the user's `templates/` folder, and the user's further ones.
package struct TemplateFolder: Sendable {
  package struct File: Sendable {
    /// Relative to `templates/`.
    package let path: String
    package let text: String
  }

  /// A file of `assets/`, of any kind.
  package struct Asset: Sendable {
    /// Relative to `templates/`: `assets/style.css`.
    package let path: String
    package let bytes: [UInt8]
  }

  /// Templates and strings, sorted by path.
  package let files: [File]
  /// Sorted by path.
  package let assets: [Asset]

  /// - Parameter folder: the user's `templates/`; `nil`, or a folder that is not there, means the
  ///   built-in files alone.
  /// - Throws: when a file in it cannot be read as UTF-8, or what should be a folder is a link to one:
  ///   links to folders are not followed, and to be silent of it would leave out all that is behind.
  package init(folder: String?) throws(Unreadable) {
    var texts: [String: String] = [:]
    var assets: [String: [UInt8]] = [:]
    for file in DefaultTemplates.files {
      if Self.isAsset(file.path) {
        assets[file.path] = Array(file.text.utf8)
      } else {
        texts[file.path] = file.text
      }
    }
    if let folder, Self.isLinkToFolder(folder) { throw Unreadable(path: "", reason: .linkToFolder) }
    for path in Self.paths(in: folder) {
      if let folder, Self.isLinkToFolder(folder + "/" + path) {
        throw Unreadable(path: path, reason: .linkToFolder)
      }
      guard Self.isRead(path, in: folder) else { continue }
      guard let folder, let data = FileManager.default.contents(atPath: folder + "/" + path) else {
        throw Unreadable(path: path, reason: .unreadable)
      }
      if Self.isAsset(path) {
        assets[path] = Array(data)
      } else if let text = String(validating: data, as: UTF8.self) {
        texts[path] = text
      } else {
        throw Unreadable(path: path, reason: .unreadable)
      }
    }
    files = texts.sorted { $0.key < $1.key }.map { File(path: $0.key, text: $0.value) }
    self.assets = assets.sorted { $0.key < $1.key }.map { Asset(path: $0.key, bytes: $0.value) }
  }

  package struct Unreadable: Error {
    package enum Reason: Sendable { case unreadable, linkToFolder }

    /// Relative to `templates/`; empty where it is the folder itself.
    package let path: String
    package let reason: Reason
  }

  var templates: [(path: String, text: String)] {
    files.filter { $0.path.hasSuffix(".mustache") }.map { ($0.path, $0.text) }
  }

  var strings: [(lang: String, file: File)] {
    files.filter { $0.path.hasPrefix("strings/") && $0.path.hasSuffix(".yaml") }
      .map { (String($0.path.dropFirst("strings/".count).dropLast(".yaml".count)), $0) }
  }

  private static func isAsset(_ path: String) -> Bool { path.hasPrefix("assets/") }

  private static func paths(in folder: String?) -> [String] {
    guard let folder, let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    return walk.compactMap { $0 as? String }
      .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
      .sorted()
  }

  private static func isRead(_ path: String, in folder: String?) -> Bool {
    isAsset(path)
      ? isFile((folder ?? "") + "/" + path)
      : [".mustache", ".yaml"].contains { path.hasSuffix($0) }
  }

  private static func isLinkToFolder(_ path: String) -> Bool {
    guard (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil else {
      return false
    }
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  private static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }
}
