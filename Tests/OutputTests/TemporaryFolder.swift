import Foundation
import Testing

import Output

/// A folder of its own for one test, gone with it.
final class TemporaryFolder {
  let path: String

  init() throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    path = base + "/isnad-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ file: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func link(_ file: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: path + "/" + file, withDestinationPath: target)
  }

  func text(_ file: String) -> String? {
    FileManager.default.contents(atPath: path + "/" + file).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Every file and empty folder outside `.isnad`, with the text of files.
  var tree: [String: String] {
    var tree: [String: String] = [:]
    let paths = (FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String }) ?? []
    for file in paths where file != ".isnad" && !file.hasPrefix(".isnad/") {
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: path + "/" + file, isDirectory: &isFolder)
      if isFolder.boolValue {
        if !paths.contains(where: { $0.hasPrefix(file + "/") }) { tree[file + "/"] = "" }
      } else {
        tree[file] = text(file) ?? ""
      }
    }
    return tree
  }

  /// What changes when a file is written anew.
  func identity(_ file: String) throws -> [String] {
    let attributes = try FileManager.default.attributesOfItem(atPath: path + "/" + file)
    let keys: [FileAttributeKey] = [.systemFileNumber, .modificationDate]
    return keys.map { "\(String(describing: attributes[$0]))" }
  }
}

/// Builds a whole site from these files.
@discardableResult
func build(
  _ files: [String: String], in folder: TemporaryFolder, isForced: Bool = false
) throws -> OutputSummary {
  let output = try DiskOutput(folder: folder.path, name: "public", isForced: isForced)
  for (path, text) in files { try output.put(path, text) }
  return try output.finish()
}

/// The diagnostic that an action fails with, as `id: message`.
func failure(_ action: () throws -> some Any) -> String? {
  do {
    _ = try action()
    return nil
  } catch let error as OutputError {
    return "\(error.diagnostic.id): \(error.diagnostic.message)"
  } catch {
    return "\(error)"
  }
}
