import Corpus
import Evidence
import Mustache

/// How the pages of articles, events and claims are to be cited: the thing, this report, its address
/// where that is known, and the day up to which the data reach: as the site states it, else those that
/// the page of an event or a claim rests on.
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
    return finish(&text, &entry, route, cutoff: corpus.site.cutoff, original: article.url)
  }

  func citation(ofEvent index: Int, _ route: Route) -> CitationView {
    let row = views.event(index)
    let event = evidence.events[index]
    return citation(
      row.title, key: "event:\(row.id)",
      kind: [strings["cite.event"], row.date?.text].compactMap { $0 },
      of: event.articles + evidence.articles(of: event.attributions), route)
  }

  func citation(ofClaim index: Int, _ route: Route) -> CitationView {
    let claim = evidence.claims[index]
    return citation(
      views.claim(index).title, key: "claim:\(claim.id)", kind: [strings["cite.claim"]],
      of: evidence.articles(of: claim.attributions), route)
  }

  /// Of a thing that only this report has.
  ///
  /// - Parameter articles: that it rests on.
  private func citation(
    _ title: TextView, key: String, kind: [String], of articles: some Sequence<Int>, _ route: Route
  ) -> CitationView {
    let cutoff = corpus.site.cutoff ?? SiteContext.lastDay(of: articles, corpus)
    var text = CitationText(comma: strings["cite.comma"])
    text.sentence([.quoted(title, marks: strings.pattern("cite.quoted"))] + kind.map { .words($0) })
    var entry = BibTeX(key: key)
    entry.add("title", verbatim: [title.text])
    entry.add("howpublished", siteTitle.text)
    let (year, month) = Self.month(of: cutoff)
    entry.add(year: year, month: month)
    return finish(&text, &entry, route, cutoff: cutoff, original: nil)
  }

  private func finish(
    _ text: inout CitationText, _ entry: inout BibTeX, _ route: Route, cutoff: EDTF?,
    original: String?
  ) -> CitationView {
    let address = site.options.baseURL.map { $0 + route.canonical }
    let cutoff = cutoff.map { views.word(views.dates.view($0).text) }
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
