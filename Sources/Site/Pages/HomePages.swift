import Corpus
import Evidence
import Mustache

extension PageMaker {
  func home() throws -> SiteFile {
    let description = views.best(corpus.site.description)
    return try page(
      "home", routes.home, title: siteTitle.text, description: description?.text,
      data: { [site, siteTitle] in
        $0.home(siteTitle.text, description: description?.text, cutoff: site.cutoff)
      },
      HomePage(
        heading: siteTitle, description: description,
        figures: [
          views.figure("articles", evidence.articles.count, path: routes.articles.href),
          views.figure("entities", evidence.entities.count, path: routes.entities.href),
          views.figure("events", evidence.events.count, path: routes.events.href),
          views.figure("attributions", evidence.attributions.count, path: routes.attributions.href),
          views.figure("claims", evidence.claims.count, path: routes.claims.href),
        ],
        articles: evidence.newest.prefix(Self.newest).map(summary),
        entities: site.leading.prefix(Limits.shown).map {
          views.counted($0, evidence.entities[$0].mentions.count)
        },
        claims: site.leadingClaims.prefix(Self.newest).map(views.claimRow),
        years: site.timeline.years.suffix(Self.newest).map(views.year),
        voices: views.voices(of: site.sources), density: views.density(of: site.timeline.years),
        specimen: specimen.map(views.attribution)))
  }

  /// Of the newest articles, the attribution with the longest chain in which all are named; those in
  /// the language of the interface come first.
  private var specimen: Int? {
    let own = evidence.newest.lazy.filter { self.corpus.articles[$0].lang == self.strings.lang }
    return longestChain(own.prefix(Self.newest))
      ?? longestChain(evidence.newest.prefix(Self.newest))
  }

  private func longestChain(_ articles: some Sequence<Int>) -> Int? {
    var longest: (attribution: Int, links: Int)?
    for article in articles {
      for index in evidence.articles[article].attributions.prefix(Limits.rows) {
        let sources = evidence.attributions[index].sources
        if sources.allSatisfy({ $0 != nil }), sources.count > longest?.links ?? 0 {
          longest = (index, sources.count)
        }
      }
    }
    return longest?.attribution
  }

  private static var newest: Int { 10 }

  func free(_ index: Int) throws -> SiteFile {
    let variants = site.freePages[index]
    let first = corpus.site.languages.first ?? ""
    let best =
      views.languages.lazy.compactMap { lang in
        variants.first { ($0.lang ?? first) == lang }
      }.first ?? variants[0]
    let route = routes.page(best.id)
    let lang = best.lang ?? first
    let body = views.prose(best.body.source, lang: lang, on: route, headingShift: 0)
    return try page(
      "page", route, title: best.title,
      data: { $0.page("WebPage", route, title: best.title) },
      FreePage(heading: views.text(best.title, lang: lang), bodyHTML: body.html))
  }

  func notFound() throws -> SiteFile {
    let heading = strings["heading.notFound"]
    return try page("404", routes.notFound, title: heading, NotFoundPage(heading: heading))
  }
}
