import ArgumentParser
import Corpus
import Diagnostics

struct TextCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "text",
    abstract: "Print the reading text of an article, to annotate against.",
    discussion: """
      The text is printed exactly, and no line end is added: the offsets of an analysis count its \
      Unicode code points from 0. Drafts are found too.

      EXAMPLES
        isnad text 2019-05-14-call > call.txt
        isnad text --source report 2019-05-14-call | wc -m
      """)

  @OptionGroup var source: SourceOptions

  @Argument(help: ArgumentHelp("The id of the article.", valueName: "id"))
  var id: String

  func run() async throws {
    let console = Console()
    if let missing = missingContent(in: source.source) { try console.report([missing]) }
    let (corpus, diagnostics) = await CorpusReader(
      source: source.source, includesDrafts: true, jobs: 1
    ).read()
    if let article = corpus.articles.first(where: { $0.id.utf8.elementsEqual(id.utf8) }) {
      console.print(article.body.text)
      return
    }
    let nearest = Nearest.name(to: id, among: corpus.articles.lazy.map(\.id))
    let unknown = Diagnostic(
      .error, "text/unknown-article", "there is no article “\(id)”",
      remedy: nearest.map { "did you mean “\($0)”?" }
        ?? "the id is the name of the article's file, unless its front matter has an id")
    // The article may be missing because its own file has an error.
    try console.report(diagnostics.filter { $0.severity == .error } + [unknown])
  }
}
