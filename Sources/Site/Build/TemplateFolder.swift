import Foundation

/// The templates, strings and assets that a site is built with: the built-in ones, each overridden
/// by the file of the same path in the user's `templates/` folder, and the user's further ones.
package struct TemplateFolder: Sendable {
  package struct File: Sendable {
    /// Relative to `templates/`.
    package let path: String
    package let text: String
  }

  /// Sorted by path.
  package let files: [File]

  /// - Parameter folder: the user's `templates/`; `nil`, or a folder that is not there, means the
  ///   built-in files alone.
  /// - Throws: when a file in it cannot be read as UTF-8.
  package init(folder: String?) throws(Unreadable) {
    var texts = Dictionary(
      DefaultTemplates.files.map { ($0.path, $0.text) }, uniquingKeysWith: { first, _ in first })
    for path in Self.paths(in: folder) {
      guard let folder,
        let data = FileManager.default.contents(atPath: folder + "/" + path),
        let text = String(validating: data, as: UTF8.self)
      else { throw Unreadable(path: path) }
      texts[path] = text
    }
    files = texts.sorted { $0.key < $1.key }.map { File(path: $0.key, text: $0.value) }
  }

  package struct Unreadable: Error {
    package let path: String
  }

  var templates: [(path: String, text: String)] {
    files.filter { $0.path.hasSuffix(".mustache") }.map { ($0.path, $0.text) }
  }

  var strings: [(lang: String, file: File)] {
    files.filter { $0.path.hasPrefix("strings/") && $0.path.hasSuffix(".yaml") }
      .map { (String($0.path.dropFirst("strings/".count).dropLast(".yaml".count)), $0) }
  }

  /// Published as they are, under the same path.
  var assets: [File] {
    files.filter { $0.path.hasPrefix("assets/") }
  }

  private static func paths(in folder: String?) -> [String] {
    guard let folder, let walk = FileManager.default.enumerator(atPath: folder) else { return [] }
    return walk.compactMap { $0 as? String }
      .filter { path in
        !path.split(separator: "/").contains { $0.hasPrefix(".") }
          && [".mustache", ".yaml", ".css", ".js", ".svg", ".txt"].contains { path.hasSuffix($0) }
      }
      .sorted()
  }
}
