import Testing

import Preview

@Suite("What the preview answers")
struct AnswerTests {
  let site = PreviewSite(
    StoredFiles([
      "index.html": Array("home".utf8),
      "articles/index.html": Array("list".utf8),
      "articles/خبر/index.html": Array("news".utf8),
      "data/table.csv": Array("0123456789".utf8),
      "feed.xml": Array("<feed/>".utf8),
      "empty.txt": [],
      "404.html": Array("nothing here".utf8),
    ]))

  func get(_ path: String, _ headers: [String: String] = [:]) async throws -> Answer {
    try await site.answer(Question(path: path, headers: headers))
  }

  /// Without the script that pages are given.
  func text(_ answer: Answer) -> String {
    String(decoding: answer.body, as: UTF8.self)
      .replacing(/<script src="\/\.isnad\/live\.js"[^>]*><\/script>\n/, with: "")
  }

  @Test(
    "is the file of that path, or the index of that folder",
    arguments: [
      ("/", "home"), ("/index.html", "home"), ("/articles/", "list"),
      ("/articles/%D8%AE%D8%A8%D8%B1/", "news"),
      ("/articles/%d8%ae%d8%a8%d8%b1/index.html", "news"),
      ("/data/table%2Ecsv", "0123456789"), ("/empty.txt", ""),
    ])
  func found(path: String, body: String) async throws {
    let answer = try await get(path)
    #expect(answer.status == .ok)
    #expect(text(answer) == body)
  }

  @Test(
    "is the 404 page for all else, and never a file outside the site",
    arguments: [
      "/nothing", "/articles/x/", "//", "//index.html", "/articles//", "/../index.html",
      "/%2e%2e/", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc%2fpasswd", "/./index.html", "/%00",
      "/index.html%00", "/index.html/", "/%5c..%5cindex.html", "/Index.html",
      "/%C0%AE%C0%AE/index.html", "/%FF", "/.isnad/manifest", "/data/table.csv%20",
    ])
  func missing(path: String) async throws {
    let answer = try await get(path)
    #expect(answer.status == .notFound)
    #expect(text(answer) == "nothing here")
    #expect(answer.headers["Content-Type"] == "text/html; charset=utf-8")
  }

  @Test(
    "is an error for what is no path",
    arguments: ["", "index.html", "*", "/%", "/%4", "/%zz", "http://elsewhere/"])
  func malformed(path: String) async throws {
    #expect(try await get(path).status == .badRequest)
  }

  @Test("leads from a folder's name to the folder, with its query")
  func redirect() async throws {
    #expect(try await get("/articles").status == .redirect)
    #expect(try await get("/articles").headers["Location"] == "/articles/")
    let question = Question(path: "/articles/%D8%AE%D8%A8%D8%B1", query: "a=b")
    #expect(
      try await site.answer(question).headers["Location"] == "/articles/%D8%AE%D8%A8%D8%B1/?a=b")
    #expect(try await get("//articles").status == .notFound)
  }

  @Test("tells composed from decomposed letters, as a host does")
  func normalForms() async throws {
    let site = PreviewSite(StoredFiles(["caf\u{E9}": Array("composed".utf8)]))
    #expect(try await site.answer(Question(path: "/caf%C3%A9")).status == .ok)
    #expect(try await site.answer(Question(path: "/cafe%CC%81")).status == .notFound)
  }

  @Test("says so where the site has no 404 page")
  func plain() async throws {
    let answer = try await PreviewSite(StoredFiles([:])).answer(Question(path: "/"))
    #expect(answer.status == .notFound)
    #expect(text(answer) == "There is no such page.\n")
  }

  @Test("refuses other methods", arguments: ["POST", "PUT", "DELETE", "OPTIONS", "get", ""])
  func methods(method: String) async throws {
    let answer = try await site.answer(Question(method: method, path: "/"))
    #expect(answer.status == .badMethod)
    #expect(answer.headers["Allow"] == "GET, HEAD")
  }

  @Test(
    "has the type of the file, and says that text is UTF-8",
    arguments: [
      ("a/index.html", "text/html; charset=utf-8"), ("a.CSS", "text/css; charset=utf-8"),
      ("a.js", "text/javascript; charset=utf-8"), ("a.csv", "text/csv; charset=utf-8"),
      ("a.json", "application/json; charset=utf-8"), ("a.xml", "application/xml; charset=utf-8"),
      ("brief.md", "text/markdown; charset=utf-8"), ("robots.txt", "text/plain; charset=utf-8"),
      ("a.svg", "image/svg+xml; charset=utf-8"), ("a.png", "image/png"), ("a.woff2", "font/woff2"),
      ("a.b/c", "text/plain; charset=utf-8"), ("a.unknown", "application/octet-stream"),
    ])
  func types(path: String, type: String) {
    #expect(ContentType.of(path) == type)
  }
}

@Suite("A file that the browser has already")
struct ConditionalTests {
  let site = PreviewSite(StoredFiles(["a": Array("one".utf8), "b": Array("two".utf8)]))

  func status(_ path: String, ifNoneMatch field: String) async throws -> Answer.Status {
    try await site.answer(Question(path: path, headers: ["if-none-match": field])).status
  }

  @Test("is not sent again while its tag is the same")
  func same() async throws {
    let tag = try #require(await site.answer(Question(path: "/a")).headers["ETag"])
    #expect(try await status("/a", ifNoneMatch: tag) == .unchanged)
    #expect(try await status("/a", ifNoneMatch: "\"x\", W/\(tag)") == .unchanged)
    #expect(try await status("/a", ifNoneMatch: "*") == .unchanged)
    #expect(try await status("/b", ifNoneMatch: tag) == .ok)
    #expect(try await status("/a", ifNoneMatch: "\"x\"") == .ok)
    let answer = try await site.answer(Question(path: "/a", headers: ["if-none-match": tag]))
    #expect(answer.body.isEmpty)
    #expect(answer.headers["ETag"] == tag)
  }

  @Test("has another tag when any byte is another")
  func tags() {
    let tags = [[], [0], [1], [0, 0], [0, 1], [1, 0]].map { EntityTag.of($0) }
    #expect(Set(tags).count == tags.count)
  }
}

@Suite("A part of a file")
struct RangeTests {
  @Test(
    "is what the Range field asks for",
    arguments: [
      ("bytes=0-3", .part(0..<4)), ("bytes=9-9", .part(9..<10)), ("bytes=4-", .part(4..<10)),
      ("bytes=-3", .part(7..<10)), ("bytes=-30", .part(0..<10)), ("bytes=5-300", .part(5..<10)),
      ("bytes=0-99999999999999999999", .part(0..<10)),
      ("bytes=10-", .outside), ("bytes=10-12", .outside), ("bytes=-0", .outside),
      ("bytes=99999999999999999999-", .outside),
      ("bytes=3-1", .whole), ("bytes=-", .whole), ("bytes=a-b", .whole), ("bytes=1", .whole),
      ("bytes=0-1,4-5", .whole), ("items=0-1", .whole), ("bytes=+1-2", .whole), ("", .whole),
      ("bytes=--3", .whole), ("bytes=1-2-3", .whole),
    ] as [(String, ByteRange)])
  func parts(field: String, range: ByteRange) {
    #expect(ByteRange(field, size: 10) == range)
  }

  @Test("is sent with its place, unless the file has changed since")
  func answer() async throws {
    let site = PreviewSite(StoredFiles(["a": Array("0123456789".utf8)]))
    func get(_ headers: [String: String]) async throws -> Answer {
      try await site.answer(Question(path: "/a", headers: headers))
    }
    let part = try await get(["range": "bytes=2-4"])
    #expect(part.status == .partial)
    #expect(Array(part.body) == Array("234".utf8))
    #expect(part.headers["Content-Range"] == "bytes 2-4/10")
    let tag = try #require(part.headers["ETag"])
    #expect(try await get(["range": "bytes=2-4", "if-range": tag]).status == .partial)
    #expect(try await get(["range": "bytes=2-4", "if-range": "\"old\""]).status == .ok)
    let outside = try await get(["range": "bytes=10-"])
    #expect(outside.status == .badRange)
    #expect(outside.headers["Content-Range"] == "bytes */10")
  }

  @Test("cannot be taken from an empty file")
  func empty() {
    #expect(ByteRange("bytes=0-", size: 0) == .outside)
    #expect(ByteRange("bytes=-1", size: 0) == .outside)
  }
}
