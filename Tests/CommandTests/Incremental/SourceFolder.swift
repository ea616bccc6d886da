import Foundation

/// A source folder for random edits, which can be undone.
struct SourceFolder {
  let path: String

  /// Relative to the folder, sorted.
  var files: [String] {
    get throws {
      try FileManager.default.subpathsOfDirectory(atPath: path).filter { isFile($0) }.sorted()
    }
  }

  private func isFile(_ file: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path + "/" + file, isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  func files(under folder: String, _ ending: String) throws -> [String] {
    try files.filter { $0.hasPrefix(folder + "/") && $0.hasSuffix(ending) }
  }

  func text(_ file: String) throws -> String {
    try String(contentsOfFile: path + "/" + file, encoding: .utf8)
  }

  func write(_ file: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func remove(_ file: String) throws {
    try FileManager.default.removeItem(atPath: path + "/" + file)
  }

  /// The text of every file.
  var state: [String: String] {
    get throws {
      Dictionary(uniqueKeysWithValues: try files.map { ($0, try text($0)) })
    }
  }

  /// Makes the folder what it was.
  func restore(_ state: [String: String]) throws {
    let now = try self.state
    for (file, text) in state where now[file] != text { try write(file, text) }
    for file in now.keys where state[file] == nil { try remove(file) }
  }

  // MARK: JSON

  typealias JSON = [String: Any]

  func json(_ text: String) throws -> JSON {
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? JSON ?? [:]
  }

  func text(of json: JSON) throws -> String {
    let data = try JSONSerialization.data(
      withJSONObject: json, options: [.sortedKeys, .withoutEscapingSlashes])
    return String(decoding: data, as: UTF8.self)
  }
}
