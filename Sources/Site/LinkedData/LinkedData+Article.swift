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
    isPartOfSite()
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
    if let original = article.translationOf.flatMap(views.evidence.article(id:)) {
      self.article(original, in: "translationOfWork")
    }
    quotations(in: index)
    entities(views.evidence.articles[index].entities.prefix(Self.limit).map(\.entity), "mentions")
    json.end()
  }

  private mutating func published(_ article: Int) {
    guard let publisher = views.evidence.articles[article].publisher,
      nodes.entity(publisher).isAgent
    else { return }
    entity(publisher, in: "publisher")
  }

  /// What it passes on in the words of others. Whatever is only reported has no words of theirs.
  private mutating func quotations(in article: Int) {
    let page = identifiers.articlePage(views.corpus.articles[article].id)
    var count = 0
    for index in views.evidence.articles[article].attributions {
      let attribution = views.evidence.attributions[index]
      let record = views.evidence.record(attribution)
      guard record.directness != .indirect else { continue }
      if count == 0 { json.beginArray("hasPart") }
      quotation(attribution, record, page)
      count += 1
      if count == Self.limit { break }
    }
    if count > 0 { json.end() }
  }

  /// - Parameter page: the address of the article's page.
  private mutating func quotation(
    _ attribution: Attribution, _ record: AttributionRecord, _ page: String
  ) {
    let fragments = views.fragments(analysis: attribution.analysis, article: attribution.article)
    json.beginObject()
    json.add("@type", "Quotation")
    json.add("@id", "\(page)#\(fragments.content(record.id))")
    json.add("text", views.words(record.content, in: attribution.article))
    if let speaker = attribution.originator { self.speaker(speaker) }
    carriers(attribution.sources, record.chain)
    json.end()
  }

  /// A place that speaks does so by those who govern it.
  private mutating func speaker(_ index: Int) {
    guard !nodes.entity(index).isAgent else { return entity(index, in: "spokenByCharacter") }
    json.beginObject("spokenByCharacter")
    json.add("@type", "Organization")
    json.add("name", views.entity(index).name.text)
    json.end()
  }

  /// Through whom it reached the article, as works that it cites.
  ///
  /// - Parameter sources: one for each link of the chain.
  private mutating func carriers(_ sources: [Int?], _ chain: [Link]) {
    var isOpen = false
    for position in sources.indices.dropFirst() {
      guard let source = sources[position], nodes.entity(source).isAgent else { continue }
      if !isOpen { json.beginArray("citation") }
      isOpen = true
      json.beginObject()
      json.add("@type", "CreativeWork")
      json.add("genre", chain[position].medium.map { views.strings.word("medium", for: $0) })
      entity(source, in: "publisher")
      json.end()
    }
    if isOpen { json.end() }
  }
}
