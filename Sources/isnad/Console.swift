import Diagnostics
import Foundation

/// Where the program speaks: results on standard output, everything else on standard error.
struct Console: Sendable {
  private let isTerminal: Bool
  private let format: ConsoleFormat

  /// Colours only on a terminal, and not where `NO_COLOR` is set (no-color.org).
  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
    let noColor = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    format = ConsoleFormat(hasColor: isTerminal && !noColor && environment["TERM"] != "dumb")
  }

  func result(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  func report(_ diagnostics: [Diagnostic]) {
    FileHandle.standardError.write(Data(format.text(diagnostics).utf8))
  }

  /// A line that the next one replaces; nothing where standard error is no terminal.
  func progress(_ text: String) {
    guard isTerminal else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[2K\(text)".utf8))
  }

  func endProgress() {
    guard isTerminal else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[2K".utf8))
  }
}
