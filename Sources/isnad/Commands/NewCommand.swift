import ArgumentParser
import Diagnostics
import Foundation

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Makes a starter site that builds.",
    discussion: """
      Example:
        isnad new my-report && isnad build --source my-report
      """)

  @Argument(help: "The folder to make; it must not exist, or be empty.")
  var path: String

  func run() throws {
    let console = Console()
    let manager = FileManager.default
    if let there = try? manager.contentsOfDirectory(atPath: path), !there.isEmpty {
      console.report([
        Diagnostic(
          .error, "new/not-empty", "\(path) is not empty",
          remedy: "name a folder that does not exist yet")
      ])
      throw ExitCode(1)
    }
    do {
      for file in Starter.files {
        let place = URL(fileURLWithPath: path).appendingPathComponent(file.path)
        try manager.createDirectory(
          at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try file.text.write(to: place, atomically: true, encoding: .utf8)
      }
    } catch {
      console.report([
        Diagnostic(
          .error, "new/cannot-write", "\(path) cannot be written: \(error.localizedDescription)",
          remedy: "name a folder that you may write to")
      ])
      throw ExitCode(1)
    }
    console.result(
      """
      Made \(path). To build it and look at it:
        isnad build --source \(path)
        isnad serve --source \(path)

      """)
  }
}
