import ArgumentParser
import Foundation

/// What every command that reads a source folder takes.
struct SourceOptions: ParsableArguments {
  @Option(help: "The folder that has content/, and may have templates/.")
  var source = "."

  @Flag(help: "Also read articles and pages that are marked as drafts.")
  var drafts = false

  @Option(help: "How many workers; as many as there are processors, where it is not given.")
  var jobs: Int?

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is a number from 1.") }
  }

  var workers: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }

  /// A path in the source folder, as the user would write it.
  func path(_ name: String) -> String {
    source == "." ? name : source.hasSuffix("/") ? source + name : source + "/" + name
  }
}

/// Where the site will stand.
struct SiteAddress: ParsableArguments {
  @Option(
    name: .customLong("base-url"),
    help: "Where the site will stand, in place of what site.yaml says: https://example.org/report/.")
  var baseURL: String?

  func validate() throws {
    guard let baseURL else { return }
    let isAddress = ["https://", "http://"].contains { baseURL.hasPrefix($0) }
    guard isAddress, URL(string: baseURL)?.host != nil else {
      throw ValidationError("--base-url is an address such as https://example.org/report/.")
    }
  }

  /// - Parameter setting: what `site.yaml` says.
  func resolved(_ setting: String?) -> String? {
    (baseURL ?? setting).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }
}
