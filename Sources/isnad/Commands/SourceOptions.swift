import ArgumentParser
import Foundation

/// What the site is made from.
package struct SourceOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The folder that has content/, and may have templates/.", valueName: "folder"))
  var source = "."

  package init() {}

  /// The path of a file or folder in the source folder, as the user would write it.
  func path(of name: String) -> String {
    source == "." ? name : source.hasSuffix("/") ? source + name : source + "/" + name
  }

  package mutating func validate() throws {
    if source.isEmpty { throw ValidationError("--source needs the name of a folder.") }
  }
}

/// How it is made.
package struct WorkOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("How many workers to run at once (default: one a core).", valueName: "n"))
  var jobs: Int?

  @Flag(name: .long, help: "Include articles and pages that are drafts.")
  var drafts = false

  package init() {}

  package mutating func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs must be a number from 1 to 1024.")
    }
  }

  var workers: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}

/// Where the site will stand.
struct AddressOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "The address that the site will have, for feeds and the sitemap (default: baseURL in "
        + "content/site.yaml).", valueName: "url"))
  var baseURL: String?

  /// With a final `/`.
  var address: String? {
    baseURL.map { $0.hasSuffix("/") ? $0 : $0 + "/" }
  }

  mutating func validate() throws {
    guard let baseURL else { return }
    let url = URLComponents(string: baseURL)
    guard let url, ["http", "https"].contains(url.scheme?.lowercased()), url.host?.isEmpty == false,
      url.query == nil, url.fragment == nil
    else {
      throw ValidationError(
        "--base-url must be a whole address without ? or #, as in https://example.org/report/.")
    }
  }
}
