import ArgumentParser
import Output

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Do everything that build does but write.",
    discussion: """
      EXAMPLES
        isnad check
        isnad check --source report --drafts
      """)

  @OptionGroup var source: SourceOptions
  @OptionGroup var address: AddressOptions
  @OptionGroup var work: WorkOptions

  @Flag(name: .long, help: "Print nothing but what is wrong.")
  var quiet = false

  func run() async throws {
    let console = Console()
    let build = Build(source, work, baseURL: address.address)
    let outcome = await build.run(progress: quiet ? nil : console.progress) { NoOutput() }
    try console.report(outcome.diagnostics)
    guard let summary = outcome.summary else { throw ExitCode.failure }
    if !quiet {
      console.say(
        "Checked \(counted(outcome.pages, "page")) "
          + "(\(counted(summary.written, "file")), \(size(summary.bytes))): no errors")
    }
  }
}
