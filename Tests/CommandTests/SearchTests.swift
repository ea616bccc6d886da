import Foundation
import Testing

@Suite("isnad build --search")
struct SearchTests {
  let shop: Workshop

  init() throws {
    shop = try Workshop()
    try shop.makeSmallSite()
  }

  private static let without =
    "or build without --search: the site then finds names, and no words in texts"

  @Test("says how to install Pagefind where it is not, and builds nothing")
  func notInstalled() async throws {
    let result = try await shop.isnad(
      "build", "--search", environment: ["PATH": "", "PAGEFIND_BINARY_PATH": ""])
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == """
        error[search/no-pagefind]: Pagefind is not installed, so the texts cannot be indexed
          help: install it with `python3 -m pip install 'pagefind[bin]'` or \
        `npm install --global pagefind`, or name its program in PAGEFIND_BINARY_PATH, \
        \(Self.without)

        1 error

        """)
    #expect(!shop.exists("public"))
  }

  @Test("says so where the program that is named is none")
  func named() async throws {
    let result = try await shop.isnad(
      "build", "--search", environment: ["PAGEFIND_BINARY_PATH": "/nothing/pagefind"])
    #expect(result.status == 1)
    #expect(
      result.errors == """
        error[search/no-pagefind]: PAGEFIND_BINARY_PATH names /nothing/pagefind, which is no program
          help: name the program pagefind, \(Self.without)

        1 error

        """)
  }

  @Test(
    "leaves the site as it was where the program is another",
    arguments: ["/bin/cat", "/usr/bin/true", "/usr/bin/false"])
  func another(program: String) async throws {
    #expect(try await shop.isnad("build").status == 0)
    let before = try shop.tree("public")
    try shop.write("content/articles/second.txt", "---\nlang: en\n---\nMore.\n")
    let result = try await shop.isnad(
      "build", "--search", environment: ["PAGEFIND_BINARY_PATH": program])
    #expect(result.status == 1)
    #expect(
      result.errors.hasPrefix(
        "error[search/pagefind-failed]: Pagefind could not index the texts: it stopped"))
    #expect(try shop.tree("public") == before)
  }

  static let isInstalled =
    ProcessInfo.processInfo.environment["PAGEFIND_BINARY_PATH"]?.isEmpty == false

  @Test(
    "adds the index, twice the same, and removes it when it is no longer wanted",
    .enabled(if: isInstalled, "PAGEFIND_BINARY_PATH names the program in make test"))
  func index() async throws {
    #expect(try await shop.isnad("build", "--search").status == 0)
    let files = try shop.tree("public")
    let index = files.keys.filter { $0.hasPrefix("pagefind/") }
    #expect(index.contains("pagefind/pagefind.js"))
    #expect(index.contains("pagefind/wasm.en.pagefind"))
    #expect(index.contains { $0.hasPrefix("pagefind/index/") })
    #expect(!index.contains { $0.hasSuffix("-ui.js") || $0.hasSuffix(".css") })
    #expect(try shop.text("public/search/index.html").contains("pagefind/pagefind.js"))

    let again = try await shop.isnad("build", "--search")
    #expect(again.output.contains("(0 files written, "))

    #expect(try await shop.isnad("build").status == 0)
    #expect(!shop.exists("public/pagefind"))
    #expect(!(try shop.text("public/search/index.html").contains("pagefind")))
  }

  @Test(
    "indexes nothing where there is no article",
    .enabled(if: isInstalled, "PAGEFIND_BINARY_PATH names the program in make test"))
  func empty() async throws {
    try FileManager.default.removeItem(atPath: shop.path + "/content/articles/call.txt")
    #expect(try await shop.isnad("build", "--search").status == 0)
    #expect(!shop.exists("public/pagefind"))
  }
}
