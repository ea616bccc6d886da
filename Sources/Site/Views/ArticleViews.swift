import Corpus
import Evidence

extension Views {
  func articleSummary(_ index: Int, excerpt: TextView?) -> ArticleSummary {
    ArticleSummary(
      article: article(index), excerpt: excerpt,
      count: count(
        "attributions", evidence.articles[index].attributions.count, of: "attributions",
        on: article(index).path))
  }

  /// Who is the origin of what an article passes on: the number of each is its colour in the text.
  func originators(in article: Int) -> [OriginatorRow] {
    originations(evidence.attributions[evidence.articles[article].attributions]).enumerated()
      .map { number, row in
        OriginatorRow(
          number: number % Self.colors + 1, entity: row.originator.map(entity),
          countText: strings.count("attributions", row.count), voices: row.voices.map(entity),
          carriers: row.carriers.map(entity))
      }
  }

  /// The originators in the order in which they come.
  func originations(_ attributions: some Sequence<Attribution>) -> [Origination] {
    var rows: [Origination] = []
    var position: [Int?: Int] = [:]
    for attribution in attributions {
      let row = position[attribution.originator] ?? rows.count
      if row == rows.count {
        position[attribution.originator] = row
        rows.append(Origination(originator: attribution.originator))
      }
      rows[row].count += 1
      rows[row].add(evidence.voices(of: attribution), evidence.carriers(of: attribution))
    }
    return rows
  }

  /// How many colours the stylesheet tells apart.
  static var colors: Int { 6 }

  /// "8 attributions come from 3 originators through 2 carriers."
  func summary(of article: Int) -> String? {
    if let known = summaries[article] { return known.isEmpty ? nil : known }
    let summary = composeSummary(of: article)
    summaries[article] = summary ?? ""
    return summary
  }

  private func composeSummary(of article: Int) -> String? {
    let attributions = evidence.attributions[evidence.articles[article].attributions]
    guard !attributions.isEmpty else { return nil }
    let originators = Set(attributions.map(\.originator)).count
    let carriers = Set(attributions.flatMap(evidence.carriers).compactMap { $0 }).count
    return strings.filled(
      carriers == 0 ? "article.summaryDirect" : "article.summary",
      [
        "attributions": strings.count("attributions", attributions.count),
        "originators": strings.count("originators", originators),
        "carriers": strings.count("carriers", carriers),
      ])
  }

  /// Who speaks in an article.
  func speakers(in article: Int, _ range: Range<Int>) -> SpeakerList {
    let route = routes.article(corpus.articles[article].id)
    let attributions = evidence.articles[article].attributions
    return speakers(
      .article(article), attributions, range, of: .articleSpeakers(article),
      extent: { extent("speakers", $0, Limits.rows, route.sub("speakers")) },
      all: attributions.count > Limits.rows
        ? route.sub("attributions").href : route.href + "#attributions")
  }

  func times(_ article: Int) -> [TimeRow] {
    evidence.articles[article].analyses.flatMap { number in
      corpus.analyses[number].times.map { time($0, analysis: number, article: article) }
    }
  }

  func time(_ time: TimeExpression, analysis number: Int, article index: Int) -> TimeRow {
    let fragments = fragments(analysis: number, article: index)
    let link = article(index)
    let anchor: (word: String?, id: String?, date: DateView?) =
      switch time.anchor {
      case .publication: (strings["time.publication"], nil, link.published)
      case .time(let id): anchorTime(id, analysis: number, article: index, fragments)
      case nil: (nil, nil, nil)
      }
    return TimeRow(
      rowID: fragments.time(time.id), words: wordsView(time.target, in: index),
      wordsPath: "\(link.path)#\(fragments.when(time.id))", anchor: anchor.word,
      anchorPath: anchor.id.map { "\(link.path)#\($0)" }, anchorDate: anchor.date, rule: time.rule,
      value: dates.view(time.value),
      differences: differences(ofTime: time.id, analysis: number, in: index))
  }

  private func anchorTime(
    _ id: String, analysis number: Int, article: Int, _ fragments: Fragments
  ) -> (word: String?, id: String?, date: DateView?) {
    guard let time = corpus.analyses[number].times.first(where: { $0.id == id }) else {
      return (nil, nil, nil)
    }
    return (words(time.target, in: article), fragments.time(id), dates.view(time.value))
  }

  /// The events that an article tells of, each as it tells it.
  func events(in article: Int) -> [ArticleEventRow] {
    // From the article's own records: a much-reported event has as many reports as articles.
    var reports: [Int: [EventReport]] = [:]
    for number in evidence.articles[article].analyses {
      for (position, record) in corpus.analyses[number].events.enumerated() {
        guard let event = evidence.event(id: record.id) else { continue }
        reports[event, default: []].append(EventReport(analysis: number, event: position))
      }
    }
    return evidence.articles[article].events.flatMap { event in
      (reports[event] ?? []).map { articleEvent(event, $0, article) }
    }
  }

  private func articleEvent(_ index: Int, _ report: EventReport, _ article: Int) -> ArticleEventRow
  {
    let analysis = corpus.analyses[report.analysis]
    let record = analysis.events[report.event]
    let derivation = record.time.flatMap { id in analysis.times.first { $0.id == id } }
    return ArticleEventRow(
      event: event(index), date: Evidence.date(of: record, in: analysis).map(dates.view),
      derivation: derivation.map { time($0, analysis: report.analysis, article: article) },
      words: eventWords(record, analysis: report.analysis, article: article))
  }

  func eventWords(_ record: EventRecord, analysis: Int, article: Int) -> [WordsLink] {
    let fragments = fragments(analysis: analysis, article: article)
    let path = self.article(article).path
    return record.targets.enumerated().map { position, target in
      WordsLink(
        words: wordsView(target, in: article),
        path: "\(path)#\(fragments.event(record.id, target: position))")
    }
  }

  func labels(in article: Int) -> [LabelRow] {
    evidence.articles[article].analyses.flatMap { number in
      corpus.analyses[number].labels.indices.map {
        label(LabelReference(analysis: number, label: $0))
      }
    }
  }

  func label(_ reference: LabelReference) -> LabelRow {
    let label = corpus.analyses[reference.analysis].labels[reference.label]
    let article = evidence.articleOfAnalysis[reference.analysis]
    let link = self.article(article)
    let fragments = fragments(analysis: reference.analysis, article: article)
    return LabelRow(
      entity: entity(evidence.entity(id: label.entity) ?? 0), article: link,
      wordsPath: "\(link.path)#\(fragments.label(reference.label))",
      words: wordsView(label.target, in: article), device: label.device.rawValue,
      deviceWord: strings.word("device", for: label.device.rawValue), gloss: best(label.gloss))
  }

  /// The mentions that annotators differ on.
  func differingMentions(_ range: Range<Int>, in article: Int, extent: (Int) -> Extent)
    -> MentionList
  {
    let all = differingMentions(in: article)
    return MentionList(
      rows: all[range.clamped(to: all.indices)].map { mention($0, namesEntity: true) },
      extent: extent(all.count))
  }

  func mention(_ reference: MentionReference) -> MentionRow {
    mention(reference, namesEntity: false)
  }

  private func mention(_ reference: MentionReference, namesEntity: Bool) -> MentionRow {
    let target = corpus.analyses[reference.analysis].mentions[reference.mention].target
    let article = evidence.articleOfAnalysis[reference.analysis]
    let link = self.article(article)
    let fragments = fragments(analysis: reference.analysis, article: article)
    let context = context(of: target, in: article)
    let lang = corpus.articles[article].lang
    return MentionRow(
      entity: namesEntity ? self.entity(of: reference) : nil, article: link,
      wordsPath: "\(link.path)#\(fragments.mention(reference.mention))",
      before: context.before, words: context.words, after: context.after, lang: lang,
      dir: dir(of: lang), differences: differences(of: reference, in: article))
  }

  private func entity(of mention: MentionReference) -> EntityLink? {
    let record = corpus.analyses[mention.analysis].mentions[mention.mention]
    return evidence.entity(id: record.entity).map(entity)
  }

  func analyses(of article: Int) -> [AnalysisView] {
    evidence.articles[article].analyses.map { number in
      let generator = corpus.analyses[number].generator
      return AnalysisView(
        name: generator?.name ?? strings["analysis.unnamed"], version: generator?.version,
        methodWord: generator?.method.map { strings.word("method", for: $0.rawValue) },
        at: generator?.at.map(dates.view))
    }
  }
}

/// One originator in one article, while it is counted.
struct Origination {
  let originator: Int?
  fileprivate(set) var count = 0
  /// Those who speak for its own body.
  private(set) var voices: [Int] = []
  private(set) var carriers: [Int] = []

  init(originator: Int?) {
    self.originator = originator
  }

  fileprivate mutating func add(_ voices: [Int], _ carriers: [Int?]) {
    for voice in voices where !self.voices.contains(voice) && voice != originator {
      self.voices.append(voice)
    }
    for case .some(let carrier) in carriers where !self.carriers.contains(carrier) {
      self.carriers.append(carrier)
    }
  }
}
