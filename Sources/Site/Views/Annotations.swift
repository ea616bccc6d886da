import Corpus
import Evidence
import Markdown

/// Gathers what is marked in one article, over all its analyses.
struct Annotations {
  private(set) var text: [Annotation] = []
  private(set) var title: [Annotation] = []

  private let views: Views
  private let article: Int

  init(of article: Int, _ apparatus: Apparatus, views: Views) {
    self.views = views
    self.article = article
    let evidence = views.evidence
    for number in evidence.articles[article].analyses {
      let analysis = views.corpus.analyses[number]
      let fragments = views.fragments(analysis: number, article: article)
      add(analysis.mentions, fragments)
      add(analysis.times, fragments)
      add(analysis.events, fragments)
      add(analysis.labels, fragments)
    }
    for entry in apparatus.entries {
      let attribution = evidence.attributions[entry.attribution]
      let fragments = views.fragments(analysis: attribution.analysis, article: article)
      add(evidence.record(attribution), entry, fragments)
    }
  }

  private mutating func add(_ mentions: [Mention], _ fragments: Fragments) {
    let evidence = views.evidence
    for (position, mention) in mentions.enumerated() {
      guard let entity = evidence.entity(id: mention.entity) else { continue }
      let link = views.entity(entity)
      add(
        .mention, mention.target, id: fragments.mention(position),
        classes: link.mentionClasses, href: link.path)
    }
  }

  private mutating func add(_ times: [TimeExpression], _ fragments: Fragments) {
    for time in times {
      let date = views.dates.view(time.value)
      add(
        .time, time.target, id: fragments.when(time.id), classes: "when", title: date.text,
        datetime: date.machine)
    }
  }

  private mutating func add(_ events: [EventRecord], _ fragments: Fragments) {
    for event in events {
      for (position, target) in event.targets.enumerated() {
        add(.event, target, id: fragments.event(event.id, target: position), classes: "event")
      }
    }
  }

  private mutating func add(_ labels: [Label], _ fragments: Fragments) {
    for (position, label) in labels.enumerated() {
      let word = views.strings.word("device", for: label.device.rawValue)
      let gloss = label.gloss.best(for: views.languages).map { ": \($0.text)" } ?? ""
      add(
        .label, label.target, id: fragments.label(position),
        classes: "label \(label.device.rawValue)", title: word + gloss)
    }
  }

  private mutating func add(
    _ record: AttributionRecord, _ entry: Apparatus.Entry, _ fragments: Fragments
  ) {
    let number = views.strings.digits(entry.number)
    let reference = Annotation.Reference(
      href: "#" + fragments.note(record.id), number: number,
      label: views.strings.filled("note.reference", ["1": number]))
    add(
      .content, record.content, id: fragments.content(record.id),
      classes: "content \(record.directness.rawValue) o\(entry.color)", reference: reference)
    add(record.cue, id: fragments.cue(record.id))
    for (position, link) in record.chain.enumerated() {
      if let target = link.target {
        add(.source, target, id: fragments.source(record.id, link: position), classes: "source")
      }
      add(link.cue, id: fragments.linkCue(record.id, link: position))
    }
  }

  private mutating func add(_ cue: Cue?, id: String) {
    guard let cue, let target = cue.target else { return }
    add(
      .cue, target, id: id, classes: "cue \(cue.stance.rawValue)",
      title: views.strings.word("stance", for: cue.stance.rawValue))
  }

  private mutating func add(
    _ kind: Annotation.Kind, _ target: Target, id: String, classes: String, title: String? = nil,
    datetime: String? = nil, href: String? = nil, reference: Annotation.Reference? = nil
  ) {
    for number in 0...target.rest.count {
      let span = number == 0 ? target.first : target.rest[number - 1]
      let annotation = Annotation(
        kind: kind, range: Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound),
        id: Fragments.part(id, number), classes: classes, title: title, datetime: datetime,
        href: href, reference: number == 0 ? reference : nil)
      if target.field == .title {
        self.title.append(annotation)
      } else {
        text.append(annotation)
      }
    }
  }
}
