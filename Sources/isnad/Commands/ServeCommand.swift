import ArgumentParser
import Diagnostics
import Output
import Preview

struct ServeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Preview the site on this machine.",
    discussion: """
      The site is built in memory and served on 127.0.0.1 only. It is built again whenever \
      content/ or templates/ change; while something is wrong, the last good site is served. \
      Ctrl-C ends it.

      EXAMPLES
        isnad serve
        isnad serve --source report --drafts --port 4000
      """)

  @OptionGroup var source: SourceOptions

  @Option(name: .long, help: "The port to listen on; 0 for any that is free.")
  var port: UInt16 = 8080

  @OptionGroup var work: WorkOptions

  func run() async throws {
    let console = Console()
    if let missing = missingContent(in: source.source) { try console.report([missing]) }
    let server = PreviewServer()
    let build = Build(source, work, baseURL: "http://127.0.0.1:\(port)/")
    do {
      try await withThrowingTaskGroup(of: Void.self) { group in
        // Watching begins before the first build: what changes meanwhile is not missed.
        var watch = SourceWatch(source.source)
        let pages = await show(build, on: server, console)
        group.addTask {
          try await server.run(port: port) { port in
            let what = pages.map { counted($0, "page") } ?? "nothing yet"
            console.say("Serving \(what) at http://127.0.0.1:\(port)/ (Ctrl-C ends)")
          }
        }
        group.addTask {
          while true {
            try await watch.waitForChange()
            if let pages = await show(build, on: server, console) {
              console.say("Built \(counted(pages, "page")) again")
            }
          }
        }
        // The first failure ends both.
        while try await group.next() != nil {}
      }
    } catch let error as PreviewError {
      try console.report([error.diagnostic])
    }
  }

  /// Builds and shows the site; where there are errors, they are printed and nothing else changes.
  /// - Returns: the number of pages, nil when there were errors.
  private func show(_ build: Build, on server: PreviewServer, _ console: Console) async -> Int? {
    let output = MemoryOutput()
    let outcome = await build.run(progress: console.progress) { output }
    console.complain(outcome.diagnostics)
    guard outcome.summary != nil else { return nil }
    server.show(output.files)
    return outcome.pages
  }
}
