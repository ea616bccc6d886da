import Foundation
import Testing

/// A folder for one test, in which the program is run as a user runs it.
final class Workshop {
  struct Result {
    var status: Int32
    var output: String
    var errors: String
  }

  let path: String

  init() throws {
    let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
    path = base + "/isnad-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  // MARK: The program

  /// Beside the test bundle, where the build puts it.
  static var program: URL {
    get throws {
      let bundle = Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
      let folders = [
        bundle, URL(fileURLWithPath: CommandLine.arguments[0]), Bundle.main.executableURL,
      ]
      .compactMap { $0?.deletingLastPathComponent() }
      let programs = folders.map { $0.appendingPathComponent("isnad") }
      return try #require(
        programs.first { FileManager.default.isExecutableFile(atPath: $0.path) },
        "the program is not beside the tests: \(folders)")
    }
  }

  func process(_ arguments: [String], environment: [String: String] = [:]) throws -> Process {
    let process = Process()
    process.executableURL = try Self.program
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path, isDirectory: true)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    return process
  }

  func isnad(
    _ arguments: String..., environment: [String: String] = [:]
  ) async throws -> Result {
    try await isnad(arguments, environment: environment)
  }

  /// Runs the program in this folder. Its output goes to files, so that no pipe can fill.
  func isnad(
    _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> Result {
    let process = try process(arguments, environment: environment)
    let logs = (output: path + ".out", errors: path + ".err")
    defer {
      try? FileManager.default.removeItem(atPath: logs.output)
      try? FileManager.default.removeItem(atPath: logs.errors)
    }
    for log in [logs.output, logs.errors] {
      try #require(FileManager.default.createFile(atPath: log, contents: nil))
    }
    process.standardOutput = FileHandle(forWritingAtPath: logs.output)
    process.standardError = FileHandle(forWritingAtPath: logs.errors)
    try await process.finish()
    return Result(
      status: process.terminationStatus,
      output: try String(contentsOfFile: logs.output, encoding: .utf8),
      errors: try String(contentsOfFile: logs.errors, encoding: .utf8))
  }

  // MARK: Files

  func write(_ file: String, _ text: String) throws {
    let url = URL(fileURLWithPath: path + "/" + file)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  func text(_ file: String) throws -> String {
    try String(contentsOfFile: path + "/" + file, encoding: .utf8)
  }

  func exists(_ file: String) -> Bool {
    FileManager.default.fileExists(atPath: path + "/" + file)
  }

  /// The bytes of every file under a folder, but for the record that the program keeps.
  func tree(_ folder: String) throws -> [String: Data] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: path + "/" + folder)
    var tree: [String: Data] = [:]
    for file in paths where file != ".isnad" && !file.hasPrefix(".isnad/") {
      let url = URL(fileURLWithPath: "\(path)/\(folder)/\(file)")
      if (try url.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true {
        tree[file] = try Data(contentsOf: url)
      }
    }
    return tree
  }

  /// A site of one article.
  func makeSmallSite() throws {
    try write(
      "content/articles/call.txt",
      """
      ---
      title: A call
      lang: en
      published: 2019-05-14
      ---
      They spoke by phone.

      """)
  }
}

extension Process {
  /// Runs to the end, without keeping a thread from other tests.
  func finish() async throws {
    let (ends, continuation) = AsyncStream.makeStream(of: Void.self)
    terminationHandler = { _ in continuation.finish() }
    try run()
    for await _ in ends {}
  }
}
