/// What the preview answers to one request.
struct Answer: Sendable, Hashable {
  enum Status: Int, Sendable {
    case ok = 200
    case partial = 206
    case redirect = 302
    case unchanged = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case badMethod = 405
    case badRange = 416
    case unavailable = 503
  }

  var status: Status
  var headers: [String: String] = [:]
  var body: ArraySlice<UInt8> = []

  static func text(_ status: Status, _ text: String) -> Answer {
    Answer(
      status: status, headers: ["Content-Type": ContentType.plain],
      body: Array((text + "\n").utf8)[...])
  }
}

/// What the preview needs to know of a request.
struct Question: Sendable {
  var method = "GET"
  /// As it came, percent-encoded, without the query.
  var path: String
  var query = ""
  /// By name in lower case.
  var headers: [String: String] = [:]
}
