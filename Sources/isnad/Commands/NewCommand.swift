import ArgumentParser
import Diagnostics
import Foundation

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make a starter site: two short articles, their analyses, a brief and a card.",
    discussion: """
      EXAMPLES
        isnad new report
        cd report && isnad serve
      """)

  @Argument(
    help: ArgumentHelp("The folder to make; it may exist if it is empty.", valueName: "path"))
  var path: String

  func validate() throws {
    if path.isEmpty { throw ValidationError("new needs the name of a folder.") }
  }

  func run() throws {
    let console = Console()
    do {
      try write()
    } catch let refusal as Refusal {
      try console.report([refusal.diagnostic])
    } catch {
      let failure = Diagnostic(
        .error, "new/failed", "cannot make \(path): \(reason(error))",
        remedy: "choose a folder that you may write to")
      try console.report([failure])
    }
    console.say(
      """
      Made a starter site in \(path)

      Next:
        isnad serve --source \(path)    preview it at http://127.0.0.1:8080/
        isnad build --source \(path)    build it into \(path)/public
      """)
  }

  private struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  private func write() throws {
    let files = FileManager.default
    var isFolder: ObjCBool = false
    if files.fileExists(atPath: path, isDirectory: &isFolder) {
      guard isFolder.boolValue, try files.contentsOfDirectory(atPath: path).isEmpty else {
        throw Refusal(
          diagnostic: Diagnostic(
            .error, "new/not-empty",
            isFolder.boolValue ? "\(path) is not empty" : "\(path) is a file",
            remedy: "name a folder that does not exist yet"))
      }
    }
    let root = URL(fileURLWithPath: path, isDirectory: true)
    for (name, text) in Starter.files {
      let file = root.appendingPathComponent(name)
      try files.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }

  private func reason(_ error: any Error) -> String {
    let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    return (underlying ?? error as NSError).localizedDescription
  }
}
