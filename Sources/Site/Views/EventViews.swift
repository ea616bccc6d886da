import Corpus
import Evidence

extension Views {
  func eventPage(_ index: Int, on page: Route) -> EventPage {
    let event = evidence.events[index]
    let route = routes.event(event.id)
    let brief = authoredBrief(event.id, .event, on: page)
    let note = note(event.card.map { corpus.eventCards[$0].note }, on: page)
    return EventPage(
      event: self.event(index), titles: event.titles.values.map { text($0.value) },
      participants: event.participants.values.map {
        participant($0.value.entity, role: $0.value.role)
      },
      noteHTML: note.html, hasNote: !note.isEmpty, noteLang: note.lang, noteDir: note.dir,
      briefHTML: brief.html,
      briefFile: brief.isEmpty ? nil : route.file("brief.md").href,
      partOf: event.partOf.best.map(eventLink),
      parts: eventList(event.parts, of: .eventParts(index), more: route.sub("parts")),
      relations: relations(of: event),
      disagreements: disagreements(about: event),
      reports: reports(0..<min(event.reports.count, Limits.shown), of: index),
      reportsExtent: extent("reports", event.reports.count, Limits.shown, route.sub("reports")),
      attributions: list(
        .attribution, event.attributions, more: route.sub("attributions")),
      isOpposed: event.isOpposed,
      endorsed: list(.attribution, event.endorsed, more: route.sub("endorsed")),
      distanced: list(.attribution, event.distanced, more: route.sub("distanced")))
  }

  /// Together where they are of one kind, in the order in which the kinds are first named.
  private func relations(of event: Event) -> [EventPage.RelationView] {
    var kinds: [EventRecord.Relation.Kind] = []
    var events: [EventRecord.Relation.Kind: [LinkView]] = [:]
    for relation in event.relations.values.map(\.value) {
      if events[relation.type] == nil { kinds.append(relation.type) }
      events[relation.type, default: []].append(eventLink(relation.event))
    }
    return kinds.map { kind in
      let all = events[kind] ?? []
      let unsaid = all.count - Limits.shown
      return EventPage.RelationView(
        word: strings.word("relation", for: kind.rawValue),
        events: Array(all.prefix(Limits.shown)), others: Array(all.dropFirst(Limits.shown)),
        othersText: unsaid > 0 ? strings.count("unsaid", unsaid) : nil)
    }
  }

  /// The versions of an event, side by side.
  func reports(_ range: Range<Int>, of event: Int) -> [ReportRow] {
    let versions = versions(of: event)
    return evidence.events[event].reports[range].map { report($0, of: event, among: versions) }
  }

  private func versions(of event: Int) -> EventVersions {
    if let last = lastVersions, last.event == event { return last.versions }
    let versions = evidence.versions(of: event)
    lastVersions = (event, versions)
    return versions
  }

  private func report(
    _ report: EventReport, of event: Int, among versions: EventVersions
  ) -> ReportRow {
    let record = corpus.analyses[report.analysis].events[report.event]
    let article = evidence.articleOfAnalysis[report.analysis]
    let derivation = record.time.flatMap { id in
      corpus.analyses[report.analysis].times.first { $0.id == id }
    }
    return ReportRow(
      article: self.article(article),
      annotator: evidence.articles[article].analyses.count > 1
        ? annotator(report.analysis) : nil,
      title: best(record.title) ?? text(record.id, lang: ""),
      date: Evidence.date(of: record, in: corpus.analyses[report.analysis]).map(dates.view),
      derivation: derivation.map { time($0, analysis: report.analysis, article: article) },
      place: record.place.flatMap(evidence.entity(id:)).map { entity($0) },
      participants: record.participants.compactMap { participant in
        evidence.entity(id: participant.entity).map {
          VersionParticipant(
            entity: entity($0), role: strings.word("role", for: participant.role),
            isOnly: versions.isOnlyParticipant($0, in: article))
        }
      },
      statusWord: record.status.map { strings.word("status", for: $0.rawValue) },
      words: eventWords(record, analysis: report.analysis, article: article),
      speakers: speakers(about: event, in: article),
      isOnlyDate: versions.isOnlyDate(in: article), isOnlyPlace: versions.isOnlyPlace(in: article),
      isOnlyStatus: versions.isOnlyStatus(in: article))
  }

  /// Those on whose word an article has what it says of an event, in the order in which they come.
  private func speakers(about event: Int, in article: Int) -> [SpeakerName] {
    var seen: Set<Int?> = []
    return evidence.attributions(about: event, in: article)
      .map { evidence.attributions[$0].originator }
      .filter { seen.insert($0).inserted }
      .map { SpeakerName(entity: $0.map { entity($0) }) }
  }

  /// Who made an analysis; its number among those of its article where it does not say.
  func annotator(_ analysis: Int) -> String {
    corpus.analyses[analysis].generator?.name ?? strings["analysis.unnamed"]
  }
}
