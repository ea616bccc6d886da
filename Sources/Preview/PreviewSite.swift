/// A built site in memory, and how it answers: as a plain static host would, from these files alone.
///
/// No request ever reaches the disk: a path is answered when it is exactly one of the files.
struct PreviewSite: Sendable {
  private struct File: Sendable {
    let bytes: [UInt8]
    let type: String
  }

  /// By the UTF-8 of the path. A host tells normal forms of one name apart, as `String` does not.
  private let files: [[UInt8]: File]

  init(_ files: [String: [UInt8]]) {
    self.files = Dictionary(
      files.map { (Array($0.utf8), File(bytes: $1, type: ContentType.of($0))) },
      uniquingKeysWith: { first, _ in first })
  }

  func answer(_ question: Question) -> Answer {
    guard question.method == "GET" || question.method == "HEAD" else {
      var answer = Answer.text(.badMethod, "Only GET and HEAD are answered.")
      answer.headers["Allow"] = "GET, HEAD"
      return answer
    }
    guard let path = PercentEncoding.decode(question.path), path.first == UInt8(ascii: "/") else {
      return .text(.badRequest, "This is no path.")
    }
    let name = Array(path.dropFirst())
    let index = Array("index.html".utf8)
    if name.isEmpty || name.last == UInt8(ascii: "/") {
      return files[name + index].map { respond($0, question) } ?? missing(question)
    }
    if let file = files[name] { return respond(file, question) }
    if files[name + [UInt8(ascii: "/")] + index] != nil {
      let query = question.query.isEmpty ? "" : "?" + question.query
      return Answer(status: .redirect, headers: ["Location": question.path + "/" + query])
    }
    return missing(question)
  }

  private func missing(_ question: Question) -> Answer {
    guard let page = files[Array("404.html".utf8)] else {
      return .text(.notFound, "There is no such page.")
    }
    return Answer(
      status: .notFound, headers: ["Content-Type": page.type], body: page.bytes[...])
  }

  private func respond(_ file: File, _ question: Question) -> Answer {
    let tag = EntityTag.of(file.bytes)
    var answer = Answer(
      status: .ok,
      headers: [
        "Content-Type": file.type, "ETag": tag, "Accept-Ranges": "bytes",
        "Cache-Control": "no-cache",
      ],
      body: file.bytes[...])
    if let tags = question.headers["if-none-match"], EntityTag.matches(tag, tags) {
      answer.status = .unchanged
      answer.headers["Content-Length"] = String(file.bytes.count)
      answer.body = []
      return answer
    }
    guard question.method == "GET", let field = question.headers["range"],
      question.headers["if-range"].map({ $0 == tag }) ?? true
    else { return answer }
    switch ByteRange(field, size: file.bytes.count) {
    case .whole: break
    case .part(let range):
      answer.status = .partial
      answer.headers["Content-Range"] =
        "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.bytes.count)"
      answer.body = file.bytes[range]
    case .outside:
      answer = .text(.badRange, "The file has no such bytes.")
      answer.headers["Content-Range"] = "bytes */\(file.bytes.count)"
    }
    return answer
  }
}
