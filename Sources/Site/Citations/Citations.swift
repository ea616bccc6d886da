import Corpus
import Evidence
import Mustache

/// How the pages of articles, events and claims are to be cited: the thing, this report, its address
/// where that is known, and the day up to which the data reach.
extension PageMaker {
  func citation(ofArticle index: Int, _ route: Route) -> CitationView {
    let article = corpus.articles[index]
    let link = views.article(index)
    var text = CitationText(comma: strings["cite.comma"])
    text.sentence(article.authors.map { .text(views.text($0, lang: "")) })
    text.sentence([.quoted(link.title, marks: strings.pattern("cite.quoted"))])
    let publisher = link.publisher?.name
    text.sentence(
      [publisher.map { .text($0) }, link.published.map { .words($0.text) }].compactMap { $0 })
    if let url = article.url { text.sentence([.address(url)]) }

    var entry = BibTeX(key: "article:\(article.id)")
    entry.add("author", verbatim: article.authors)
    entry.add("title", verbatim: [article.title])
    entry.add("howpublished", publisher?.text)
    let (year, month) = Self.month(of: article.published)
    entry.add(year: year, month: month)
    return finish(&text, &entry, route, original: article.url)
  }

  func citation(ofEvent index: Int, _ route: Route) -> CitationView {
    let row = views.event(index)
    return citation(
      row.title, key: "event:\(row.id)",
      kind: [strings["cite.event"], row.date?.text].compactMap { $0 }, route)
  }

  func citation(ofClaim index: Int, _ route: Route) -> CitationView {
    citation(
      views.claim(index).title, key: "claim:\(evidence.claims[index].id)",
      kind: [strings["cite.claim"]], route)
  }

  /// Of a thing that only this report has.
  private func citation(
    _ title: TextView, key: String, kind: [String], _ route: Route
  ) -> CitationView {
    var text = CitationText(comma: strings["cite.comma"])
    text.sentence([.quoted(title, marks: strings.pattern("cite.quoted"))] + kind.map { .words($0) })
    var entry = BibTeX(key: key)
    entry.add("title", verbatim: [title.text])
    entry.add("howpublished", siteTitle.text)
    let (year, month) = Self.month(of: site.cutoff)
    entry.add(year: year, month: month)
    return finish(&text, &entry, route, original: nil)
  }

  private func finish(
    _ text: inout CitationText, _ entry: inout BibTeX, _ route: Route, original: String?
  ) -> CitationView {
    let address = site.options.baseURL.map { $0 + route.canonical }
    let cutoff = site.cutoff.map { views.word(views.dates.view($0).text) }
    text.sentence(
      [.phrase(strings.pattern("cite.in"), siteTitle), address.map { .address($0) }].compactMap {
        $0
      })
    if let cutoff { text.sentence([.phrase(strings.pattern("cite.cutoff"), cutoff)]) }

    entry.add("url", address: address ?? original)
    let notes = [
      strings.filled("cite.in", ["1": siteTitle.text]),
      cutoff.map { strings.filled("cite.cutoff", ["1": $0.text]) },
      address == nil ? nil : original.map { strings.filled("cite.original", ["1": $0]) },
    ]
    entry.add("note", notes.compactMap { $0 }.joined(separator: ". "))
    return CitationView(text: HTML(text.html), bibTeX: entry.text)
  }

  /// What a bibliography can say of a date: a year, and its month.
  private static func month(of date: EDTF?) -> (year: Int?, month: Int?) {
    guard case .date(let moment) = date?.form, moment.unspecifiedYearDigits == 0 else {
      return (nil, nil)
    }
    return (moment.year, moment.month)
  }
}
