import Fingerprint
import Testing

import Output

@Suite("A path in the output")
struct PathTests {
  @Test(
    "is relative, of parts that every disk takes, in any script",
    arguments: [
      "index.html", "articles/x/index.html", "مقالات/خبر-١/index.html", "a.b-c_d/.hidden", "...",
      "a\\b", "a b", String(repeating: "x", count: 255),
    ])
  func allowed(path: String) throws {
    try MemoryOutput().put(path, "")
  }

  @Test(
    "never leaves the output folder, nor is it one that some disk refuses",
    arguments: [
      ("", "the path is empty"),
      ("/etc/passwd", "the path is absolute"),
      ("..", "a part of the path is `.` or `..`"),
      ("a/../../b", "a part of the path is `.` or `..`"),
      ("./a", "a part of the path is `.` or `..`"),
      ("a//b", "a part of the path is empty"),
      ("a/", "a part of the path is empty"),
      ("a\0b", "the path has a control character"),
      ("a\nb", "the path has a control character"),
      (String(repeating: "x", count: 256), "a part of the path is longer than 255 bytes"),
      (
        String(repeating: "ب", count: 128) + "/a", "a part of the path is longer than 255 bytes"
      ),
      (".isnad/manifest", "`.isnad` is where isnad keeps its own record"),
      (".Isnad", "`.isnad` is where isnad keeps its own record"),
    ])
  func refused(path: String, reason: String) {
    let shown = path.replacing("\0", with: "·").replacing("\n", with: "·")
    #expect(
      failure { try MemoryOutput().put(path, "") }
        == "output/bad-path: no file can be written at `\(shown)`: \(reason)")
  }
}

@Suite("Two files of one output")
struct CollisionTests {
  static let pairs = [
    ("a/Index.html", "A/index.html"),
    ("straße", "STRASSE"),
    ("caf\u{E9}", "cafe\u{301}"),
    ("a/b", "a"),
    ("a", "a/b/c"),
    ("A", "a/b/c"),
  ]

  @Test("cannot have the same path")
  func same() throws {
    let output = MemoryOutput()
    try output.put("a/index.html", "1")
    #expect(
      failure { try output.put("a/index.html", "2") }
        == "output/collision: two pages have the same address: `a/index.html`")
    #expect(output.files == ["a/index.html": Array("1".utf8)])
  }

  @Test(
    "cannot have paths that are one on some disk, or be a folder and a file", arguments: pairs)
  func alike(first: String, second: String) throws {
    let output = MemoryOutput()
    try output.put(first, "")
    #expect(
      failure { try output.put(second, "") }
        == "output/collision: two files cannot stand side by side: `\(first)` and `\(second)`")
  }

  @Test("cannot either where one is of the build before", arguments: pairs, [true, false])
  func alikeLater(pair: (String, String), isSwapped: Bool) throws {
    let folder = try TemporaryFolder()
    let (first, second) = isSwapped ? (pair.1, pair.0) : pair
    let last = try build([first, "other"], in: folder).mark
    let message = failure { try build(["other", second, first], in: folder, after: last) }
    #expect(message?.hasPrefix("output/collision: two files cannot stand side by side: `") == true)
    for path in [first, second] { #expect(message?.contains("`\(path)`") == true) }
    #expect(folder.tree == [first: "", "other": ""])
  }

  @Test("may be that of a build before and one that takes its place", arguments: pairs.dropFirst(3))
  func takingPlace(first: String, second: String) throws {
    let folder = try TemporaryFolder()
    let last = try build([first, "other"], in: folder).mark
    let summary = try build([second, "other"], in: folder, after: last).summary
    #expect(summary == OutputSummary(written: 1, unchanged: 1, removed: 1))
    #expect(folder.tree == [second: "", "other": ""])
  }

  /// Builds empty files, over a build of which the list of files is known by this.
  private func build(
    _ paths: [String], in folder: TemporaryFolder, after last: FileMark? = nil
  ) throws -> (summary: OutputSummary, mark: FileMark?) {
    let output = try DiskOutput(folder: folder.path, last: last)
    for path in paths { try output.put(path, "") }
    return (try output.finish(), output.manifestMark)
  }

  @Test("may share a folder, and names that only begin alike")
  func apart() throws {
    let output = MemoryOutput()
    for path in ["a/b/1", "a/b/2", "a/bc", "ab", "b/a", "كتاب", "كتابٌ"] {
      try output.put(path, path)
    }
    #expect(output.finish() == OutputSummary(written: 7, bytes: 5 + 5 + 4 + 2 + 3 + 8 + 10))
  }
}

@Suite("An output in memory")
struct MemoryOutputTests {
  @Test("holds what several workers put")
  func workers() async throws {
    let output = MemoryOutput()
    try await withThrowingTaskGroup(of: Void.self) { group in
      for worker in 0..<8 {
        group.addTask {
          for file in 0..<100 { try output.put("\(worker)/\(file)", "\(worker * file)") }
        }
      }
      try await group.waitForAll()
    }
    #expect(output.files.count == 800)
    #expect(output.files["7/99"] == Array("693".utf8))
  }

  @Test("keeps its files once finished, and takes no more")
  func finished() throws {
    let output = MemoryOutput()
    try output.put("a", "1")
    #expect(output.finish() == OutputSummary(written: 1, bytes: 1))
    output.abandon()
    #expect(output.files == ["a": Array("1".utf8)])
    #expect(failure { try output.put("b", "") }?.hasPrefix("output/closed") == true)
  }

  @Test("is empty once abandoned")
  func abandoned() throws {
    let output = MemoryOutput()
    try output.put("a", "1")
    output.abandon()
    #expect(output.files.isEmpty)
  }
}
