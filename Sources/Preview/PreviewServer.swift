import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// A server of one site in memory, for the machine that it runs on alone.
package final class PreviewServer: Sendable {
  private let site = Mutex<PreviewSite?>(nil)

  package init() {}

  /// Serves these files from now on, by their path in the site.
  package func show(_ files: [String: [UInt8]]) {
    let new = PreviewSite(files)
    site.withLock { $0 = new }
  }

  /// Listens on 127.0.0.1 until the task is cancelled.
  ///
  /// - Parameters:
  ///   - port: 0 for any that is free.
  ///   - onListening: told the port, once requests are answered.
  package func run(
    port: UInt16, onListening: @escaping @Sendable (UInt16) async -> Void
  ) async throws {
    let server = HTTPServer(
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), logger: .disabled,
      handler: ClosureHTTPHandler { [self] in response(to: $0) })
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        group.addTask {
          try await server.waitUntilListening()
          if case .ip4(_, let port) = await server.listeningAddress { await onListening(port) }
        }
        // The first failure ends both.
        while try await group.next() != nil {}
      }
    } catch let error as SocketError {
      throw PreviewError(error, port: port)
    }
  }

  private func response(to request: HTTPRequest) -> HTTPResponse {
    let answer = answer(
      Question(
        method: request.method.rawValue, path: request.target.path(percentEncoded: true),
        query: request.target.query(percentEncoded: true),
        headers: Dictionary(
          request.headers.map { ($0.key.rawValue.lowercased(), $0.value) },
          uniquingKeysWith: { first, _ in first })))
    var headers = HTTPHeaders()
    for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    let isHead = request.method == .HEAD
    if isHead { headers[.contentLength] = String(answer.body.count) }
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status.rawValue, phrase: answer.status.phrase),
      headers: headers, body: isHead ? Data() : Data(answer.body))
  }

  func answer(_ question: Question) -> Answer {
    // A page elsewhere may point its own name at 127.0.0.1 to read what is not published yet.
    guard Self.isLocal(question.headers["host"] ?? "localhost") else {
      return .text(.forbidden, "This preview answers to 127.0.0.1 and localhost only.")
    }
    guard let site = site.withLock({ $0 }) else {
      return .text(.unavailable, "The site has errors: see the terminal where isnad runs.")
    }
    return site.answer(question)
  }

  private static func isLocal(_ host: String) -> Bool {
    let name = host.lowercased().prefix { $0 != ":" }
    return name == "127.0.0.1" || name == "localhost"
  }
}

/// Why the preview cannot be served.
package struct PreviewError: Error, Sendable, Hashable {
  package let diagnostic: Diagnostic

  init(_ error: SocketError, port: UInt16) {
    guard case .failed(_, let code, let message) = error else {
      diagnostic = Diagnostic(
        .error, "preview/failed", "the preview ended: \(error.localizedDescription)",
        remedy: "start it again")
      return
    }
    diagnostic =
      switch code {
      case EADDRINUSE:
        Diagnostic(
          .error, "preview/port-in-use", "port \(port) is in use by another program",
          remedy: "choose another, as in --port \(port == .max ? 8080 : port + 1), or --port 0 for "
            + "any that is free")
      case EACCES:
        Diagnostic(
          .error, "preview/port-not-permitted", "port \(port) is for privileged programs only",
          remedy: "choose one above 1023, as in --port 8080")
      default:
        Diagnostic(
          .error, "preview/failed", "cannot listen on 127.0.0.1:\(port): \(message)",
          remedy: "choose another port, as in --port 8080")
      }
  }
}

extension Answer.Status {
  fileprivate var phrase: String {
    switch self {
    case .ok: "OK"
    case .partial: "Partial Content"
    case .redirect: "Found"
    case .unchanged: "Not Modified"
    case .badRequest: "Bad Request"
    case .forbidden: "Forbidden"
    case .notFound: "Not Found"
    case .badMethod: "Method Not Allowed"
    case .badRange: "Range Not Satisfiable"
    case .unavailable: "Service Unavailable"
    }
  }
}
