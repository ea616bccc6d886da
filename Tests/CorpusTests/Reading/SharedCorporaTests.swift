import Diagnostics
import Testing

import Corpus

@Suite("The shared corpora are read without a fault, whatever the jobs")
struct SharedCorporaTests {
  @Test(
    "The seed, as one bulk line", .enabled(if: Repository.hasShared("seed/seed.jsonl")),
    arguments: [1, 4])
  func seedAsBulk(jobs: Int) async throws {
    let content = try TestContent()
    try content.write(try Repository.sharedBytes("seed/seed.jsonl"), to: "seed.jsonl")
    try await expectSeed(content, jobs)
  }

  @Test(
    "The seed, as files", .enabled(if: Repository.hasShared("seed/analysis.json")),
    arguments: [1, 4])
  func seedAsFiles(jobs: Int) async throws {
    let content = try TestContent()
    let text = try Repository.sharedBytes("seed/article.ar.txt")
    let front = "---\ntitle: t\nlang: ar\npublished: 2019-05-15~\n---\n"
    try content.write(Array(front.utf8) + text, to: "articles/2019-05-15-idlib-calls.txt")
    try content.write(try Repository.sharedBytes("seed/analysis.json"), to: "analysis/seed.json")
    try await expectSeed(content, jobs)
  }

  private func expectSeed(_ content: TestContent, _ jobs: Int) async throws {
    let (corpus, diagnostics) = await content.read(jobs: jobs)
    #expect(ConsoleFormat(hasColor: false).text(diagnostics).isEmpty)
    let figures = Figures(corpus)
    #expect(figures.articles == 1)
    #expect(figures.entities == 19)
    #expect(figures.mentions == 36)
    #expect(figures.events == 4)
    #expect(figures.attributions == 8)
    #expect(figures.labels == 7)
    #expect(corpus.analyses.first?.attributions.map(\.chain.count).max() == 3)
  }

  @Test(
    "MEANTIME", .enabled(if: Repository.hasShared("corpora/meantime/meantime.jsonl")),
    arguments: [1, 4])
  func meantime(jobs: Int) async throws {
    let content = try TestContent()
    try content.write(
      try Repository.sharedBytes("corpora/meantime/meantime.jsonl"), to: "meantime.jsonl")
    let (corpus, diagnostics) = await content.read(jobs: jobs)
    #expect(ConsoleFormat(hasColor: false).text(diagnostics).isEmpty)
    let figures = Figures(corpus)
    #expect(figures.articles == 120)
    #expect(figures.codePoints == 203_972)
    #expect(figures.entities == 820)
    #expect(figures.mentions == 3_531)
    #expect(figures.events == 1_881)
    #expect(figures.attributions == 353)
    #expect(figures.longChains == 2)
    #expect(figures.discontinuous == 30)
    #expect(figures.times == 365)
  }

  @Test("The demo report of this repository", arguments: [1, 4])
  func demo(jobs: Int) async {
    let (corpus, diagnostics) = await CorpusReader(
      source: Repository.root, includesDrafts: false, jobs: jobs
    ).read()
    #expect(ConsoleFormat(hasColor: false).text(diagnostics).isEmpty)
    #expect(corpus.articles.count >= 10)
    #expect(corpus.articles.allSatisfy { !$0.isDraft })
  }
}
