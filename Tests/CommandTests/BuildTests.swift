import Foundation
import Testing

@Suite("isnad build")
struct BuildTests {
  let shop: Workshop

  init() throws {
    shop = try Workshop()
  }

  @Test("builds the folder it is run in, and says what it did in one line")
  func here() async throws {
    try shop.makeSmallSite()
    let first = try await shop.isnad("build")
    let files = try shop.tree("public")
    let pages = files.keys.count { $0.hasSuffix(".html") }
    let bytes = files.values.reduce(0) { $0 + $1.count }
    let size = "\(bytes / 1000).\(bytes % 1000 / 100) kB"
    #expect(first.errors.isEmpty)
    #expect(
      first.output
        == "Built \(pages) pages (\(files.count) files written, 0 unchanged, 0 removed; \(size)) "
        + "in public\n")
    #expect(first.status == 0)
    #expect(try shop.text("public/articles/call/index.html").contains("They spoke by phone."))

    let second = try await shop.isnad("build")
    #expect(
      second.output
        == "Built \(pages) pages (0 files written, \(files.count) unchanged, 0 removed; \(size)) "
        + "in public\n")
    #expect(try shop.tree("public") == files)
  }

  @Test("builds from and to where it is told")
  func elsewhere() async throws {
    try shop.makeSmallSite()
    try FileManager.default.moveItem(
      atPath: shop.path + "/content", toPath: shop.path + "/report-content")
    try shop.write("report/keep", "")
    try FileManager.default.moveItem(
      atPath: shop.path + "/report-content", toPath: shop.path + "/report/content")
    #expect(
      try await shop.isnad("build", "--source", "report").output.hasSuffix("in report/public\n"))
    #expect(try await shop.isnad("build", "--source", "report", "--output", "x/y").status == 0)
    #expect(try shop.tree("report/public") == shop.tree("x/y"))
    #expect(!shop.exists("public"))
  }

  @Test("says nothing when it is to be quiet and nothing is wrong")
  func quiet() async throws {
    try shop.makeSmallSite()
    let result = try await shop.isnad("build", "--quiet")
    #expect(result.output + result.errors == "")
    #expect(shop.exists("public/index.html"))
  }

  @Test("gives the same bytes for any number of workers")
  func jobs() async throws {
    #expect(try await shop.isnad("new", "site").status == 0)
    for jobs in ["1", "2", "7"] {
      #expect(
        try await shop.isnad("build", "--source", "site", "--output", jobs, "--jobs", jobs).status
          == 0)
    }
    let one = try shop.tree("1")
    #expect(one.count > 20)
    #expect(try shop.tree("2") == one)
    #expect(try shop.tree("7") == one)
  }

  @Test("leaves drafts out, unless it is asked for them")
  func drafts() async throws {
    try shop.makeSmallSite()
    try shop.write("content/articles/secret.txt", "---\ndraft: true\n---\nNot yet.\n")
    #expect(try await shop.isnad("build").status == 0)
    #expect(!shop.exists("public/articles/secret/index.html"))
    #expect(try await shop.isnad("build", "--drafts").status == 0)
    #expect(shop.exists("public/articles/secret/index.html"))
    let last = try await shop.isnad("build")
    #expect(!shop.exists("public/articles/secret"))
    #expect(!last.output.contains(" 0 removed"))
  }

  @Test("takes the address of the site from the command line before site.yaml")
  func baseURL() async throws {
    try shop.makeSmallSite()
    try shop.write("content/site.yaml", "baseURL: https://old.example/\n")
    #expect(try await shop.isnad("build").status == 0)
    #expect(try shop.text("public/feed.xml").contains("https://old.example/articles/call/"))
    #expect(try await shop.isnad("build", "--base-url", "https://new.example/x").status == 0)
    let feed = try shop.text("public/feed.xml")
    #expect(feed.contains("https://new.example/x/articles/call/"))
    #expect(!feed.contains("old.example"))
  }

  @Test("replaces files that it did not write by force only")
  func force() async throws {
    try shop.makeSmallSite()
    try shop.write("public/index.html", "mine")
    try shop.write("public/notes.txt", "mine")
    let refused = try await shop.isnad("build")
    #expect(refused.status == 1)
    #expect(refused.output.isEmpty)
    #expect(
      refused.errors == """
        error[output/foreign-file]: `index.html` is in the way in public, and isnad did not write it
          help: move what is there, build into another folder (--output), or replace it with --force

        1 error

        """)
    #expect(
      try shop.tree("public")
        == ["index.html": Data("mine".utf8), "notes.txt": Data("mine".utf8)])
    #expect(try await shop.isnad("build", "--force").status == 0)
    #expect(try shop.text("public/index.html") != "mine")
    #expect(try shop.text("public/notes.txt") == "mine")
  }

  @Test("does not build over what it builds from", arguments: [".", "content", "content/x"])
  func protected(output: String) async throws {
    try shop.makeSmallSite()
    let before = try shop.tree(".")
    let result = try await shop.isnad("build", "--output", output)
    #expect(result.status == 1)
    #expect(
      result.errors.hasPrefix(
        "error[output/protected-folder]: \(output) cannot be the output folder: it is "))
    #expect(try shop.tree(".") == before)
  }

  @Test("uses the user's templates in place of its own, file by file")
  func templates() async throws {
    try shop.makeSmallSite()
    try shop.write("templates/assets/style.css", "/* mine */")
    #expect(try await shop.isnad("build").status == 0)
    let name = "assets/style.71d7549c9df1b9fe.css"
    #expect(try shop.text("public/\(name)") == "/* mine */")
    #expect(try shop.text("public/index.html").contains("href=\"\(name)\""))
    #expect(try shop.text("public/index.html").contains("A call"))
  }

  @Test("takes templates that are not UTF-8 for an error")
  func unreadableTemplate() async throws {
    try shop.makeSmallSite()
    try shop.write("templates/x", "")
    try Data([0xFF, 0xFE]).write(to: URL(fileURLWithPath: shop.path + "/templates/home.mustache"))
    let result = try await shop.isnad("build")
    #expect(result.status == 1)
    #expect(
      result.errors == """
        error[template/unreadable]: the file cannot be read, or is not UTF-8
          --> templates/home.mustache:1:1
          help: save it as UTF-8, or remove it

        1 error

        """)
  }

  @Test(
    "does not leave out what is behind a link to a folder of templates",
    arguments: ["templates", "templates/assets"])
  func linkedTemplates(path: String) async throws {
    try shop.makeSmallSite()
    try shop.write("theme/style.css", "/* mine */")
    if path.contains("/") { try shop.write("templates/x", "") }
    try FileManager.default.createSymbolicLink(
      atPath: shop.path + "/" + path, withDestinationPath: shop.path + "/theme")
    let result = try await shop.isnad("build")
    #expect(result.status == 1)
    #expect(
      result.errors == """
        error[template/link-to-folder]: links to folders are not followed
          --> \(path):1:1
          help: put the folder itself there

        1 error

        """)
  }
}

@Suite("A row without its gaps")
struct RowGapTests {
  let shop: Workshop

  init() throws { shop = try Workshop() }

  @Test(
    "is an error, and nothing is written",
    arguments: [
      "<tr><td>{{{number}}}{{directness}}</td></tr>", "<tr><td>{{directness}}{{{end}}}</td></tr>",
    ])
  func missing(row: String) async throws {
    try shop.makeSmallSite()
    try shop.write(
      "content/analysis/call.json",
      """
      {"format": "isnad/1", "article": "call",
       "attributions": [
        {"id": "a1", "content": {"exact": "They spoke"}, "directness": "indirect",
         "chain": [{"source": null, "description": {"en": "a caller"}}]}]}
      """)
    try shop.write("templates/attribution-row.mustache", row)
    let result = try await shop.isnad("build")
    #expect(result.status == 1)
    #expect(
      result.errors == """
        error[template/row-gaps]: the row does not have both its gaps, {{{number}}} and then \
        {{{end}}}, once each
          --> templates/attribution-row.mustache:1:1
          help: put {{{number}}} where the first cell begins, and {{{end}}} before the last cell: \
        an article's own table has what stands between them

        1 error

        """)
    #expect(!shop.exists("public/index.html"))
  }
}

@Suite("A build with something wrong")
struct FaultyBuildTests {
  let shop: Workshop

  init() throws {
    shop = try Workshop()
    try shop.makeSmallSite()
  }

  @Test("tells all of it at once, on the standard error, and leaves the site as it was")
  func errors() async throws {
    #expect(try await shop.isnad("build").status == 0)
    let before = try shop.tree("public")
    try shop.write("content/articles/call.txt", "---\ntitel: A call\n---\nOther words.\n")
    try shop.write("templates/home.mustache", "{{#nothing}}{{/nothing}}\n")
    let result = try await shop.isnad("build")
    #expect(result.status == 1)
    #expect(result.output.isEmpty)
    #expect(
      result.errors.contains(
        """
        error[format/unknown-key]: “titel” is not a key of an article
          --> content/articles/call.txt:2:1
         2 | titel: A call
           | ^^^^^
          help: did you mean “title”?

        """))
    #expect(result.errors.contains("error[template/unknown-name]"))
    #expect(result.errors.hasSuffix("\n2 errors\n"))
    #expect(try shop.tree("public") == before)
  }

  @Test("makes no output folder")
  func nothingMade() async throws {
    try shop.write("content/site.yaml", "titel: x\n")
    #expect(try await shop.isnad("build").status == 1)
    #expect(!shop.exists("public"))
  }

  @Test("is built all the same when there are warnings only")
  func warnings() async throws {
    try shop.write(
      "content/analysis/call.json",
      """
      {"format": "isnad/1", "article": "call",
       "times": [{"id": "t", "target": {"exact": "spoke  by phone"}, "value": "2019"}]}
      """)
    let result = try await shop.isnad("build", "--quiet")
    #expect(result.status == 0)
    #expect(result.errors.contains("warning[anchor/lenient]"))
    #expect(result.errors.hasSuffix("\n1 warning\n"))
    #expect(shop.exists("public/index.html"))
  }

  @Test("is told without colours when nobody looks at a terminal")
  func colours() async throws {
    try shop.write("content/site.yaml", "titel: x\n")
    let result = try await shop.isnad("build", environment: ["TERM": "xterm-256color"])
    #expect(!result.errors.contains("\u{1B}"))
  }

  @Test("has nothing to read where there is no content folder")
  func noContent() async throws {
    try shop.write("empty/x", "")
    for command in ["build", "check", "serve"] {
      let result = try await shop.isnad(command, "--source", "empty")
      #expect(result.status == 1)
      #expect(result.output.isEmpty)
      #expect(
        result.errors == """
          error[source/no-content]: there is no folder content/ in empty
            help: name the folder that has it with --source, or make a new site with isnad new

          1 error

          """)
    }
    #expect(try shop.tree("empty").count == 1)
  }

  @Test("has nothing to read where there is no folder")
  func noFolder() async throws {
    #expect(
      try await shop.isnad("build", "--source", "nowhere").errors == """
        error[source/no-folder]: there is no folder nowhere
          help: name the folder that has content/ with --source

        1 error

        """)
  }
}

@Suite("A build that is killed")
struct KilledBuildTests {
  let shop: Workshop

  init() throws {
    shop = try Workshop()
  }

  /// A site of which every page has this word.
  func write(_ word: String) throws {
    for number in 0..<20 {
      try shop.write(
        "content/articles/a\(number).txt",
        "---\ntitle: \(word) \(number)\npublished: 2019-05-14\n---\n"
          + String(repeating: "\(word) ", count: 2000))
    }
  }

  /// Kills a build at the moment that a shell's condition holds.
  ///
  /// Not with `sh`: that of Debian waits for a signal that Foundation may have blocked.
  /// - Returns: whether it was still running.
  func kill(when condition: String) async throws -> Bool {
    let process = try shop.process([])
    let program = try #require(process.executableURL).path
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = [
      "-c",
      """
      "$0" build --quiet & build=$!
      while kill -0 $build 2>/dev/null && ! { \(condition); }; do :; done
      kill -KILL $build 2>/dev/null
      wait $build
      """, program,
    ]
    process.standardError = FileHandle.nullDevice
    try await process.finish()
    return process.terminationStatus == 128 + SIGKILL
  }

  @Test("leaves every file whole, old or new, and the next one makes it good")
  func killed() async throws {
    try write("new")
    #expect(try await shop.isnad("build", "--output", "new").status == 0)
    try write("old")
    #expect(try await shop.isnad("build").status == 0)
    let (old, new) = (try shop.tree("public"), try shop.tree("new"))
    #expect(old["articles/a1/index.html"] != new["articles/a1/index.html"])
    try write("new")
    var kills = 0
    for staged in ["articles/a0", "articles/a1", "articles/a5", "articles/a19"] {
      let isKilled = try await kill(when: "[ -e public/.isnad/stage/\(staged)/index.html ]")
      if isKilled { kills += 1 }
      for (path, bytes) in try shop.tree("public") {
        #expect(bytes == old[path] || bytes == new[path], "\(path) is neither old nor new")
      }
    }
    #expect(kills > 0)
    // Among the renames, or before them, or after: whichever comes, each file is whole.
    _ = try await kill(
      when: """
        [ -e public/.isnad/stage/articles/a19/index.html ] \
        && [ ! -e public/.isnad/stage/articles/a0/index.html ]
        """)
    for (path, bytes) in try shop.tree("public") {
      #expect(bytes == old[path] || bytes == new[path], "\(path) is neither old nor new")
    }
    #expect(try await shop.isnad("build").status == 0)
    #expect(try shop.tree("public") == new)
    #expect(!shop.exists("public/.isnad/stage"))
  }
}
