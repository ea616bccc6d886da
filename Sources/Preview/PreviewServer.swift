import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// A server of one site, for the machine that it runs on alone.
package final class PreviewServer: Sendable {
  private let state: Mutex<PreviewState>
  private let listeners = Listeners()

  /// - Parameter base: where on the host the site stands.
  package init(at base: BasePath = .root) {
    state = Mutex(PreviewState(base: base))
  }

  /// Serves these files from now on, and tells open pages that are not as they say.
  package func show(_ files: some PreviewFiles) {
    // The last site is given back outside of the lock: on a large one that takes its time.
    let last = state.withLock { state in
      defer {
        state.site = PreviewSite(files, at: state.base)
        state.problems = nil
      }
      return state.site
    }
    listeners.wake()
    withExtendedLifetime(last) {}
  }

  /// Shows open pages what is wrong, until there is a new site. The last one is served meanwhile.
  package func tell(_ diagnostics: [Diagnostic]) {
    let report = ProblemReport(diagnostics)
    state.withLock { $0.problems = report }
    listeners.wake()
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
      address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), timeout: Self.timeout,
      logger: .disabled, handler: ClosureHTTPHandler { [self] in await response(to: $0) })
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await server.run() }
        group.addTask {
          try await server.waitUntilListening()
          if case .ip4(_, let port) = await server.listeningAddress { await onListening(port) }
        }
        group.addTask { [listeners] in
          // Connections that nobody listens to any more are found by writing to them.
          while true {
            try await Task.sleep(for: .seconds(10))
            listeners.wake()
          }
        }
        // The first failure ends all.
        while try await group.next() != nil {}
      }
    } catch let error as SocketError {
      throw PreviewError(error, port: port)
    }
  }

  /// In seconds: the largest pages of a large site take some to make.
  private static let timeout = 120.0

  private func response(to request: HTTPRequest) async -> HTTPResponse {
    let question = Question(
      method: request.method.rawValue, path: request.target.path(percentEncoded: true),
      query: request.target.query(percentEncoded: true),
      headers: Dictionary(
        request.headers.map { ($0.key.rawValue.lowercased(), $0.value) },
        uniquingKeysWith: { first, _ in first }))
    let answer = await answer(question)
    var headers = HTTPHeaders()
    for (name, value) in answer.headers { headers[HTTPHeader(name)] = value }
    headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
    // No page elsewhere may load what is not published yet.
    headers[HTTPHeader("Cross-Origin-Resource-Policy")] = "same-origin"
    let isHead = request.method == .HEAD
    if isHead { headers[.contentLength] = String(answer.body.count) }
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status.rawValue, phrase: answer.status.phrase),
      headers: headers, body: body(of: answer, isHead: isHead))
  }

  private func body(of answer: Answer, isHead: Bool) -> HTTPBodySequence {
    if isHead { return HTTPBodySequence() }
    guard let follower = answer.follower else {
      return HTTPBodySequence(data: Data(answer.body), suggestedBufferSize: 1 << 16)
    }
    return HTTPBodySequence(
      from: EventBody(follower: follower, wakes: listeners.listen()) { [self] in
        state.withLock { $0 }
      })
  }

  package func answer(_ question: Question) async -> Answer {
    // A page elsewhere may point its own name at 127.0.0.1 to read what is not published yet.
    guard Self.isLocal(question.headers["host"] ?? "localhost") else {
      return .text(.forbidden, "This preview answers to 127.0.0.1 and localhost only.")
    }
    let state = state.withLock { $0 }
    let addresses = state.addresses
    guard question.method == "GET" || question.method == "HEAD" else {
      return await state.answer(question)
    }
    return switch question.path {
    case addresses.script: .own(LiveScript.script, type: ContentType.of("live.js"))
    case addresses.style: .own(LiveScript.style, type: ContentType.of("live.css"))
    case addresses.events: .events(for: LiveFollower(query: question.query))
    default: await state.answer(question)
    }
  }

  private static func isLocal(_ host: String) -> Bool {
    let name = host.lowercased().prefix { $0 != ":" }
    return name == "127.0.0.1" || name == "localhost"
  }
}

extension Answer {
  /// A file of the preview itself.
  fileprivate static func own(_ text: String, type: String) -> Answer {
    Answer(
      status: .ok, headers: ["Content-Type": type, "Cache-Control": "no-cache"],
      body: Array(text.utf8)[...])
  }

  fileprivate static func events(for follower: LiveFollower) -> Answer {
    Answer(
      status: .ok, headers: ["Content-Type": ContentType.events, "Cache-Control": "no-store"],
      follower: follower)
  }
}
