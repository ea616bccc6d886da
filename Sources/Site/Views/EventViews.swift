import Corpus
import Evidence

extension Views {
  func eventPage(_ index: Int, root: String) -> EventPage {
    let event = evidence.events[index]
    let route = routes.event(event.id)
    let brief = authoredBrief(event.id, .event, root: root)
    let note = note(event.card.map { corpus.eventCards[$0].note }, root: root)
    return EventPage(
      event: self.event(index), titles: event.titles.values.map { text($0.value) },
      participants: event.participants.values.map {
        participant($0.value.entity, role: $0.value.role)
      },
      noteHTML: note.html, hasNote: !note.isEmpty, briefHTML: brief.html,
      briefFile: brief.isEmpty ? nil : route.file("brief.md").href,
      partOf: event.partOf.best.map(eventLink),
      parts: list(.event, event.parts, more: route.sub("parts"), root: root),
      relations: event.relations.values.map {
        .init(
          word: strings.word("relation", for: $0.value.type.rawValue),
          event: eventLink($0.value.event))
      },
      disagreements: disagreements(about: event),
      reports: event.reports.prefix(Limits.shown).map(report),
      reportsExtent: extent("reports", event.reports.count, Limits.shown, route.sub("reports")),
      attributions: list(
        .attribution, event.attributions, more: route.sub("attributions"), root: root))
  }

  /// One article's version of an event.
  func report(_ report: EventReport) -> ReportRow {
    let analysis = corpus.analyses[report.analysis]
    let record = analysis.events[report.event]
    let article = evidence.article(id: analysis.article) ?? 0
    let derivation = record.time.flatMap { id in analysis.times.first { $0.id == id } }
    return ReportRow(
      article: self.article(article),
      title: best(record.title) ?? text(record.id, lang: ""),
      date: Evidence.date(of: record, in: analysis).map(dates.view),
      derivation: derivation.map { time($0, analysis: report.analysis, article: article) },
      place: record.place.flatMap(evidence.entity(id:)).map { entity($0) },
      participants: record.participants.compactMap { participant in
        evidence.entity(id: participant.entity).map {
          self.participant($0, role: participant.role)
        }
      },
      statusWord: record.status.map { strings.word("status", for: $0.rawValue) },
      words: eventWords(record, analysis: report.analysis, article: article))
  }
}
