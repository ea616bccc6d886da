import Foundation
import Testing

import Output

@Suite("An output on a disk")
struct DiskOutputTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("holds exactly the files that were put, in folders made for them")
  func first() throws {
    let summary = try build(["index.html": "سلام", "a/b/index.html": "", "a/c": "x"], in: folder)
    #expect(folder.tree == ["index.html": "سلام", "a/b/index.html": "", "a/c": "x"])
    #expect(summary == OutputSummary(written: 3, bytes: 9))
  }

  @Test("is made with the folders around it")
  func missing() throws {
    let output = try DiskOutput(folder: folder.path + "/x/y")
    try output.put("a", "1")
    _ = try output.finish()
    #expect(folder.text("x/y/a") == "1")
  }

  @Test("writes nothing anew when nothing changed")
  func unchanged() throws {
    let site = ["index.html": "1", "a/index.html": String(repeating: "long ", count: 100_000)]
    try build(site, in: folder)
    let files = Array(site.keys) + [".isnad/manifest"]
    let before = try files.map(folder.identity)
    let summary = try build(site, in: folder)
    #expect(try files.map(folder.identity) == before)
    #expect(summary == OutputSummary(unchanged: 2, bytes: 500_001))
  }

  @Test("writes only what changed, though its length did not")
  func changed() throws {
    let long = String(repeating: "long ", count: 100_000)
    try build(["same": long, "other": long + "a"], in: folder)
    let (same, other) = (try folder.identity("same"), try folder.identity("other"))
    let summary = try build(["same": long, "other": long + "b"], in: folder)
    #expect(try folder.identity("same") == same)
    #expect(try folder.identity("other") != other)
    #expect(folder.text("other") == long + "b")
    #expect(summary == OutputSummary(written: 1, unchanged: 1, bytes: 1_000_001))
  }

  @Test("loses the files that no longer belong, and the folders that this empties")
  func removed() throws {
    try build(["a/b/c/1": "", "a/2": "", "d/e/3": "", "f": ""], in: folder)
    try folder.write("d/mine", "kept")
    let summary = try build(["a/2": ""], in: folder)
    #expect(folder.tree == ["a/2": "", "d/mine": "kept"])
    #expect(summary == OutputSummary(unchanged: 1, removed: 3))
  }

  @Test("turns a file into a folder, and a folder into a file")
  func replaced() throws {
    try build(["a": "1", "b/c/index.html": "2", "b/d": ""], in: folder)
    try build(["a/index.html": "3", "b": "4"], in: folder)
    #expect(folder.tree == ["a/index.html": "3", "b": "4"])
    try build(["a": "1", "b/c/index.html": "2"], in: folder)
    #expect(folder.tree == ["a": "1", "b/c/index.html": "2"])
  }

  @Test("takes files from several workers at once")
  func workers() async throws {
    let output = try DiskOutput(folder: folder.path)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<8 {
        group.addTask {
          for file in 0..<100 { try output.put("\(file)/\(worker)", "\(worker * file)") }
        }
      }
      try await group.waitForAll()
    }
    #expect(try output.finish().written == 800)
    #expect(folder.tree.count == 800)
    #expect(folder.text("99/7") == "693")
  }

  @Test("takes nothing more once it has ended")
  func closed() throws {
    let output = try DiskOutput(folder: folder.path)
    _ = try output.finish()
    #expect(failure { try output.put("a", "") }?.hasPrefix("output/closed") == true)
    #expect(failure { try output.finish() }?.hasPrefix("output/closed") == true)
  }

  @Test("is written by one build at a time")
  func locked() throws {
    let first = try DiskOutput(folder: folder.path, name: "public")
    #expect(
      failure { try DiskOutput(folder: folder.path, name: "public") }
        == "output/locked: another build is writing to public")
    try first.put("a", "1")
    _ = try first.finish()
    #expect(folder.tree == ["a": "1"])
  }

  @Test("is free again when a build is gone")
  func unlocked() throws {
    do { _ = try DiskOutput(folder: folder.path) }
    try build(["a": "1"], in: folder)
  }
}

@Suite("A build that does not end")
struct BrokenBuildTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test("leaves the site as it was when it is abandoned")
  func abandoned() throws {
    try build(["a": "old", "b": "old"], in: folder)
    let before = try folder.identity("a")
    let output = try DiskOutput(folder: folder.path)
    try output.put("a", "new")
    try output.put("c", "new")
    output.abandon()
    #expect(folder.tree == ["a": "old", "b": "old"])
    #expect(try folder.identity("a") == before)
    #expect(folder.text(".isnad/stage/c") == nil)
  }

  @Test("leaves the site as it was when it is killed, and the next build cleans up after it")
  func killed() throws {
    try build(["a": "old"], in: folder)
    // What the disk holds after a kill: some staged files, one of them cut short.
    try folder.write(".isnad/stage/a", "new")
    try folder.write(".isnad/stage/b/c", "ne")
    try folder.write(".isnad/manifest.new", "isnad out")
    #expect(folder.tree == ["a": "old"])
    try build(["a": "new"], in: folder)
    #expect(folder.tree == ["a": "new"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/.isnad").sorted()
        == ["lock", "manifest"])
  }

  @Test("moves new folders whole and files into folders that are there, whatever else these hold")
  func newFolders() throws {
    try build(["a/1": "old", "b": "old"], in: folder)
    try folder.write("a/mine", "not ours")
    let files = ["a/1": "new", "a/2": "new", "a/c/3": "new", "b/4": "new", "d/e/f/5": "new"]
    let summary = try build(files, in: folder)
    #expect(folder.tree == files.merging(["a/mine": "not ours"]) { $1 })
    #expect(summary == OutputSummary(written: 5, unchanged: 0, removed: 1, bytes: 15))
  }

  @Test("is made good by the next one when it was killed between two renames")
  func killedWhileRenaming() throws {
    try build(["a": "old", "b": "old", "gone": "old"], in: folder)
    // The manifest of both builds is written first, then files appear one by one.
    try folder.write(".isnad/manifest", "isnad output 1\na\nb\nc\nd\ngone\n")
    try folder.write("a", "new")
    try folder.write("c", "new")
    let summary = try build(["a": "new", "b": "new", "c": "new", "d": "new"], in: folder)
    #expect(folder.tree == ["a": "new", "b": "new", "c": "new", "d": "new"])
    #expect(summary == OutputSummary(written: 2, unchanged: 2, removed: 1, bytes: 12))
  }

  @Test("refuses a manifest that names files outside the folder")
  func manifest() throws {
    try folder.write(".isnad/manifest", "isnad output 1\n../../etc/passwd\n")
    #expect(
      failure { try build(["a": ""], in: folder) }
        == "output/bad-manifest: public/.isnad/manifest is not a list of files that isnad wrote")
  }
}
