import Foundation
import Testing

import Output

@Suite("The output folder")
struct LocationTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("site/content/site.yaml", "")
    try folder.write("site/templates/page.mustache", "")
    try folder.write("home/x", "")
  }

  func resolve(_ output: String) throws -> String {
    try OutputLocation.resolve(
      folder.path + output, source: folder.path + "/site", home: folder.path + "/home")
  }

  @Test(
    "may stand in the source, beside it, in a home, or not at all yet",
    arguments: ["/site/public", "/other", "/home/site", "/site/contents", "/new/er/est"])
  func allowed(output: String) throws {
    #expect(try resolve(output) == folder.path + output)
    #expect(!FileManager.default.fileExists(atPath: folder.path + output))
  }

  @Test(
    "is not what the site is made from, nor what holds it, nor inside it",
    arguments: [
      ("/site", "it is or holds the folder content/ that the site is made from"),
      ("/site/content", "it is or holds the folder content/ that the site is made from"),
      ("/site/public/../content/", "it is or holds the folder content/ that the site is made from"),
      ("/site/templates", "it is or holds the folder templates/ that the site is made from"),
      ("/site/content/articles", "it is inside the folder content/ that the site is made from"),
      ("/home", "it is or holds your home folder"),
      ("", "it is or holds your home folder"),
    ])
  func refused(output: String, reason: String) {
    #expect(
      failure { try resolve(output) }
        == "output/protected-folder: \(folder.path + output) cannot be the output folder: \(reason)"
    )
  }

  @Test("is not a link to what the site is made from")
  func links() throws {
    try folder.link("link", to: folder.path + "/site/content")
    #expect(failure { try resolve("/link") }?.contains("is or holds the folder content/") == true)
    #expect(failure { try resolve("/link/x") }?.contains("is inside the folder content/") == true)
  }

  @Test("is not the root of the disk")
  func root() {
    #expect(
      failure { try OutputLocation.resolve("/", source: folder.path, home: nil) }
        == "output/protected-folder: / cannot be the output folder: it is the root of the disk")
  }
}
