import ArgumentParser
import Diagnostics
import Foundation
import Output

struct BuildCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build",
    abstract: "Builds the site.",
    discussion: """
      Everything is checked first; where there is an error, all of them are told, the exit status is
      1, and the site that is there stays as it is. Only files that changed are written, and only
      files that an earlier build wrote are removed.

      Examples:
        isnad build
        isnad build --source my-report --output /srv/www/report
        isnad build --base-url https://example.org/report/
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var address: SiteAddress

  @Option(help: "Where the site is written; public/ in the source folder, where it is not given.")
  var output: String?

  @Flag(help: "Replace files in the way that isnad did not write.")
  var force = false

  @Flag(help: "Say nothing but errors.")
  var quiet = false

  func run() async throws {
    let console = Console()
    let build = Build(options: source, address: address, console: console, isQuiet: quiet)
    let folder = output ?? source.path("public")
    do {
      let location = try location(of: folder)
      let (site, warnings) = try await build.site()
      if !quiet { console.report(warnings) }
      let disk = try openDisk(location, folder)
      let summary = try await build.write(site, to: disk)
      if !quiet { console.result(Self.line(summary, folder)) }
    } catch let failure as Build.Failure {
      console.endProgress()
      console.report(failure.diagnostics)
      throw ExitCode(1)
    }
  }

  private func location(of folder: String) throws -> String {
    do {
      return try OutputLocation.resolve(
        folder, source: source.source, home: ProcessInfo.processInfo.environment["HOME"])
    } catch {
      throw Build.Failure(diagnostics: [error.diagnostic])
    }
  }

  private func openDisk(_ location: String, _ folder: String) throws -> DiskOutput {
    do {
      return try DiskOutput(folder: location, name: folder, isForced: force)
    } catch {
      throw Build.Failure(diagnostics: [error.diagnostic])
    }
  }

  private static func line(_ summary: OutputSummary, _ folder: String) -> String {
    let files = summary.written + summary.unchanged
    return "Built \(files) files into \(folder): \(summary.written) written, "
      + "\(summary.unchanged) unchanged, \(summary.removed) removed.\n"
  }
}
