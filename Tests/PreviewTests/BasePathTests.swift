import Testing

import Preview

@Suite("A site below the root of its host")
struct BasePathTests {
  @Test(
    "has its base written in any way that is clear",
    arguments: [
      ("/", "/"), ("", "/"), ("reports", "/reports/"), ("/reports/idlib/", "/reports/idlib/"),
      ("reports/idlib", "/reports/idlib/"), ("/تقرير/", "/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1/"),
      ("/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1", "/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1/"),
      ("a b", "/a%20b/"),
    ])
  func written(path: String, address: String) {
    #expect(BasePath(path)?.address == address)
  }

  @Test(
    "has no base that is not one path",
    arguments: ["//", "a//b", "/../", "a/./b", "%2e%2e", "a?b", "a#b", "a\\b", "%0a", "%", "%zz"])
  func refused(path: String) {
    #expect(BasePath(path) == nil)
  }

  let site: PreviewSite

  init() throws {
    site = PreviewSite(
      StoredFiles(["index.html": Array("home".utf8), "a/index.html": Array("page".utf8)]),
      at: try #require(BasePath("/reports/idlib/")))
  }

  @Test(
    "is there and nowhere else",
    arguments: [
      ("/reports/idlib/", .ok), ("/reports/idlib/a/", .ok), ("/reports/%69dlib/a/", .ok),
      ("/a/", .notFound), ("/reports/", .notFound), ("/reports/idlibs/", .notFound),
      ("/reports/idliba/", .notFound),
    ] as [(String, Answer.Status)])
  func there(path: String, status: Answer.Status) async throws {
    #expect(try await site.answer(Question(path: path)).status == status)
  }

  @Test("is where the host's root and its own name lead")
  func led() async throws {
    for path in ["/", "/reports/idlib"] {
      let answer = try await site.answer(Question(path: path))
      #expect(answer.status == .redirect)
      #expect(answer.headers["Location"] == "/reports/idlib/")
    }
    let folder = try await site.answer(Question(path: "/reports/idlib/a"))
    #expect(folder.headers["Location"] == "/reports/idlib/a/")
  }
}
