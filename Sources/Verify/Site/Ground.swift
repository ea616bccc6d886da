import Corpus

/// What every page is checked against; shared by the workers.
package struct Ground: Sendable {
  /// Words of an article to which a fragment of its page leads.
  struct Passage: Sendable {
    let kind: MarkKind
    let article: Int
    let target: Target
  }

  let corpus: Corpus
  package let files: SiteFiles
  let addresses: Addresses
  private let articles: [Digest: Int]
  /// By article, in `corpus.analyses`.
  private let analyses: [[Int]]
  private let passages: [Digest: Passage]
  let tallies: Tallies

  package init(_ corpus: Corpus, _ files: SiteFiles, baseURL: String?) {
    self.corpus = corpus
    self.files = files
    addresses = Addresses(files, baseURL: baseURL)
    articles = Dictionary(
      corpus.articles.enumerated().map { (Digest($1.id), $0) }, uniquingKeysWith: { a, _ in a })
    var analyses = Array(repeating: [Int](), count: corpus.articles.count)
    var passages: [Digest: Passage] = [:]
    for (number, analysis) in corpus.analyses.enumerated() {
      guard let article = articles[Digest(analysis.article)] else { continue }
      for mark in analysis.marks(number: analyses[article].count) {
        let passage = Passage(kind: mark.kind, article: article, target: mark.target)
        passages[Digest(mark.fragment).of(article)] = passage
        if mark.kind == .when {
          // The row of a time expression shows its words too.
          passages[Digest("time" + mark.fragment.dropFirst(4)).of(article)] = passage
        }
      }
      analyses[article].append(number)
    }
    tallies = Tallies(corpus, articles: articles)
    self.analyses = analyses
    self.passages = passages
  }

  func passage(_ fragment: some Sequence<UInt8>, article: Int) -> Passage? {
    passages[Digest(fragment).of(article)]
  }

  func article(id: some Sequence<UInt8>) -> Int? { articles[Digest(id)] }

  /// The article whose text or annotations a file has, by its path.
  func article(ofFileBeside path: String) -> Int? {
    guard path.hasPrefix("articles/") else { return nil }
    let parts = path.split(separator: "/")
    guard parts.count == 3,
      parts[2] == AnnotationsCheck.textName || parts[2] == AnnotationsCheck.annotationsName
    else { return nil }
    return article(id: parts[1].utf8)
  }

  /// All that is to be marked in an article.
  func marks(of article: Int) -> [Mark] {
    analyses[article].enumerated().flatMap { corpus.analyses[$1].marks(number: $0) }
  }

  /// The attributions of an article, each with the fragment that leads to its words.
  func attributions(of article: Int) -> [(fragment: String, record: AttributionRecord)] {
    analyses[article].enumerated().flatMap { number, index in
      corpus.analyses[index].attributions.map { record in
        ("content-\(number == 0 ? "" : "\(number + 1):")\(record.id)", record)
      }
    }
  }

  /// The folder of each interface language: none for the first.
  var prefixes: [String] {
    corpus.site.languages.enumerated().map { $0 == 0 ? "" : $1 + "/" }
  }

  func page(_ number: Int) -> SitePage { SitePage(number, in: self) }
}

/// What the address of a page says of it.
struct SitePage {
  let number: Int
  let name: String
  let path: [UInt8]
  /// The article whose page it is.
  let article: Int?
  /// The first page of the list that the page is one of; itself where it is no further page.
  let list: Int
  /// Where the page is one of a table of attributions: the whole, or those with broken chains.
  let table: Table?

  struct Table: Sendable, Hashable {
    /// The interface language's number.
    let language: Int
    /// Of the table's folder, below the language's own: `attributions`, `broken-chains/unnamed`.
    let name: Digest

    init(language: Int, name: String) {
      self.language = language
      self.name = Digest(name)
    }
  }

  init(_ number: Int, in ground: Ground) {
    self.number = number
    name = ground.files.paths[number]
    path = Array(name.utf8)
    var parts = name.split(separator: "/", omittingEmptySubsequences: false)[...]
    if parts.count >= 3, parts.last == "index.html", parts[parts.endIndex - 3] == "page",
      Int(parts[parts.endIndex - 2]) != nil
    {
      let first = parts.dropLast(3) + ["index.html"]
      list = ground.files.number(first.joined(separator: "/")) ?? number
      if list != number { parts = first }
    } else {
      list = number
    }
    var language = 0
    if let known = ground.corpus.site.languages.dropFirst()
      .firstIndex(where: { $0 == parts.first ?? "" })
    {
      language = known
      parts = parts.dropFirst()
    }
    let isArticle = parts.count == 3 && parts.first == "articles" && parts.last == "index.html"
    article = isArticle ? ground.article(id: parts[parts.startIndex + 1].utf8) : nil
    let isTable =
      parts.last == "index.html"
      && (parts.dropLast().elementsEqual(["attributions"]) || parts.first == "broken-chains")
    table =
      isTable ? Table(language: language, name: parts.dropLast().joined(separator: "/")) : nil
  }
}
