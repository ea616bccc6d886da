import ArgumentParser
import Foundation
import FullText
import Output

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Build the site.",
    discussion: """
      Files that did not change are left alone, and files of an earlier build that no longer \
      belong are removed. Other files in the output folder are never touched. When anything is \
      wrong, the site stays as it was.

      Pages whose content, templates and settings are those of the last build are not made again: \
      what is known of that build stands in .isnad/cache of the output folder, and what was read of \
      the content in .isnad/content and .isnad/parts. Delete them to have everything made anew; the site is the same.

      --timings tells the phases: compare (what is there with what the last build left), read, link \
      (what the files say together), plan (which pages there are, and which have nothing new), rows (those that stand on many pages), pages, write, index (the texts, as long \
      as Pagefind takes beyond the pages), finish (the new site takes the place of the old). Pages \
      are made and written by the same workers at the same time, which is shared between the two as \
      the workers spent it.

      EXAMPLES
        isnad build
        isnad build --source report --output /srv/www/report
        isnad build --base-url https://example.org/report/
      """)

  @OptionGroup var source: SourceOptions

  @Option(
    name: .long,
    help: ArgumentHelp("Where to build to (default: public in the source).", valueName: "folder"))
  var output: String?

  @OptionGroup var address: AddressOptions
  @OptionGroup var work: WorkOptions

  @Flag(name: .long, help: "Replace files in the output folder that isnad did not write.")
  var force = false

  @Flag(
    name: .long,
    help: "Index the texts for full-text search, with Pagefind, which must be installed.")
  var search = false

  @Flag(name: .long, help: "Print nothing but what is wrong.")
  var quiet = false

  @Flag(name: .long, help: "Print how long each phase took.")
  var timings = false

  func validate() throws {
    if output?.isEmpty == true { throw ValidationError("--output needs the name of a folder.") }
  }

  func run() async throws {
    let console = Console()
    let folder = output ?? source.path(of: "public")
    let build = Build(
      source, work, baseURL: address.address, pagefind: try pagefind(console))
    let path = try location(of: folder, console)
    let outcome = await IncrementalBuild(
      build: build, output: path, outputName: folder, isForced: force
    ).run(progress: quiet ? nil : console.progress)
    try console.report(outcome.diagnostics)
    guard let summary = outcome.summary else { throw ExitCode.failure }
    if timings { console.note(outcome.timings.text) }
    if !quiet { console.say("Built \(summary.described(pages: outcome.pages)) in \(folder)") }
    withExtendedLifetime(outcome.material) { Foundation.exit(EXIT_SUCCESS) }
  }

  private func pagefind(_ console: Console) throws -> PagefindProgram? {
    guard search else { return nil }
    do throws(PagefindError) {
      return try PagefindProgram.find(in: console.environment)
    } catch {
      try console.report([error.diagnostic])
      throw ExitCode.failure
    }
  }

  private func location(of folder: String, _ console: Console) throws -> String {
    do throws(OutputError) {
      return try OutputLocation.resolve(
        folder, source: source.source, home: console.environment["HOME"])
    } catch {
      try console.report([error.diagnostic])
      throw ExitCode.failure
    }
  }
}
