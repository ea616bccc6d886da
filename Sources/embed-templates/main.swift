// Writes a Swift file that holds every file of a folder: `embed-templates FOLDER OUTPUT`.
//
// Text is written as string literals, which compile quickly; a `#` more than any run of `#` that
// follows a quotation mark in the file keeps the literal whole.

import Foundation

let arguments = CommandLine.arguments
guard arguments.count == 3 else {
  FileHandle.standardError.write(Data("usage: embed-templates FOLDER OUTPUT\n".utf8))
  exit(64)
}
let folder = URL(fileURLWithPath: arguments[1]).standardizedFileURL

func literal(_ text: String) -> String {
  var fence = "##"
  while text.contains("\"" + fence) || text.contains("\\" + fence) { fence += "#" }
  return "\(fence)\"\"\"\n\(text)\n\"\"\"\(fence)"
}

let paths =
  (FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? [])
  .filter { !$0.split(separator: "/").contains { $0.hasPrefix(".") } }
  .filter { !folder.appendingPathComponent($0).hasDirectoryPath }
  .sorted()

var source = """
  /// The files of `templates/`, by their path in it.
  package enum DefaultTemplates {
    package static let files: [(path: String, text: String)] = [

  """
for path in paths {
  var isFolder: ObjCBool = false
  let file = folder.appendingPathComponent(path)
  guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder),
    !isFolder.boolValue
  else { continue }
  let text = try String(contentsOf: file, encoding: .utf8)
  source += "    (\(String(reflecting: path)), \(literal(text))),\n"
}
source += "  ]\n}\n"
// A file that is written again has all that is made of it compiled again, which takes minutes.
if (try? String(contentsOfFile: arguments[2], encoding: .utf8)) != source {
  try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
}
