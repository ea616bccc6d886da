/// One state of a site, and how it answers: as a plain static host would, from its own files alone.
///
/// No request ever reaches the disk: a path is answered when it is exactly that of one of the files.
/// Pages are given a script that follows what changes; what is published never has it.
package struct PreviewSite: Sendable {
  private let files: any PreviewFiles
  private let base: BasePath
  let versions: Versions

  /// The versions of what all pages load.
  package struct Versions: Sendable, Hashable {
    /// Of the stylesheets, which can be exchanged in an open page.
    let style: String
    /// Of all other assets, which cannot.
    let assets: String

    package init(style: String, assets: String) {
      self.style = style
      self.assets = assets
    }
  }

  package init(_ files: any PreviewFiles, at base: BasePath = .root) {
    self.files = files
    self.base = base
    let (style, others) = files.assets.reduce(into: ([String: [UInt8]](), [String: [UInt8]]())) {
      if $1.key.hasSuffix(".css") { $0.0[$1.key] = $1.value } else { $0.1[$1.key] = $1.value }
    }
    versions = Versions(style: Fingerprint.of(style), assets: Fingerprint.of(others))
  }

  /// What a path leads to.
  private enum Found {
    case file(path: String, bytes: [UInt8])
    /// A folder, named without the `/` at its end.
    case folder
    /// The site itself, named without its base or the `/` at its end.
    case site
    case nothing(page: [UInt8]?)
    case noPath
  }

  package func answer(_ question: Question) async throws -> Answer {
    guard question.method == "GET" || question.method == "HEAD" else {
      var answer = Answer.text(.badMethod, "Only GET and HEAD are answered.")
      answer.headers["Allow"] = "GET, HEAD"
      return answer
    }
    let query = question.query.isEmpty ? "" : "?" + question.query
    return switch try await find(question.path) {
    case .file(let path, let bytes): answer(question, bytes, type: ContentType.of(path))
    case .folder: Answer(status: .redirect, headers: ["Location": question.path + "/" + query])
    case .site: Answer(status: .redirect, headers: ["Location": base.address + query])
    case .noPath: .text(.badRequest, "This is no path.")
    case .nothing(nil): .text(.notFound, "There is no such page.")
    case .nothing(let page?):
      Answer(
        status: .notFound,
        headers: ["Content-Type": ContentType.html, "Cache-Control": "no-cache"],
        body: followed(page)[...])
    }
  }

  /// The version of the page that is shown at a path, or of the page that says that there is none.
  func version(ofPageAt path: String) async throws -> String {
    switch try await find(path) {
    case .file(_, let bytes): Fingerprint.of(bytes)
    case .nothing(let page?): Fingerprint.of(page)
    case .folder, .site, .noPath, .nothing(nil): ""
    }
  }

  private func find(_ path: String) async throws -> Found {
    guard let path = PercentEncoding.decode(path), path.first == UInt8(ascii: "/") else {
      return .noPath
    }
    if base.isShortened(path) { return .site }
    // A name that is not UTF-8 is that of no file.
    guard let rest = base.rest(of: path), let name = String(validating: rest, as: UTF8.self) else {
      return try await nothing
    }
    if name.isEmpty || name.utf8.last == UInt8(ascii: "/") {
      let index = name + "index.html"
      if let bytes = try await files.bytes(of: index) { return .file(path: index, bytes: bytes) }
      return try await nothing
    }
    if let bytes = try await files.bytes(of: name) { return .file(path: name, bytes: bytes) }
    return await files.contains(name + "/index.html") ? .folder : try await nothing
  }

  private var nothing: Found {
    get async throws { .nothing(page: try await files.bytes(of: "404.html")) }
  }

  /// A page with the script that follows it.
  private func followed(_ page: [UInt8]) -> [UInt8] {
    LivePage(page).following(
      LiveAddresses(base), page: Fingerprint.of(page), versions: versions)
  }

  private func answer(_ question: Question, _ file: [UInt8], type: String) -> Answer {
    let bytes = type == ContentType.html ? followed(file) : file
    let tag = EntityTag.of(bytes)
    var answer = Answer(
      status: .ok,
      headers: [
        "Content-Type": type, "ETag": tag, "Accept-Ranges": "bytes",
        "Cache-Control": "no-cache",
      ],
      body: bytes[...])
    if let tags = question.headers["if-none-match"], EntityTag.matches(tag, tags) {
      answer.status = .unchanged
      answer.headers["Content-Length"] = String(bytes.count)
      answer.body = []
      return answer
    }
    guard question.method == "GET", let field = question.headers["range"],
      question.headers["if-range"].map({ $0 == tag }) ?? true
    else { return answer }
    switch ByteRange(field, size: bytes.count) {
    case .whole: break
    case .part(let range):
      answer.status = .partial
      answer.headers["Content-Range"] =
        "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(bytes.count)"
      answer.body = bytes[range]
    case .outside:
      answer = .text(.badRange, "The file has no such bytes.")
      answer.headers["Content-Range"] = "bytes */\(bytes.count)"
    }
    return answer
  }
}
