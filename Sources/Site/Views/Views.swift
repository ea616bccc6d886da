import Corpus
import Evidence

/// Turns evidence into what pages show, in one language of the interface.
///
/// One per worker and language: it keeps what it has made of entities, events and articles, since
/// they are named on many pages. Not `Sendable`.
package final class Views {
  let evidence: Evidence
  // Stored, since handing out a part of `evidence` would copy all of it.
  let corpus: Corpus
  let strings: Strings
  let routes: Routes
  let dates: DateText
  /// The language of the interface first, then the site's others.
  let languages: [String]
  /// The rows that are rendered already.
  let rows: RowStore
  let briefs: [BriefKey: [Brief]]
  private var direction = Direction()
  private var textLanguages: [String: TextLanguage] = [:]
  private var lastLanguage: (lang: String, language: TextLanguage)?
  private var entityLinks: [EntityLink?]
  private var subjects: [LinkView?]
  private var eventLinks: [LinkView?]
  private var eventRows: [EventRow?]
  private var articleLinks: [ArticleLink?]
  private var claimLinks: [ClaimLink?]
  private var breakViews: [ChainBreak: BreakView] = [:]
  /// Empty where an article has nothing to sum up.
  var summaries: [String?]
  /// Of the long list of events whose calendar was asked for last.
  var lastMonths: (list: PageJob.List, months: [MonthRun])?
  /// Of the article that was asked for last.
  var lastDifferences: (article: Int, all: AnnotatorDifferences)?
  /// Of the long table of speakers that was asked for last.
  var lastTallies: (list: PageJob.List, tallies: [(key: Int?, tally: CueTally)])?
  /// The same of a long table of loaded words.
  var lastLabelTallies: (list: PageJob.List, tallies: [(key: Int?, tally: LabelTally)])?
  /// Of the event that was asked for last: its versions may stand on many pages.
  var lastVersions: (event: Int, versions: EventVersions)?
  /// Of the long list of events that was asked for last: its pages are made one after the other.
  var lastUnsettled: (list: PageJob.List, rivals: [Int?])?

  init(evidence: Evidence, strings: Strings, routes: Routes, rows: RowStore) {
    self.evidence = evidence
    corpus = evidence.corpus
    self.strings = strings
    self.routes = routes
    self.rows = rows
    dates = DateText(strings: strings, timeZone: evidence.corpus.site.timeZone)
    languages = [strings.lang] + evidence.corpus.site.languages.filter { $0 != strings.lang }
    briefs = Dictionary(grouping: evidence.corpus.briefs) { BriefKey(kind: $0.kind, id: $0.id) }
    entityLinks = Array(repeating: nil, count: evidence.entities.count)
    subjects = Array(repeating: nil, count: evidence.entities.count)
    eventLinks = Array(repeating: nil, count: evidence.events.count)
    eventRows = Array(repeating: nil, count: evidence.events.count)
    articleLinks = Array(repeating: nil, count: evidence.articles.count)
    summaries = Array(repeating: nil, count: evidence.articles.count)
    claimLinks = Array(repeating: nil, count: evidence.claims.count)
  }

  func text(_ text: String, lang: String) -> TextView {
    TextView(text: text, language: language(lang))
  }

  private func language(_ lang: String) -> TextLanguage {
    // Mostly that of the text before it.
    if let last = lastLanguage, last.lang == lang { return last.language }
    let language = textLanguages[lang] ?? newLanguage(lang)
    lastLanguage = (lang, language)
    return language
  }

  private func newLanguage(_ lang: String) -> TextLanguage {
    let language = TextLanguage(
      lang: lang.isEmpty || lang == strings.lang ? nil : lang, dir: direction.dir(of: lang))
    textLanguages[lang] = language
    return language
  }

  func text(_ entry: Localized.Entry) -> TextView { text(entry.text, lang: entry.lang) }

  /// A word of the interface.
  func word(_ text: String) -> TextView { self.text(text, lang: strings.lang) }

  func best(_ localized: Localized) -> TextView? { localized.best(for: languages).map(text) }

  func dir(of lang: String) -> String { direction.dir(of: lang) }

  func entity(_ index: Int) -> EntityLink {
    if let link = entityLinks[index] { return link }
    let entity = evidence.entities[index]
    let link = EntityLink(
      path: routes.entity(entity.id).href, name: text(entity.name(for: languages)),
      type: entity.type.best?.rawValue ?? "other")
    entityLinks[index] = link
    return link
  }

  /// The same link, to the entity's page as a source.
  func source(_ index: Int) -> EntityLink {
    let link = entity(index)
    return EntityLink(
      path: routes.source(evidence.entities[index].id).href, name: link.name, type: link.type)
  }

  func counted(_ index: Int, _ count: Int) -> CountedEntity {
    CountedEntity(entity: entity(index), count: count, countText: strings.digits(count))
  }

  func article(_ index: Int) -> ArticleLink {
    if let link = articleLinks[index] { return link }
    let article = corpus.articles[index]
    let link = ArticleLink(
      path: routes.article(article.id).href, title: text(article.title, lang: article.lang),
      publisher: evidence.articles[index].publisher.map(entity),
      published: article.published.map(dates.view))
    articleLinks[index] = link
    return link
  }

  /// That of its link, without all else that a link says.
  func articlePath(_ index: Int) -> String {
    articleLinks[index]?.path ?? routes.article(corpus.articles[index].id).href
  }

  func event(_ index: Int) -> EventRow {
    if let row = eventRows[index] { return row }
    let event = evidence.events[index]
    let row = EventRow(
      id: event.id, rowID: "item-\(event.id)", path: routes.event(event.id).href,
      title: text(event.title(for: languages)),
      date: event.date.best.map(dates.view), isDateDisputed: event.date.isDisputed,
      typeWord: strings.word("eventType", for: event.type.best ?? ""),
      status: event.status.best?.rawValue,
      statusWord: event.status.best.map { strings.word("status", for: $0.rawValue) },
      isNegative: event.isNegative.best ?? false,
      certaintyWord: event.certainty.best.map { strings.word("certainty", for: $0.rawValue) },
      place: event.place.best.map(entity),
      participants: event.participants.values.prefix(Limits.participants).map {
        participant($0.value.entity, role: $0.value.role)
      },
      articleCount: event.articles.count,
      articleCountText: strings.count("articles", event.articles.count),
      attributions: event.attributions.isEmpty
        ? nil
        : count(
          "attributions", event.attributions.count, of: "attributions",
          on: routes.event(event.id).href),
      whole: event.partOf.best.map(eventLink),
      parts: event.parts.prefix(Limits.parts).map { part in
        PartView(
          event: eventLink(part), date: evidence.events[part].date.best.map(dates.view))
      },
      allParts: event.parts.count > Limits.parts
        ? count("parts", event.parts.count, of: "parts", on: routes.event(event.id).href) : nil)
    eventRows[index] = row
    return row
  }

  func participant(_ entity: Int, role: String) -> ParticipantView {
    ParticipantView(entity: self.entity(entity), role: strings.word("role", for: role))
  }

  func eventLink(_ index: Int) -> LinkView {
    if let link = eventLinks[index] { return link }
    let event = evidence.events[index]
    let link = LinkView(
      path: routes.event(event.id).href, name: text(event.title(for: languages)))
    eventLinks[index] = link
    return link
  }

  /// An entity as something that is spoken of: without its type.
  func subject(_ index: Int) -> LinkView {
    if let link = subjects[index] { return link }
    let link = LinkView(path: entity(index).path, name: entity(index).name)
    subjects[index] = link
    return link
  }

  func claim(_ index: Int) -> ClaimLink {
    if let link = claimLinks[index] { return link }
    let claim = evidence.claims[index]
    let link = ClaimLink(
      path: routes.claim(claim.id).href, title: claimTitle(claim),
      isSingleOrigin: claim.isSingleOrigin, isCircular: !claim.circles.isEmpty)
    claimLinks[index] = link
    return link
  }

  /// A break as a row names it.
  func chainBreak(_ kind: ChainBreak) -> BreakView {
    if let view = breakViews[kind] { return view }
    let view = BreakView(
      word: strings["break.\(kind.rawValue)"], why: strings["breakWhy.\(kind.rawValue)"],
      path: routes.brokenChains(kind).href, isMinor: kind.isMinor)
    breakViews[kind] = view
    return view
  }

  /// A claim has no words of its own: a paraphrase in the interface's language where there is one,
  /// else the first paraphrase, else the words of its first attribution.
  private func claimTitle(_ claim: Claim) -> TextView {
    let records = claim.attributions.lazy.map {
      self.evidence.record(self.evidence.attributions[$0])
    }
    for lang in languages {
      if let words = records.compactMap({ $0.paraphrase[lang] }).first {
        return text(words, lang: lang)
      }
    }
    guard let first = claim.attributions.first else { return text(claim.id, lang: "") }
    return quote(evidence.attributions[first])
  }

  func claimRow(_ index: Int) -> ClaimRow {
    let claim = evidence.claims[index]
    let link = self.claim(index)
    return ClaimRow(
      claim: link, origins: count("origins", claim.origins.count, of: "origins", on: link.path),
      repetitions: count(
        "attributions", claim.attributions.count, of: "attributions", on: link.path))
  }
}

/// How much stands on one page.
enum Limits {
  /// Rows of a list that has pages of its own.
  static let rows = 200
  /// Rows of each list on a page that has several.
  static let shown = 25
  /// Articles that are named beside a value; more are folded.
  static let beside = 3
  /// Participants in an event's row; its page has them all.
  static let participants = 8
  /// Parts under an event's row; its page has them all.
  static let parts = 8
  /// Attributions below which no share of them is given, and nothing is ranked by their number: what
  /// one more or one less would turn over says nothing.
  static let shareBase = 20
  /// Code points shown on each side of a mention.
  static let context = 60
}
