import ArgumentParser
import Corpus
import Diagnostics
import Verify

struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove a built site against its content.",
    discussion: """
      The files are read as a stranger would read them: every quotation stands in its article at \
      its place, every count is that of its rows, every link leads somewhere.

      EXAMPLES
        isnad verify
        isnad verify /srv/www/report --source report
      """)

  @Argument(help: "The built site (default: public in the source).")
  var folder: String?

  @OptionGroup var source: SourceOptions
  @OptionGroup var address: AddressOptions
  @OptionGroup var work: WorkOptions

  func validate() throws {
    if folder?.isEmpty == true {
      throw ValidationError("The built site needs the name of a folder.")
    }
  }

  func run() async throws {
    let console = Console()
    if let missing = missingContent(in: source.source) { try console.report([missing]) }
    let (corpus, diagnostics) = await CorpusReader(
      source: source.source, includesDrafts: work.drafts, jobs: work.workers
    ).read()
    if diagnostics.hasErrors { try console.report(diagnostics) }
    let verifier = Verifier(
      corpus: corpus, folder: folder ?? source.path(of: "public"),
      baseURL: address.address ?? corpus.site.baseURL)
    let (faults, tally) = await verifier.verify(workers: work.workers)
    console.say(tally.text)
    try console.report(faults)
  }
}
