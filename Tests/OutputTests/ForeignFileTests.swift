import Foundation
import Testing

import Output

@Suite("What isnad did not write")
struct ForeignFileTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("stays, whatever is built around it")
  func kept() throws {
    try folder.write(".gitignore", "*\n!.gitignore\n")
    try folder.write("mine/notes.txt", "mine")
    try build(["index.html": "1", "mine/index.html": "2"], in: folder)
    try build([:], in: folder)
    #expect(folder.tree == [".gitignore": "*\n!.gitignore\n", "mine/notes.txt": "mine"])
  }

  @Test("is not replaced when it is in the way, and then nothing else is written either")
  func inTheWay() throws {
    try folder.write("index.html", "mine")
    #expect(
      failure { try build(["index.html": "1", "a": "2"], in: folder) }
        == "output/foreign-file: `index.html` is in the way in public, and isnad did not write it")
    #expect(folder.tree == ["index.html": "mine"])
  }

  @Test("is not taken for ours because it looks the same")
  func same() throws {
    try folder.write("robots.txt", "1")
    #expect(failure { try build(["robots.txt": "1"], in: folder) } != nil)
    try build([:], in: folder)
    #expect(folder.tree == ["robots.txt": "1"])
  }

  @Test("is all named, as far as a person reads")
  func many() throws {
    let site = Dictionary(uniqueKeysWithValues: (10..<22).map { ("\($0)", "ours") })
    for path in site.keys { try folder.write(path, "mine") }
    do {
      try build(site, in: folder)
      Issue.record("foreign files were replaced")
    } catch {
      let diagnostic = try #require(error as? OutputError).diagnostic
      #expect(
        diagnostic.message
          == "12 files are in the way in public, and isnad did not write them")
      #expect(
        diagnostic.notes.map(\.text) == (10..<20).map { "`\($0)`" } + ["and 2 more"])
      #expect(diagnostic.remedy?.contains("--force") == true)
    }
  }

  @Test("is replaced by force, and is ours from then on")
  func forced() throws {
    try folder.write("index.html", "mine")
    try folder.write("a", "mine")
    try folder.write("other", "mine")
    let site = ["index.html": "1", "a/index.html": "2"]
    try build(site, in: folder, isForced: true)
    #expect(folder.tree == ["index.html": "1", "a/index.html": "2", "other": "mine"])
    try build([:], in: folder)
    #expect(folder.tree == ["other": "mine"])
  }

  @Test("may stand where a folder is needed")
  func folderIsFile() throws {
    try folder.write("a", "mine")
    #expect(
      failure { try build(["a/index.html": "1"], in: folder) }
        == "output/foreign-file: `a` is in the way in public, and isnad did not write it")
    #expect(folder.tree == ["a": "mine"])
  }

  @Test("may be a folder, which is never emptied, not by force either")
  func fileIsFolder() throws {
    try folder.write("a/mine", "mine")
    #expect(
      failure { try build(["a": "1", "b": "2"], in: folder, isForced: true) }
        == "output/foreign-folder: a folder, `a`, is in the way in public")
    #expect(folder.tree == ["a/mine": "mine"])
  }

  @Test("may be an empty folder, even among our files")
  func fileIsEmptyFolder() throws {
    try build(["a/index.html": "1"], in: folder)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/a/empty", withIntermediateDirectories: false)
    #expect(
      failure { try build(["a": "1"], in: folder) }?.hasPrefix("output/foreign-folder") == true)
    #expect(folder.tree == ["a/index.html": "1", "a/empty/": ""])
  }

  @Test("may be a named pipe, which does not hang the build")
  func pipe() throws {
    #expect(mkfifo(folder.path + "/a", 0o600) == 0)
    #expect(failure { try build(["a": "1"], in: folder) }?.hasPrefix("output/foreign-file") == true)
  }
}

@Suite("A link in the output folder")
struct LinkTests {
  let folder: TemporaryFolder
  let outside: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    outside = try TemporaryFolder()
    try outside.write("index.html", "outside")
  }

  @Test("in the way of a file is a foreign file, and by force only the link is replaced")
  func file() throws {
    try folder.link("index.html", to: outside.path + "/index.html")
    #expect(
      failure { try build(["index.html": "1"], in: folder) }
        == "output/foreign-file: `index.html` is in the way in public, and isnad did not write it")
    try build(["index.html": "1"], in: folder, isForced: true)
    #expect(folder.tree == ["index.html": "1"])
    #expect(outside.tree == ["index.html": "outside"])
  }

  @Test("in the way of a folder is never written through")
  func folderForWriting() throws {
    try folder.link("a", to: outside.path)
    for isForced in [false, true] {
      for path in ["a/index.html", "a/b/c"] {
        #expect(
          failure { try build([path: "1"], in: folder, isForced: isForced) }
            == "output/foreign-folder: a symbolic link, `a`, is in the way in public")
      }
    }
    #expect(outside.tree == ["index.html": "outside"])
  }

  @Test("is never removed through")
  func folderForRemoving() throws {
    try build(["a/index.html": "1", "b": "2"], in: folder)
    try FileManager.default.removeItem(atPath: folder.path + "/a")
    try folder.link("a", to: outside.path)
    let summary = try build(["b": "2"], in: folder)
    #expect(summary.removed == 0)
    #expect(outside.tree == ["index.html": "outside"])
  }

  @Test("in place of our own record is refused")
  func state() throws {
    try folder.link(".isnad", to: outside.path)
    #expect(
      failure { try build(["a": "1"], in: folder) }
        == "output/foreign-folder: a symbolic link, `.isnad`, is in the way in public")
    #expect(outside.tree == ["index.html": "outside"])
  }
}
