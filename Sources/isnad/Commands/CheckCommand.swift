import ArgumentParser
import Diagnostics
import Output

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Does everything that build does but writing.",
    discussion: """
      Examples:
        isnad check
        isnad check --source my-report --drafts
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var address: SiteAddress

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() async throws {
    let console = Console()
    let build = Build(options: source, address: address, console: console, isQuiet: quiet)
    do {
      let (site, warnings) = try await build.site()
      if !quiet { console.report(warnings) }
      // Into nowhere: pages that cannot be made are found too, and colliding addresses.
      _ = try await build.write(site, to: CheckOutput())
      if !quiet { console.result("No errors: \(site.count) pages can be built.\n") }
    } catch let failure as Build.Failure {
      console.endProgress()
      console.report(failure.diagnostics)
      throw ExitCode(1)
    }
  }
}
