import Corpus
import Evidence

extension LinkedData {
  /// The page is a report on the article, which it is based on.
  mutating func articlePage(_ index: Int, _ route: Route) {
    let article = views.corpus.articles[index]
    begin("Report", id: identifiers.page(route))
    json.add("name", article.title)
    json.add("inLanguage", views.strings.lang)
    json.add("abstract", views.summary(of: index))
    site()
    json.beginObject("isBasedOn")
    json.add("@type", "NewsArticle")
    json.add("@id", identifiers.article(article.id))
    json.add("headline", article.title)
    json.add("inLanguage", article.lang)
    json.add("datePublished", views.article(index).published?.machine)
    json.add("url", article.url)
    json.add("author", article.authors)
    json.add("keywords", article.tags)
    published(index)
    quotations(in: index)
    let mentioned = evidence.articles[index].entities.lazy.map(\.entity)
    entities(Array(mentioned.prefix(Self.limit)), "mentions")
    json.end()
  }

  private mutating func published(_ index: Int) {
    if let publisher = evidence.articles[index].publisher, evidence.entities[publisher].isAgent {
      entity(publisher, in: "publisher")
    }
    if let original = views.corpus.articles[index].translationOf.flatMap(evidence.article(id:)) {
      article(original, in: "translationOfWork")
    }
  }

  /// What it passes on in the words of others. Whatever is only reported has no words of theirs.
  private mutating func quotations(in article: Int) {
    let quoted = evidence.attributions[evidence.articles[article].attributions].lazy
      .filter { [evidence] in evidence.record($0).directness != .indirect }.prefix(Self.limit)
    guard !quoted.isEmpty else { return }
    json.beginArray("hasPart")
    for attribution in quoted { quotation(attribution) }
    json.end()
  }

  private mutating func quotation(_ attribution: Attribution) {
    let record = evidence.record(attribution)
    let fragments = views.fragments(analysis: attribution.analysis, article: attribution.article)
    json.beginObject()
    json.add("@type", "Quotation")
    json.add(
      "@id",
      identifiers.words(fragments.content(record.id), in: evidence.article(attribution).id))
    json.add("text", views.quote(attribution).text)
    if let speaker = attribution.originator { self.speaker(speaker) }
    carriers(of: attribution)
    json.end()
  }

  /// A place that speaks does so by those who govern it.
  private mutating func speaker(_ index: Int) {
    guard !evidence.entities[index].isAgent else {
      return entity(index, in: "spokenByCharacter")
    }
    json.beginObject("spokenByCharacter")
    json.add("@type", "Organization")
    json.add("name", views.entity(index).name.text)
    json.end()
  }

  /// Through whom it reached the article, as works that it cites.
  private mutating func carriers(of attribution: Attribution) {
    let links = zip(attribution.sources, evidence.record(attribution).chain).dropFirst()
    let named = links.compactMap { source, link in source.map { ($0, link.medium) } }
      .filter { evidence.entities[$0.0].isAgent }
    guard !named.isEmpty else { return }
    json.beginArray("citation")
    for (source, medium) in named {
      json.beginObject()
      json.add("@type", "CreativeWork")
      json.add("genre", medium.map { views.strings.word("medium", for: $0) })
      entity(source, in: "publisher")
      json.end()
    }
    json.end()
  }
}
