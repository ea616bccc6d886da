import Diagnostics
import Foundation

/// The program that makes full-text indexes: https://pagefind.app. It is not ours, and need not be
/// there.
package struct PagefindProgram: Sendable {
  package let executable: String
  /// What comes before its own arguments.
  let arguments: [String]
  /// What it said that it is when it was looked for.
  private var answer: String?

  private init(executable: String, arguments: [String]) {
    self.executable = executable
    self.arguments = arguments
  }

  /// The variable that names the program, as in Pagefind's own packages.
  package static let variable = "PAGEFIND_BINARY_PATH"

  /// Looks for it: where the environment names it, among the programs of the path, and in Python.
  package static func find(
    in environment: [String: String]
  ) throws(PagefindError) -> PagefindProgram {
    if let named = environment[variable], !named.isEmpty {
      guard FileManager.default.isExecutableFile(atPath: named) else { throw .notThere(named) }
      return PagefindProgram(executable: named, arguments: [])
    }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    func program(_ name: String) -> String? {
      folders.lazy.map { "\($0)/\(name)" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
    if let found = program("pagefind_extended") ?? program("pagefind") {
      return PagefindProgram(executable: found, arguments: [])
    }
    if let python = program("python3") {
      var module = PagefindProgram(executable: python, arguments: ["-m", "pagefind"])
      module.answer = module.version
      if module.answer != nil { return module }
    }
    throw .notInstalled
  }

  /// What it says that it is; `nil` where it does not answer.
  package var version: String? {
    if let answer { return answer }
    let (process, output) = (Process(), Pipe())
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments + ["--version"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: answer, as: UTF8.self) : nil
  }
}

/// Why there is no full-text index.
package enum PagefindError: Error, Equatable {
  case notInstalled
  /// The environment names a program that is not there.
  case notThere(String)
  /// It says, or does, something else than it should.
  case failed(String)

  package var diagnostic: Diagnostic {
    let without = "or build without --search: the site then finds names, and no words in texts"
    return switch self {
    case .notInstalled:
      Diagnostic(
        .error, "search/no-pagefind", "Pagefind is not installed, so the texts cannot be indexed",
        remedy: "install it with `python3 -m pip install 'pagefind[bin]'` or "
          + "`npm install --global pagefind`, or name its program in "
          + "\(PagefindProgram.variable), \(without)")
    case .notThere(let path):
      Diagnostic(
        .error, "search/no-pagefind",
        "\(PagefindProgram.variable) names \(path), which is no program",
        remedy: "name the program pagefind, \(without)")
    case .failed(let reason):
      Diagnostic(
        .error, "search/pagefind-failed", "Pagefind could not index the texts: \(reason)",
        remedy: "run `pagefind --version`: 1.5 or later is needed, \(without)")
    }
  }
}
