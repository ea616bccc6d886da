import ArgumentParser

/// The command line.
@main
struct Isnad: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "isnad",
    abstract: "Builds a static site from news articles and what was found in them.",
    discussion: """
      Every quotation on the site leads to its words, and shows the whole chain of those through
      whom it came.

      Examples:
        isnad new my-report            a starter site
        isnad build --source my-report build it into my-report/public
        isnad serve --source my-report look at it on http://127.0.0.1:8080/
      """,
    version: version,
    subcommands: [
      BuildCommand.self, CheckCommand.self, TextCommand.self, NewCommand.self,
    ])

  static let version = "0.1.0"
}
