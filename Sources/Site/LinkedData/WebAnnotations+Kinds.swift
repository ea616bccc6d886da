import Corpus
import Evidence

/// What is said of the words that each kind of mark stands on. The identifiers are those of the marks
/// in the article's page.
extension WebAnnotations {
  mutating func add(_ number: Int) {
    let analysis = views.corpus.analyses[number]
    let fragments = views.fragments(analysis: number, article: article)
    for (position, mention) in analysis.mentions.enumerated() {
      guard let entity = entity(mention.entity) else { continue }
      identify(mention.target, fragments.mention(position), as: entity, number)
    }
    for time in analysis.times {
      begin(fragments.when(time.id), "describing", number)
      text(time.value.text, "describing")
      if let rule = time.rule { text(rule, "commenting") }
      end(time.target)
    }
    for event in analysis.events {
      guard let index = views.evidence.event(id: event.id) else { continue }
      let resource = identifiers.event(views.evidence.events[index].id)
      for (position, target) in event.targets.enumerated() {
        identify(target, fragments.event(event.id, target: position), as: resource, number)
      }
    }
    for (position, label) in analysis.labels.enumerated() {
      begin(fragments.label(position), "classifying", number)
      text(label.device.rawValue, "classifying")
      entity(label.entity, "linking")
      texts(label.gloss, "describing")
      end(label.target)
    }
    for attribution in analysis.attributions { add(attribution, fragments, number) }
  }

  /// The words that are passed on, who says them, and the claim that they make; the cue; and the words
  /// that name each link of the chain.
  private mutating func add(_ record: AttributionRecord, _ fragments: Fragments, _ number: Int) {
    begin(fragments.content(record.id), "linking", number)
    text(record.directness.rawValue, "classifying")
    if let speaker = record.chain.first?.source { entity(speaker, "linking") }
    if let claim = record.claim { resource(identifiers.claim(claim), "identifying") }
    texts(record.paraphrase, "describing")
    end(record.content)
    add(record.cue, fragments.cue(record.id), number)
    for (position, link) in record.chain.enumerated() {
      add(link, fragments.source(record.id, link: position), number)
      add(link.cue, fragments.linkCue(record.id, link: position), number)
    }
  }

  private mutating func add(_ cue: Cue?, _ fragment: String, _ number: Int) {
    guard let cue, let target = cue.target else { return }
    begin(fragment, "classifying", number)
    text(cue.stance.rawValue, "classifying")
    if let lemma = cue.lemma { text(lemma, "tagging") }
    end(target)
  }

  private mutating func add(_ link: Link, _ fragment: String, _ number: Int) {
    guard let target = link.target else { return }
    begin(fragment, "identifying", number)
    if let source = link.source {
      entity(source, "identifying")
    } else {
      texts(link.description, "describing")
    }
    if let medium = link.medium { text(medium, "tagging") }
    end(target)
  }

  // MARK: Bodies

  /// The identifier of an entity by any of its ids.
  private func entity(_ id: String) -> String? {
    views.evidence.entity(id: id).map { identifiers.entity(views.evidence.entities[$0].id) }
  }

  private mutating func entity(_ id: String, _ purpose: String) {
    if let entity = entity(id) { resource(entity, purpose) }
  }

  private mutating func resource(_ source: String, _ purpose: String) {
    json.beginObject()
    json.add("type", "SpecificResource")
    json.add("source", source)
    json.add("purpose", purpose)
    json.end()
  }

  private mutating func texts(_ texts: Localized, _ purpose: String) {
    for entry in texts.entries { text(entry.text, purpose, lang: entry.lang) }
  }

  private mutating func text(_ value: String, _ purpose: String, lang: String? = nil) {
    json.beginObject()
    json.add("type", "TextualBody")
    json.add("value", value)
    json.add("language", lang)
    json.add("purpose", purpose)
    json.end()
  }
}
