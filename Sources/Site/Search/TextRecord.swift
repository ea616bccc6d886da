import ByteCoding
import Corpus
import Evidence

/// What full-text search knows of one article.
package struct TextRecord: Sendable {
  /// The article's id.
  package let id: String
  /// Its words, folded; after those of title and text, in their order, come the other forms of words
  /// that begin with what may be a proclitic.
  package let words: String
  /// `title` and `lang`, and a line on who published it and when for each interface language:
  /// `details.ar`.
  package let meta: [String: String]
}

extension SiteBuilder {
  /// The records of some articles, one after the other.
  ///
  /// - Parameter articles: as indices into `Corpus.articles`.
  package func forEachText(
    of articles: [Int], _ body: (TextRecord) throws -> Void
  ) rethrows {
    let views = textViews
    for index in articles {
      let article = context.evidence.corpus.articles[index]
      var meta = ["title": article.title, "lang": article.lang]
      for views in views {
        meta["details.\(views.strings.lang)"] = Self.details(of: index, views)
      }
      try body(TextRecord(id: article.id, words: Self.words(of: article), meta: meta))
    }
  }

  /// In the interface languages, in their order.
  var textViews: [Views] {
    context.languages.map {
      Views(evidence: context.evidence, strings: $0.strings, routes: $0.routes, rows: .empty)
    }
  }

  /// Who published an article, and when.
  static func details(of article: Int, _ views: Views) -> String {
    let link = views.article(article)
    return [link.publisher?.name.text, link.published?.text].compactMap { $0 }
      .joined(separator: " · ")
  }

  private static func words(of article: Article) -> String {
    let words = SearchFolding.words(article.title) + SearchFolding.words(article.body.text)
    var known = Set(words.lazy.map(TextKey.init))
    var further: [String] = []
    let ordered = known.map(\.text).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for word in ordered {
      for form in SearchFolding.forms(word).dropFirst()
      where known.insert(TextKey(form)).inserted {
        further.append(form)
      }
    }
    return (words + further).joined(separator: " ")
  }
}
