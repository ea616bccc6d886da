import Diagnostics
import Testing

import Corpus

@Suite("A whole small corpus is read as it is written")
struct ValidFixtureTests {
  private func read(
    _ name: String, includesDrafts: Bool = false, jobs: Int = 1
  ) async -> (corpus: Corpus, diagnostics: [Diagnostic]) {
    let source = "\(Repository.root)/Tests/Fixtures/valid/\(name)"
    return await CorpusReader(source: source, includesDrafts: includesDrafts, jobs: jobs).read()
  }

  @Test("Nothing is wrong with it")
  func clean() async {
    #expect(ConsoleFormat(hasColor: false).text(await read("desk").diagnostics).isEmpty)
    #expect(ConsoleFormat(hasColor: false).text(await read("bare").diagnostics).isEmpty)
  }

  @Test("The settings")
  func site() async {
    let site = await read("desk").corpus.site
    #expect(site.title.entries == [.init(lang: "ar", text: "مكتب إدلب")])
    #expect(site.description["en"] == "Who said what")
    #expect(site.baseURL == "https://example.org/idlib/")
    #expect(site.languages == ["ar", "en"])
    #expect(site.timeZone == "Asia/Damascus")
    #expect(site.menu.map(\.address) == ["/pages/about/"])
    #expect(site.cutoff?.text == "2019-05")
  }

  @Test("Articles, sorted by id, without drafts unless these are asked for")
  func articles() async throws {
    let articles = await read("desk").corpus.articles
    #expect(articles.map(\.id) == ["posts", "posts-en"])
    let posts = try #require(articles.first)
    #expect(posts.lang == "ar")
    #expect(posts.publisher == "desk")
    #expect(posts.credit == ["wire"])
    #expect(posts.url == "https://example.org/خبر")
    #expect(posts.aliases == ["/old/posts/"])
    #expect(posts.body.text.hasPrefix("قال وزير"))
    #expect(posts.origin == Origin(file: "content/articles/2019/posts.txt", line: 2))
    #expect(articles.last?.body.text == "Remaining\n\nThe minister said: we stay.")
    #expect(articles.last?.translationOf == "posts")
    let (withDrafts, faults) = await read("desk", includesDrafts: true)
    #expect(withDrafts.articles.map(\.id) == ["later", "posts", "posts-en"])
    // The draft's own faults are told then, and only then.
    #expect(
      faults.map(\.id) == [
        "format/missing-key", "reference/unknown-entity", "reference/unknown-entity",
      ])
  }

  @Test("An analysis, anchored")
  func analysis() async throws {
    let corpus = await read("desk").corpus
    #expect(
      corpus.analyses.map(\.origin.file) == [
        "content/analysis/posts-a.json", "content/analysis/posts-b.json",
      ])
    let analysis = try #require(corpus.analyses.first)
    #expect(analysis.generator?.method == .human)
    #expect(analysis.entities.map(\.id) == ["akar", "ministry"])
    #expect(analysis.entities.first?.reliability == "B")
    #expect(analysis.entities.first?.origin.line == 6)
    #expect(analysis.mentions.map(\.target.field) == [.text, .text, .title])
    #expect(analysis.times.map(\.anchor) == [.publication, .time("t1")])
    #expect(analysis.events.map(\.partOf) == [nil, "talks"])
    let attribution = try #require(analysis.attributions.first)
    #expect(attribution.chain.map(\.source) == ["akar", nil, "wire"])
    #expect(attribution.content.isDiscontinuous)
    #expect(attribution.isNegative)
    #expect(attribution.credibility == 2)
    let text = Array(corpus.articles[0].body.text.utf8)
    for span in attribution.content.spans {
      let bytes = text[Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)]
      #expect(String(decoding: bytes, as: UTF8.self) == "«لن ننسحب»")
    }
  }

  @Test("Briefs find their kind, pages their id and language")
  func texts() async {
    let corpus = await read("desk").corpus
    #expect(corpus.briefs.map(\.id) == ["akar", "posts", "posts"])
    #expect(corpus.briefs.map(\.kind) == [.entity, .article, .article])
    #expect(corpus.briefs.map(\.lang) == [nil, nil, "en"])
    #expect(corpus.briefs.last?.body.origin.line == 7)
    #expect(corpus.pages.map(\.id) == ["about", "about", "method/chains"])
    #expect(corpus.entityCards.map(\.entity.id) == ["desk", "wire"])
    #expect(corpus.entityCards.last?.sameAs == ["desk"])
    #expect(corpus.eventCards.map(\.event.date?.text) == ["2019-05-13~"])
  }

  @Test("A text without front matter has its file's name for an id and a title")
  func bare() async {
    let article = await read("bare").corpus.articles.first
    #expect(article?.id == "note")
    #expect(article?.title == "note")
    #expect(article?.lang == "en")
    #expect(article?.body.text == "Text alone, with no front matter.\n")
  }
}
