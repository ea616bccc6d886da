import ArgumentParser
import Corpus
import Diagnostics

struct TextCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Prints the reading text of an article, to annotate against.",
    discussion: """
      Offsets of targets count the Unicode code points of exactly this text.

      Example:
        isnad text 2019-05-14-kremlin-readout-ar
      """)

  @Argument(help: "The id of the article.")
  var id: String

  @OptionGroup var source: SourceOptions

  func run() async throws {
    let console = Console()
    let read = await CorpusReader(
      source: source.source, includesDrafts: true, jobs: source.workers
    ).read()
    // Its analyses may be wrong: that is why somebody looks at the text.
    guard let article = read.corpus.articles.first(where: { $0.id == id }) else {
      console.report(read.diagnostics.filter { $0.severity == .error } + [missing(read.corpus)])
      throw ExitCode(1)
    }
    console.result(article.body.text)
  }

  private func missing(_ corpus: Corpus) -> Diagnostic {
    let nearest = Nearest.name(to: id, among: corpus.articles.lazy.map(\.id))
    return Diagnostic(
      .error, "text/no-article", "There is no article “\(id)”",
      remedy: nearest.map { "did you mean “\($0)”?" } ?? "see content/articles for their ids")
  }
}
