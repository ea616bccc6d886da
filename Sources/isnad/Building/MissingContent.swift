import Diagnostics
import Foundation

/// Says what is wrong where a source folder has nothing to read.
func missingContent(in source: String) -> Diagnostic? {
  var isFolder: ObjCBool = false
  let isThere = FileManager.default.fileExists(atPath: source, isDirectory: &isFolder)
  guard isThere, isFolder.boolValue else {
    return Diagnostic(
      .error, "source/no-folder", "there is no folder \(source)",
      remedy: "name the folder that has content/ with --source")
  }
  let hasContent = FileManager.default.fileExists(
    atPath: source + "/content", isDirectory: &isFolder)
  guard hasContent, isFolder.boolValue else {
    let place = source == "." ? "this folder" : source
    return Diagnostic(
      .error, "source/no-content", "there is no folder content/ in \(place)",
      remedy: "name the folder that has it with --source, or make a new site with isnad new")
  }
  return nil
}
