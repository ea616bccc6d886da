import ArgumentParser
import Diagnostics
import Output
import Preview

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Preview the site on this machine.",
    discussion: """
      The site is built in memory and served on 127.0.0.1 only; nothing is written. When something \
      under content/ or templates/ changes, open pages follow: those that are now other pages are \
      loaded again where they stand, and of a changed stylesheet only the stylesheet. While \
      something is wrong, the last good site is served, and the pages say what it is. Ctrl-C ends it.

      Pages are given a script of the preview's own for that, which no build has.

      EXAMPLES
        isnad serve
        isnad serve --source report --drafts --port 4000
        isnad serve --base-path /reports/idlib/
      """)

  @OptionGroup var source: SourceOptions

  @Option(name: .long, help: "The port to listen on; 0 for any that is free.")
  var port: UInt16 = 8080

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Where on its host the site will stand, to preview it there.", valueName: "path"),
    transform: BasePath.init(argument:))
  var basePath = BasePath.root

  @OptionGroup var work: WorkOptions

  func run() async throws {
    let console = Console()
    if let missing = missingContent(in: source.source) { try console.report([missing]) }
    let server = PreviewServer(at: basePath)
    let (ports, listening) = AsyncStream.makeStream(of: UInt16.self)
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          try await server.run(port: port) { listening.yield($0) }
        }
        group.addTask {
          for await port in ports { try await follow(port, server, console) }
        }
        // The first failure ends both.
        while try await group.next() != nil {}
      }
    } catch let error as PreviewError {
      try console.report([error.diagnostic])
    }
  }

  /// Builds and shows the site, and again whenever its source changes.
  private func follow(_ port: UInt16, _ server: PreviewServer, _ console: Console) async throws {
    let address = "http://127.0.0.1:\(port)\(basePath.address)"
    let build = Build(source, work, baseURL: address, isPreview: true)
    // Watching begins before the first build: what changes meanwhile is not missed.
    var watch = SourceWatch(source.source)
    let pages = await show(build, on: server, console)
    let what = pages.map { counted($0, "page") } ?? "nothing yet"
    console.say("Serving \(what) at \(address) (Ctrl-C ends)")
    while true {
      _ = try await watch.next()
      if let pages = await show(build, on: server, console) {
        console.say("Built \(counted(pages, "page")) again")
      }
    }
  }

  /// Builds and shows the site; where there are errors, they are told and nothing else changes.
  /// - Returns: the number of pages, nil when there were errors.
  private func show(_ build: Build, on server: PreviewServer, _ console: Console) async -> Int? {
    let output = MemoryOutput()
    let outcome = await build.run(progress: console.progress) { output }
    console.complain(outcome.diagnostics)
    guard outcome.summary != nil else {
      server.tell(outcome.diagnostics)
      return nil
    }
    server.show(StoredFiles(output.files))
    return outcome.pages
  }
}

extension BasePath {
  init(argument: String) throws {
    guard let path = BasePath(argument) else {
      throw ValidationError(
        "--base-path must be a path without ? or #, as in /reports/idlib/.")
    }
    self = path
  }
}
