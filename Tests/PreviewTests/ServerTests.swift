import Foundation
import Testing

import Preview

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("The preview server")
struct ServerTests {
  /// Runs a server on a free port for as long as `body` does.
  func serving(
    _ files: [String: [UInt8]]?,
    _ body: @escaping @Sendable (PreviewServer, UInt16) async throws -> Void
  ) async throws {
    let server = PreviewServer()
    if let files { server.show(StoredFiles(files)) }
    let (ports, continuation) = AsyncStream.makeStream(of: UInt16.self)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await server.run(port: 0) { port in
          continuation.yield(port)
          continuation.finish()
        }
      }
      for await port in ports { try await body(server, port) }
      group.cancelAll()
      do { try await group.waitForAll() } catch is CancellationError {} catch is PreviewError {}
    }
  }

  func ask(
    _ port: UInt16, _ path: String, method: String = "GET", headers: [String: String] = [:]
  ) async throws -> (response: HTTPURLResponse, body: String) {
    let url = try #require(URL(string: "http://127.0.0.1:\(port)\(path)"))
    var request = URLRequest(
      url: url, cachePolicy: .reloadIgnoringLocalCacheData, timeoutInterval: 300)
    request.httpMethod = method
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let (data, response) = try await URLSession(configuration: .ephemeral).data(for: request)
    return (try #require(response as? HTTPURLResponse), String(decoding: data, as: UTF8.self))
  }

  @Test("answers over HTTP on this machine", .timeLimit(.minutes(5)))
  func answers() async throws {
    try await serving(["index.html": Array("سلام".utf8)]) { _, port in
      let (home, body) = try await ask(port, "/")
      #expect(home.statusCode == 200)
      #expect(body.hasPrefix("سلام<script src=\"/.isnad/live.js\""))
      #expect(home.value(forHTTPHeaderField: "Content-Type") == "text/html; charset=utf-8")
      #expect(home.value(forHTTPHeaderField: "X-Content-Type-Options") == "nosniff")

      let (head, nothing) = try await ask(port, "/", method: "HEAD")
      #expect(head.statusCode == 200)
      #expect(nothing.isEmpty)
      #expect(head.value(forHTTPHeaderField: "Content-Length") == "\(body.utf8.count)")

      let (part, letter) = try await ask(port, "/", headers: ["Range": "bytes=0-1"])
      #expect(part.statusCode == 206)
      #expect(letter == "س")

      #expect(try await ask(port, "/%2e%2e/%2e%2e/etc/passwd").response.statusCode == 404)
      #expect(try await ask(port, "/", method: "POST").response.statusCode == 405)
    }
  }

  @Test("shows the new site from the moment that it has one", .timeLimit(.minutes(5)))
  func replaced() async throws {
    try await serving(nil) { (server, port) async throws in
      #expect(try await ask(port, "/").response.statusCode == 503)
      server.show(StoredFiles(["index.html": Array("first".utf8)]))
      #expect(try await ask(port, "/").body.hasPrefix("first"))
      server.show(StoredFiles(["index.html": Array("second".utf8)]))
      #expect(try await ask(port, "/").body.hasPrefix("second"))
    }
  }

  @Test(
    "answers no page elsewhere that has its own name lead here",
    arguments: [
      ("127.0.0.1:8080", true), ("localhost", true), ("LOCALHOST:8080", true),
      ("elsewhere.example", false), ("127.0.0.1.elsewhere.example", false), ("", false),
    ])
  func host(name: String, isAnswered: Bool) async {
    let server = PreviewServer()
    server.show(StoredFiles(["index.html": []]))
    let answer = await server.answer(Question(path: "/", headers: ["host": name]))
    #expect(answer.status == (isAnswered ? .ok : .forbidden))
  }

  @Test("says when its port is taken, and what to do", .timeLimit(.minutes(5)))
  func taken() async throws {
    try await serving([:]) { _, port in
      let error = await #expect(throws: PreviewError.self) {
        try await PreviewServer().run(port: port) { _ in }
      }
      #expect(error?.diagnostic.id == "preview/port-in-use")
      #expect(error?.diagnostic.message == "port \(port) is in use by another program")
    }
  }
}
