import ArgumentParser
import Diagnostics
import Preview

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Preview the site on this machine.",
    discussion: """
      The site is served from memory on 127.0.0.1 only, each page made when it is looked at; nothing \
      is written. When something under content/ or templates/ changes, open pages follow: those that \
      are now other pages are loaded again where they stand, and of a changed stylesheet only the \
      stylesheet. While something is wrong, the last good site is served, and the pages say what it \
      is. Ctrl-C ends it.

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

  /// Shows the site, and again whenever its source changes.
  private func follow(_ port: UInt16, _ server: PreviewServer, _ console: Console) async throws {
    let address = "http://127.0.0.1:\(port)\(basePath.address)"
    var build = PreviewBuild(Build(source, work, baseURL: address, isPreview: true))
    // Watching begins before the first build: what changes meanwhile is not missed.
    var watch = SourceWatch(source.source)
    let first = await show(&build, [.content, .templates], server, console)
    let what = if let first { counted(await first.site.pageCount, "page") } else { "nothing yet" }
    console.say("Serving \(what) at \(address) (Ctrl-C ends)")
    while true {
      build.prepare()
      let change = try await watch.next()
      if let (site, time) = await show(&build, change, server, console) {
        console.say(
          "Followed in \(Timings.seconds(time)) s: \(counted(await site.pageCount, "page"))")
      }
    }
  }

  /// Shows the site; where there are errors, they are told and the last site stays.
  /// - Returns: the site and what it took to show it; nil when there were errors.
  private func show(
    _ build: inout PreviewBuild, _ change: SourceChange, _ server: PreviewServer,
    _ console: Console
  ) async -> (site: PreviewedSite, time: Duration)? {
    let start = Stopwatch.now()
    let outcome = await build.update(change, progress: console.progress)
    console.complain(outcome.diagnostics)
    guard let site = outcome.site else {
      server.tell(outcome.diagnostics)
      return nil
    }
    server.show(site)
    let time = Stopwatch.now() - start
    // It is rare, and takes long to find on a large site: so it is looked for when all is on screen.
    guard let collision = await site.collision else { return (site, time) }
    console.complain([collision])
    server.tell([collision])
    return nil
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
