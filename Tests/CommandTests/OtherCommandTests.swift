import Foundation
import Testing

@Suite("The command line")
struct CommandLineTests {
  let shop: Workshop

  init() throws {
    shop = try Workshop()
  }

  @Test("tells its version")
  func version() async throws {
    let result = try await shop.isnad("--version")
    #expect(result.output == "isnad 0.1.0\n")
    #expect(result.status == 0)
  }

  @Test(
    "explains every command, with examples", arguments: ["build", "check", "serve", "text", "new"])
  func help(command: String) async throws {
    #expect(try await shop.isnad("--help").output.contains("\n  \(command) "))
    let result = try await shop.isnad("help", command)
    #expect(result.status == 0)
    #expect(result.output.contains("EXAMPLES\n  isnad \(command)"))
    #expect(result.errors.isEmpty)
  }

  @Test(
    "is refused with status 64 when it is wrong, and says why",
    arguments: [
      (["frobnicate"], "Error: Unexpected argument 'frobnicate'"),
      (["build", "--frobnicate"], "Error: Unknown option '--frobnicate'"),
      (["build", "--jobs", "0"], "Error: --jobs must be a number from 1 to 1024."),
      (
        ["build", "--jobs", "many"],
        "Error: The value 'many' is invalid for '--jobs <n>'"
      ),
      (
        ["build", "--base-url", "example.org"],
        "Error: --base-url must be a whole address without ? or #, as in https://example.org/report/."
      ),
      (
        ["build", "--base-url", "javascript://x/%0aalert(1)"],
        "Error: --base-url must be a whole address without ? or #, as in https://example.org/report/."
      ),
      (["build", "--source", ""], "Error: --source needs the name of a folder."),
      (["build", "--output", ""], "Error: --output needs the name of a folder."),
      (["serve", "--port", "70000"], "Error: The value '70000' is invalid for '--port <port>'"),
      (["text"], "Error: Missing expected argument '<id>'"),
      (["new"], "Error: Missing expected argument '<path>'"),
    ])
  func wrong(arguments: [String], message: String) async throws {
    let result = try await shop.isnad(arguments)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.split(separator: "\n").first.map(String.init) == message)
  }
}

@Suite("isnad check")
struct CheckTests {
  let shop: Workshop

  init() throws {
    shop = try Workshop()
    try shop.makeSmallSite()
  }

  @Test("does everything but write")
  func sound() async throws {
    let result = try await shop.isnad("check")
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    #expect(result.output.hasPrefix("Checked ") && result.output.hasSuffix("): no errors\n"))
    #expect(!shop.exists("public"))
    #expect(try await shop.isnad("check", "--quiet").output.isEmpty)
  }

  @Test("finds what build finds")
  func faulty() async throws {
    try shop.write("content/articles/call.txt", "---\ntitel: A call\n---\nWords.\n")
    let (check, build) = (try await shop.isnad("check"), try await shop.isnad("build"))
    #expect(check.status == 1)
    #expect(check.output.isEmpty)
    #expect(check.errors == build.errors)
    #expect(check.errors.hasPrefix("error[format/unknown-key]"))
  }
}

@Suite("isnad text")
struct TextTests {
  let shop: Workshop

  init() throws {
    shop = try Workshop()
  }

  @Test("prints the text of a .txt article byte by byte")
  func plain() async throws {
    let text = "قالَت \u{200F}«نعم»…\r\n\r\n  e\u{301}nd"
    try shop.write("content/articles/a.txt", "---\nlang: ar\n---\n" + text)
    let result = try await shop.isnad("text", "a")
    #expect(Array(result.output.utf8) == Array(text.utf8))
    #expect(result.errors.isEmpty)
    #expect(result.status == 0)
  }

  @Test("prints what a reader sees of a .md article, and adds no line end")
  func markdown() async throws {
    try shop.write("content/articles/a.md", "# Head\n\nHe *said* [so](https://example.org/).\n")
    #expect(try await shop.isnad("text", "a").output == "Head\n\nHe said so.")
  }

  @Test("finds drafts, and articles whose analysis is wrong")
  func unfinished() async throws {
    try shop.write("content/articles/a.txt", "---\ndraft: true\n---\nWords")
    try shop.write("content/analysis/a.json", "{")
    let result = try await shop.isnad("text", "a")
    #expect(result.output == "Words")
    #expect(result.errors.isEmpty)
  }

  @Test("names the nearest article where there is none of that id")
  func unknown() async throws {
    try shop.makeSmallSite()
    let result = try await shop.isnad("text", "cal")
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == """
        error[text/unknown-article]: there is no article “cal”
          help: did you mean “call”?

        1 error

        """)
  }
}

@Suite("isnad new")
struct NewTests {
  let shop: Workshop

  init() throws {
    shop = try Workshop()
  }

  @Test("makes a site in two languages that builds without a word of warning")
  func builds() async throws {
    let made = try await shop.isnad("new", "report")
    #expect(made.status == 0)
    #expect(
      made.output == """
        Made a starter site in report

        Next:
          isnad serve --source report    preview it at http://127.0.0.1:8080/
          isnad build --source report    build it into report/public

        """)
    let built = try await shop.isnad("build", "--source", "report")
    #expect(built.errors.isEmpty)
    #expect(built.status == 0)
    for page in [
      "index.html", "en/index.html", "pages/about/index.html", "en/pages/about/index.html",
    ] {
      #expect(shop.exists("report/public/" + page), "\(page) is missing")
    }
    #expect(try shop.text("report/public/index.html").contains("dir=\"rtl\""))
  }

  @Test("takes an empty folder")
  func empty() async throws {
    try FileManager.default.createDirectory(
      atPath: shop.path + "/report", withIntermediateDirectories: false)
    #expect(try await shop.isnad("new", "report").status == 0)
  }

  @Test("never writes into a folder that has something in it")
  func notEmpty() async throws {
    try shop.write("report/mine", "mine")
    let result = try await shop.isnad("new", "report")
    #expect(result.status == 1)
    #expect(
      result.errors == """
        error[new/not-empty]: report is not empty
          help: name a folder that does not exist yet

        1 error

        """)
    #expect(try shop.tree("report") == ["mine": Data("mine".utf8)])
    #expect(try await shop.isnad("new", "report/mine").errors.contains("report/mine is a file"))
  }
}
