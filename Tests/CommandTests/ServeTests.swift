import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("isnad serve")
struct ServeTests {
  /// A running preview, and what it prints.
  final class Preview {
    let process: Process
    let log: String

    init(_ shop: Workshop, _ arguments: String...) throws {
      log = shop.path + "/log"
      try #require(FileManager.default.createFile(atPath: log, contents: nil))
      process = try shop.process(["serve"] + arguments)
      let handle = try #require(FileHandle(forWritingAtPath: log))
      process.standardOutput = handle
      process.standardError = handle
      try process.run()
    }

    deinit {
      process.terminate()
      process.waitUntilExit()
    }

    var printed: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    /// What is printed once it has this text in it.
    func printed(_ text: String) async throws -> String {
      for _ in 0..<300 {
        if printed.contains(text) { return printed }
        try await Task.sleep(for: .milliseconds(100))
      }
      Issue.record("“\(text)” was not printed, but: \(printed)")
      return printed
    }

    func get(_ path: String) async throws -> String {
      let line = try await printed("(Ctrl-C ends)\n")
      let address = try #require(line.firstMatch(of: /http:\/\/127\.0\.0\.1:[0-9]+/)).0
      let url = try #require(URL(string: address + path))
      let request = URLRequest(
        url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: 300)
      let (data, _) = try await URLSession(configuration: .ephemeral).data(for: request)
      return String(decoding: data, as: UTF8.self)
    }
  }

  @Test(
    "follows what changes, and keeps the last good site while something is wrong",
    .timeLimit(.minutes(5)))
  func follows() async throws {
    let shop = try Workshop()
    try shop.makeSmallSite()
    let preview = try Preview(shop, "--port", "0")
    #expect(try await preview.get("/articles/call/").contains("They spoke by phone."))

    try shop.write("content/articles/call.txt", "---\ntitle: A call\n---\nThey met.\n")
    _ = try await preview.printed("Followed in ")
    #expect(try await preview.get("/articles/call/").contains("They met."))

    try shop.write("content/articles/call.txt", "---\ntitel: A call\n---\nNobody met.\n")
    _ = try await preview.printed("error[format/unknown-key]")
    #expect(try await preview.get("/articles/call/").contains("They met."))
    #expect(!shop.exists("public"))
  }

  @Test("begins with what is wrong, and serves the site once it is mended", .timeLimit(.minutes(5)))
  func beginsWrong() async throws {
    let shop = try Workshop()
    try shop.makeSmallSite()
    try shop.write("content/site.yaml", "titel: x\n")
    let preview = try Preview(shop, "--port", "0")
    #expect(try await preview.get("/").contains("<h1>The site has an error</h1>"))
    try shop.write("content/site.yaml", "title: Mended\n")
    _ = try await preview.printed("Followed in ")
    #expect(try await preview.get("/").contains("Mended"))
  }

  @Test("says when the port is taken", .timeLimit(.minutes(5)))
  func portTaken() async throws {
    let shop = try Workshop()
    try shop.makeSmallSite()
    let preview = try Preview(shop, "--port", "0")
    let line = try await preview.printed("(Ctrl-C ends)\n")
    let port = try #require(line.firstMatch(of: /:([0-9]+)\//)).1
    let result = try await shop.isnad("serve", "--port", String(port))
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(
      result.errors.hasPrefix(
        "error[preview/port-in-use]: port \(port) is in use by another program\n"))
  }
}
