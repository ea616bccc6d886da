/// What the preview answers to one request.
package struct Answer: Sendable, Hashable {
  package enum Status: Int, Sendable {
    case ok = 200
    case partial = 206
    case redirect = 302
    case unchanged = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case badMethod = 405
    case badRange = 416
    case failed = 500
    case unavailable = 503
  }

  package var status: Status
  package var headers: [String: String] = [:]
  package var body: ArraySlice<UInt8> = []
  /// In place of a body: the open page that is told what is new for as long as it is open.
  var follower: LiveFollower?

  static func text(_ status: Status, _ text: String) -> Answer {
    Answer(
      status: status, headers: ["Content-Type": ContentType.plain],
      body: Array((text + "\n").utf8)[...])
  }
}

/// What the preview needs to know of a request.
package struct Question: Sendable, Hashable {
  let method: String
  /// As it came, percent-encoded, without the query.
  let path: String
  let query: String
  /// By name in lower case.
  let headers: [String: String]

  package init(
    method: String = "GET", path: String, query: String = "", headers: [String: String] = [:]
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
  }
}

extension Answer.Status {
  /// As the first line of a response has it.
  var phrase: String {
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
    case .failed: "Internal Server Error"
    case .unavailable: "Service Unavailable"
    }
  }
}
