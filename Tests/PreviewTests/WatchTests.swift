import Foundation
import Testing

import Preview

@Suite("Watching a source folder")
struct WatchTests {
  /// A source folder that is watched, and what was noticed in it.
  final class Watched: Sendable {
    let path: String
    private let changes: AsyncStream<SourceChange>
    private let task: Task<Void, any Error>

    /// - Parameter polls: looks now and then where the system would tell.
    init(polls: Bool = false) throws {
      let base = FileManager.default.temporaryDirectory.resolvingSymlinksInPath().path
      let path = base + "/isnad-watch-" + UUID().uuidString
      self.path = path
      for folder in ["content/articles", "templates", "public"] {
        try FileManager.default.createDirectory(
          atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
      }
      try Data("old".utf8).write(to: URL(fileURLWithPath: path + "/content/articles/a.txt"))
      let (changes, continuation) = AsyncStream.makeStream(of: SourceChange.self)
      self.changes = changes
      let watch: any ChangeNotifier & Sendable
      if polls { watch = PollingWatch(path) } else { watch = SourceWatch(path) }
      task = Task {
        var watch = watch
        while true { continuation.yield(try await watch.next()) }
      }
    }

    deinit {
      task.cancel()
      try? FileManager.default.removeItem(atPath: path)
    }

    func write(_ file: String, _ text: String = "new") throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(file)"))
    }

    func makeFolder(_ folder: String) throws {
      try FileManager.default.createDirectory(
        atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
    }

    func move(_ old: String, to new: String) throws {
      guard rename("\(path)/\(old)", "\(path)/\(new)") == 0 else {
        throw CocoaError(.fileWriteUnknown)
      }
    }

    func remove(_ file: String) throws {
      try FileManager.default.removeItem(atPath: "\(path)/\(file)")
    }

    /// Waits for the next change; throws when the test's time is up and none came.
    func next() async throws -> SourceChange {
      for await change in changes { return change }
      throw CancellationError()
    }

    /// Waits until nothing is left of what happened before: a mark in the other folder is noticed.
    func settle() async throws {
      try write("templates/mark-\(UUID().uuidString)")
      while !(try await next()).contains(.templates) {}
    }
  }

  /// Something that a person or a program does to a source folder.
  struct Deed: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let change: SourceChange
    let run: @Sendable (Watched) throws -> Void

    init(
      _ name: String, _ change: SourceChange = .content,
      _ run: @escaping @Sendable (Watched) throws -> Void
    ) {
      testDescription = name
      self.change = change
      self.run = run
    }
  }

  static let deeds = [
    Deed("writing a file in place") { try $0.write("content/articles/a.txt") },
    Deed("writing a new file") { try $0.write("content/b.txt") },
    Deed("writing an empty file") { try $0.write("content/b.txt", "") },
    Deed("saving by renaming another over it") {
      try $0.write("content/articles/.a.txt.swp")
      try $0.move("content/articles/.a.txt.swp", to: "content/articles/a.txt")
    },
    Deed("renaming a file") { try $0.move("content/articles/a.txt", to: "content/articles/b.txt") },
    Deed("removing a file") { try $0.remove("content/articles/a.txt") },
    Deed("moving a file out") { try $0.move("content/articles/a.txt", to: "public/a.txt") },
    Deed("moving a file in") {
      try $0.write("public/b.txt")
      try $0.move("public/b.txt", to: "content/b.txt")
    },
    Deed("linking to a file") {
      try FileManager.default.createSymbolicLink(
        atPath: $0.path + "/content/b.txt", withDestinationPath: "articles/a.txt")
    },
    Deed("taking the right to read it away") {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0], ofItemAtPath: $0.path + "/content/articles/a.txt")
    },
    Deed("removing a folder") { try $0.remove("content/articles") },
    Deed("renaming a folder") { try $0.move("content/articles", to: "content/other") },
    Deed("a template", .templates) { try $0.write("templates/home.mustache") },
    Deed("a first template in a new folder", .templates) {
      try $0.makeFolder("templates/assets")
      try $0.write("templates/assets/style.css")
    },
    Deed("removing all templates", .templates) { try $0.remove("templates") },
  ]

  @Test("notices", .timeLimit(.minutes(10)), arguments: deeds)
  func deed(deed: Deed) async throws {
    let watched = try Watched()
    try deed.run(watched)
    #expect(try await watched.next() == deed.change)
  }

  @Test("notices, by looking now and then", .timeLimit(.minutes(10)), arguments: deeds)
  func polled(deed: Deed) async throws {
    let watched = try Watched(polls: true)
    try deed.run(watched)
    #expect(try await watched.next() == deed.change)
  }

  @Test("does not notice what is no part of the source", .timeLimit(.minutes(10)))
  func foreign() async throws {
    let watched = try Watched()
    // Until then it may be that it only begins to watch, and takes the folders for new.
    try await watched.settle()
    try watched.write("public/index.html")
    try watched.write("notes.txt")
    try watched.write("content/.hidden")
    try watched.write("content/articles/.a.txt.swp")
    try watched.makeFolder("content-of-another")
    try watched.write("templates/mark")
    #expect(try await watched.next() == .templates)
  }

  @Test("takes a burst of changes for one", .timeLimit(.minutes(10)))
  func burst() async throws {
    let watched = try Watched()
    for number in 0..<2_000 { try watched.write("content/\(number).txt") }
    try watched.write("templates/mark")
    var count = 1
    while !(try await watched.next()).contains(.templates) { count += 1 }
    // A slow machine may pause within it, but never as often as it writes.
    #expect(count < 200)
  }

  @Test("follows folders that are made, filled, moved and made anew", .timeLimit(.minutes(10)))
  func folders() async throws {
    let watched = try Watched()
    try watched.makeFolder("content/x/y/z")
    try await watched.settle()
    try watched.write("content/x/y/z/deep.txt")
    #expect(try await watched.next() == .content)
    try watched.move("content/x", to: "content/w")
    try await watched.settle()
    try watched.write("content/w/y/z/deep.txt", "other")
    #expect(try await watched.next() == .content)
    try watched.remove("content")
    try await watched.settle()
    try watched.makeFolder("content/articles")
    try await watched.settle()
    try watched.write("content/articles/a.txt")
    #expect(try await watched.next() == .content)
    try watched.move("content", to: "elsewhere")
    try await watched.settle()
    try watched.write("elsewhere/articles/a.txt", "not content any more")
    try watched.write("templates/mark")
    #expect(try await watched.next() == .templates)
  }

  @Test("goes on when the source folder itself goes and comes back", .timeLimit(.minutes(10)))
  func source() async throws {
    let watched = try Watched()
    let away = watched.path + "-away"
    try #require(rename(watched.path, away) == 0)
    #expect(try await watched.next() == [.content, .templates])
    try #require(rename(away, watched.path) == 0)
    try watched.write("content/b.txt")
    #expect((try await watched.next()).contains(.content))
  }

  #if canImport(Glibc)
    @Test("is told of changes again once the source folder is back", .timeLimit(.minutes(10)))
    func toldAgain() async throws {
      let watched = try Watched()
      let away = watched.path + "-away"
      var watch = SourceWatch(watched.path)
      #expect(watch.isTold)
      try #require(rename(watched.path, away) == 0)
      #expect(try await watch.next() == [.content, .templates])
      #expect(!watch.isTold)
      try #require(rename(away, watched.path) == 0)
      #expect(try await watch.next() == [.content, .templates])
      #expect(watch.isTold)
      try watched.write("content/b.txt")
      #expect(try await watch.next() == .content)
    }

    @Test("is told of changes in a folder that took the place of another", .timeLimit(.minutes(10)))
    func replaced() async throws {
      let watched = try Watched()
      let other = try Watched()
      var watch = SourceWatch(watched.path)
      try watched.remove("")
      try #require(rename(other.path, watched.path) == 0)
      var change = SourceChange()
      while !watch.isTold || change != [.content, .templates] {
        change.formUnion(try await watch.next())
      }
      try watched.write("content/b.txt")
      #expect(try await watch.next() == .content)
    }
  #endif

  @Test("misses nothing that happens between two looks", .timeLimit(.minutes(10)))
  func between() async throws {
    let watched = try Watched()
    var watch = SourceWatch(watched.path)
    try watched.write("content/b.txt")
    try await watched.settle()
    #expect(try await watch.next() == [.content, .templates])
  }

  #if canImport(Glibc)
    @Test("begins anew when the system drops events")
    func overflow() throws {
      let watched = try Watched()
      let queue = try #require(InotifyQueue())
      defer { queue.close() }
      var folders = WatchedFolders(watched.path, queue)
      try folders.renew()
      let dropped = InotifyEvent(watch: -1, mask: 0x4000, name: [])
      let meaning = try #require(folders.meaning(of: dropped))
      #expect(meaning.change == [.content, .templates])
      #expect(meaning.isOfFolders)
    }
  #endif
}
