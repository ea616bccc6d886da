import ArgumentParser
import Diagnostics
import Foundation

/// Where words go: results to the standard output, all else to the standard error.
struct Console: Sendable {
  let environment: [String: String]
  private let isTerminal: Bool

  init() {
    environment = ProcessInfo.processInfo.environment
    isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
  }

  /// nil when nobody would see it move.
  var progress: ProgressLine? {
    isTerminal ? ProgressLine() : nil
  }

  private var hasColor: Bool {
    isTerminal && environment["NO_COLOR", default: ""].isEmpty
  }

  /// Prints a line.
  func say(_ line: String) {
    print(line + "\n")
  }

  /// Prints a text as it is.
  func print(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// Prints a text about the work, as it is.
  func note(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }

  /// Prints diagnostics; throws the exit status when there is an error among them.
  func report(_ diagnostics: [Diagnostic]) throws {
    complain(diagnostics)
    if diagnostics.hasErrors { throw ExitCode.failure }
  }

  /// Prints diagnostics.
  func complain(_ diagnostics: [Diagnostic]) {
    let text = ConsoleFormat(hasColor: hasColor).text(diagnostics)
    FileHandle.standardError.write(Data(text.utf8))
  }
}
