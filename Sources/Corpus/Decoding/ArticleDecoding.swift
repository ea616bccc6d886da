import Diagnostics
import Markdown

enum ArticleKey: String, FieldKey {
  case id, title, lang, publisher, published, authors, credit, url, retrieved, license, tags, draft
  case translationOf, aliases
  /// Of bulk lines alone.
  case text

  static let table = KeyTable<Self>(of: "an article", unlisted: [.text])
}

/// What holds an article, which decides where its id and its text are.
enum ArticleSite {
  /// A file of this name, without its ending, that goes on with the text.
  case file(name: String, body: ReadingText)
  case bulk
}

extension RecordDecoder {
  /// An article, and whether it is a draft, which is known even where the article cannot be read.
  mutating func article(
    _ value: Document.Value, in site: ArticleSite
  ) -> (article: Placed<Article>?, isDraft: Bool) {
    guard var fields = fields(value, ArticleKey.self) else { return (nil, false) }
    var id: (symbol: Int, range: Range<Int>)?
    var hasID = false
    var text: ReadingText?
    var hasText = false
    var title: String?
    var original: Range<Int>?
    var article = Article(
      id: "", title: "", lang: siteLanguage, body: ReadingText(text: "", pieces: []),
      origin: origin(of: value))
    while let (key, value) = next(&fields) {
      switch key {
      case .id:
        hasID = true
        id = identifier(value, "the id of an article").map { ($0, document.range(value)) }
      case .title: title = words(value, "the title of an article")
      case .lang: article.lang = language(value) ?? article.lang
      case .publisher: article.publisher = reference(value, .entity)
      case .published: article.published = date(value, "“published”")
      case .authors: article.authors = strings(value, "“authors”", each: "an author")
      case .credit: article.credit = references(value, "“credit”", .entity)
      case .url: article.url = address(value, "“url”")
      case .retrieved: article.retrieved = date(value, "“retrieved”")
      case .license: article.license = vocabulary(value, "the licence of an article")
      case .tags: article.tags = tags(value)
      case .draft: article.isDraft = boolean(value, "“draft”") ?? false
      case .translationOf:
        article.translationOf = reference(value, .article)
        original = document.range(value)
      case .aliases: article.aliases = aliases(value)
      case .text:
        hasText = true
        text = bulkText(value, site)
      }
    }
    switch site {
    case .file(let name, let body):
      text = body
      if !hasID { id = identifier(fromFileName: name, "the id of an article").map { ($0, 0..<0) } }
    case .bulk:
      let start = document.range(value).lowerBound
      for (key, isThere) in [("id", hasID), ("text", hasText)] where !isThere {
        report(
          "format/missing-key", "an article of a bulk line needs the key “\(key)”",
          at: start..<start + 1, nil)
      }
    }
    guard let id, let text else { return (nil, article.isDraft) }
    article.id = interner.strings[id.symbol]
    article.title = title ?? article.id
    if let original, article.translationOf == article.id {
      report(
        "article/translation-of-itself", "the article “\(article.id)” is said to translate itself",
        at: original, "give the id of the article that it translates, or take the key out")
      article.translationOf = nil
    }
    article.body = text
    let place = RecordPlace(record, id.range)
    if text.text.utf8.allSatisfy({ $0 <= 0x20 }) {
      diagnostics.append(
        Diagnostic(
          .warning, "article/no-text", "the article “\(article.id)” has no text",
          at: id.range.isEmpty
            ? Place(file: document.source.file) : document.source.place(of: id.range),
          remedy: "put it below the front matter, or into the key “text” of a bulk line"))
    }
    return (Placed(value: article, place: place), article.isDraft)
  }

  private mutating func tags(_ value: Document.Value) -> [String] {
    array(value, "“tags”") { decoder, value in decoder.vocabulary(value, "a tag") }
  }

  private mutating func bulkText(_ value: Document.Value, _ site: ArticleSite) -> ReadingText? {
    guard case .bulk = site else {
      report(
        "format/unknown-key",
        "“text” is a key of bulk lines; here the text follows the front matter",
        Document.Value(index: value.index - 1), "put the text below the second line “---”")
      return nil
    }
    return string(value, "the text of an article").map { ReadingText(plain: $0) }
  }
}
