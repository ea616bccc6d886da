/// Puts into a corpus what changed in it without moving anything.
struct CorpusUpdate {
  private(set) var corpus: Corpus
  private var articles: [Int] = []
  private var analyses: [Int] = []

  init(_ corpus: Corpus) {
    self.corpus = corpus
  }

  var change: CorpusChange {
    .values(articles: articles.sorted(), analyses: analyses.sorted())
  }

  /// - Parameter held: by a record that had things of the same ids before.
  /// - Returns: whether all of it found its place.
  mutating func put(_ held: Gathered) -> Bool {
    held.articles.allSatisfy { replace($0.value) }
      && held.analyses.allSatisfy { replace($0) }
      && held.briefs.allSatisfy { replace($0.value) }
      && held.entityCards.allSatisfy { replace($0.value) }
      && held.eventCards.allSatisfy { replace($0.value) }
      && held.pages.allSatisfy { replace($0.value) }
  }

  private mutating func replace(_ article: Article) -> Bool {
    let index = corpus.articles.index(of: article.id, by: \.id) { _ in true }
    guard let index else { return false }
    corpus.articles[index] = article
    articles.append(index)
    return true
  }

  private mutating func replace(_ analysis: Analysis) -> Bool {
    let index = corpus.analyses.index(of: analysis.article, by: \.article) {
      $0.origin == analysis.origin
    }
    guard let index else { return false }
    corpus.analyses[index] = analysis
    analyses.append(index)
    return true
  }

  private mutating func replace(_ record: BriefRecord) -> Bool {
    let index = corpus.briefs.index(of: record.id, by: \.id) {
      $0.body.origin.file == record.body.origin.file
    }
    guard let index else { return false }
    var brief = Brief(id: record.id, kind: corpus.briefs[index].kind, body: record.body)
    brief.lang = record.lang
    brief.title = record.title
    corpus.briefs[index] = brief
    return true
  }

  private mutating func replace(_ card: EntityCard) -> Bool {
    let index = corpus.entityCards.index(of: card.entity.id, by: \.entity.id) { _ in true }
    guard let index else { return false }
    corpus.entityCards[index] = card
    return true
  }

  private mutating func replace(_ card: EventCard) -> Bool {
    let index = corpus.eventCards.index(of: card.event.id, by: \.event.id) { _ in true }
    guard let index else { return false }
    corpus.eventCards[index] = card
    return true
  }

  private mutating func replace(_ page: Page) -> Bool {
    let index = corpus.pages.index(of: page.id, by: \.id) {
      $0.body.origin.file == page.body.origin.file
    }
    guard let index else { return false }
    corpus.pages[index] = page
    return true
  }
}

extension Array {
  /// The first of those with an id that is meant, in a list that is sorted by ids, bytewise.
  fileprivate func index(
    of id: String, by name: (Element) -> String, where isMeant: (Element) -> Bool
  ) -> Int? {
    let first = partitioningIndex { !name($0).utf8.lexicographicallyPrecedes(id.utf8) }
    return self[first...].prefix { name($0).utf8.elementsEqual(id.utf8) }.firstIndex(where: isMeant)
  }
}
