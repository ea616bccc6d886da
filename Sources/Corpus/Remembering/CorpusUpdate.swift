/// Puts into a corpus what changed in it, and what came, and takes out what went.
struct CorpusUpdate {
  private(set) var corpus: Corpus
  private var articles: [Int] = []
  private var analyses: [Int] = []
  private var entityCards: [Int] = []
  private var eventCards: [Int] = []
  private var new = Corpus()
  private var gone = RecordsOfCorpus()
  private var moved: (articles: [Int], analyses: [Int]) = ([], [])

  /// - Parameter lines: that stand elsewhere than in the corpus. What is put afterwards stands where it
  ///   does now.
  init(_ corpus: Corpus, moving lines: MovedLines = MovedLines()) {
    self.corpus = corpus
    if !lines.areNone { moved = self.corpus.moveOrigins(lines) }
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

  /// Takes up what a record holds that came, but for its briefs, which have no kind yet.
  mutating func add(_ held: Gathered) {
    new.articles += held.articles.map(\.value)
    new.analyses += held.analyses
    new.entityCards += held.entityCards.map(\.value)
    new.eventCards += held.eventCards.map(\.value)
    new.pages += held.pages.map(\.value)
  }

  mutating func add(_ briefs: [Brief]) { new.briefs += briefs }

  /// - Parameter gone: of the corpus as it was.
  mutating func remove(_ gone: RecordsOfCorpus) { self.gone = gone }

  /// The corpus without all that went, and with all that came in its place.
  mutating func grown() -> (corpus: Corpus, change: CorpusChange) {
    var growth = CorpusChange.Growth()
    growth.goneArticles = corpus.articles.take(gone.articles)
    growth.goneAnalyses = corpus.analyses.take(gone.analyses)
    growth.goneEntityCards = corpus.entityCards.take(gone.entityCards)
    growth.goneEventCards = corpus.eventCards.take(gone.eventCards)
    corpus.briefs.take(gone.briefs)
    corpus.pages.take(gone.pages)
    growth.newArticles = corpus.articles.merge(new.articles, by: RecordOrder.articles)
    growth.newAnalyses = corpus.analyses.merge(new.analyses, by: RecordOrder.analyses)
    growth.newEntityCards = corpus.entityCards.merge(
      new.entityCards, by: RecordOrder.entityCards)
    growth.newEventCards = corpus.eventCards.merge(new.eventCards, by: RecordOrder.eventCards)
    growth.articles = Self.moved(
      articles.sorted(), less: growth.goneArticles, by: growth.newArticles)
    growth.analyses = Self.moved(
      analyses.sorted(), less: growth.goneAnalyses, by: growth.newAnalyses)
    // What says something else, too, is among those.
    growth.movedArticles = Self.moved(
      moved.articles.less(articles), less: growth.goneArticles, by: growth.newArticles)
    growth.movedAnalyses = Self.moved(
      moved.analyses.less(analyses), less: growth.goneAnalyses, by: growth.newAnalyses)
    growth.entityCards = Self.moved(
      entityCards.sorted(), less: growth.goneEntityCards, by: growth.newEntityCards)
    growth.eventCards = Self.moved(
      eventCards.sorted(), less: growth.goneEventCards, by: growth.newEventCards)
    corpus.briefs.merge(new.briefs, by: RecordOrder.briefs(corpus.site))
    corpus.pages.merge(new.pages, by: RecordOrder.pages(corpus.site))
    new = Corpus()
    return (corpus, .grown(growth))
  }

  /// Where some of a list are once others went and came.
  ///
  /// - Parameters:
  ///   - indices: ascending.
  ///   - gone: the indices of those that went, ascending.
  ///   - new: the indices of those that came, ascending.
  private static func moved(_ indices: [Int], less gone: [Int], by new: [Int]) -> [Int] {
    var (left, next) = (0, 0)
    return indices.map { index in
      while left < gone.count, gone[left] < index { left += 1 }
      while next < new.count, new[next] <= index - left + next { next += 1 }
      return index - left + next
    }
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
    corpus.briefs[index] = Brief(record, kind: corpus.briefs[index].kind)
    return true
  }

  private mutating func replace(_ card: EntityCard) -> Bool {
    let index = corpus.entityCards.index(of: card.entity.id, by: \.entity.id) { _ in true }
    guard let index else { return false }
    corpus.entityCards[index] = card
    entityCards.append(index)
    return true
  }

  private mutating func replace(_ card: EventCard) -> Bool {
    let index = corpus.eventCards.index(of: card.event.id, by: \.event.id) { _ in true }
    guard let index else { return false }
    corpus.eventCards[index] = card
    eventCards.append(index)
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

extension Corpus {
  /// - Returns: the indices of the articles and analyses that come from another line than before, ascending.
  fileprivate mutating func moveOrigins(_ moved: MovedLines) -> (articles: [Int], analyses: [Int]) {
    var places: (articles: [Int], analyses: [Int]) = ([], [])
    for index in articles.indices {
      guard let line = moved.line(of: articles[index].origin) else { continue }
      articles[index].moveOrigin(toLine: line)
      places.articles.append(index)
    }
    for index in analyses.indices {
      guard let line = moved.line(of: analyses[index].origin) else { continue }
      analyses[index].moveOrigins(toLine: line)
      places.analyses.append(index)
    }
    return places
  }
}

extension [Int] {
  /// Those that are not among some others.
  fileprivate func less(_ others: [Int]) -> [Int] {
    let others = Set(others)
    return filter { !others.contains($0) }
  }
}

extension Array {
  /// Takes some out.
  ///
  /// - Parameter gone: their indices, in whatever order.
  /// - Returns: these, ascending.
  @discardableResult
  fileprivate mutating func take(_ gone: [Int]) -> [Int] {
    let ordered = gone.sorted()
    for index in ordered.reversed() { remove(at: index) }
    return ordered
  }

  /// Puts others in their places of a sorted list.
  ///
  /// - Returns: their indices, ascending.
  @discardableResult
  fileprivate mutating func merge(_ others: [Element], by inOrder: (Element, Element) -> Bool)
    -> [Int]
  {
    guard !others.isEmpty else { return [] }
    var merged: [Element] = []
    merged.reserveCapacity(count + others.count)
    var places: [Int] = []
    var next = 0
    for other in others.sorted(by: inOrder) {
      let place = self[next...].partitioningIndex { inOrder(other, $0) }
      merged += self[next..<place]
      places.append(merged.count)
      merged.append(other)
      next = place
    }
    merged += self[next...]
    self = merged
    return places
  }

  /// The first of those with an id that is meant, in a list that is sorted by ids, bytewise.
  func index(
    of id: String, by name: (Element) -> String, where isMeant: (Element) -> Bool
  ) -> Int? {
    let first = partitioningIndex { !name($0).utf8.lexicographicallyPrecedes(id.utf8) }
    return self[first...].prefix { name($0).utf8.elementsEqual(id.utf8) }.firstIndex(where: isMeant)
  }
}
