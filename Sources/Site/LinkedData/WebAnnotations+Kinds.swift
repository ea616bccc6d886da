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
      identify(mention.target, fragments.mention(position), as: entity)
    }
    for time in analysis.times {
      begin(fragments.when(time.id), "describing")
      text(time.value.text, "describing")
      if let rule = time.rule { text(rule, "commenting") }
      end(time.target)
    }
    for event in analysis.events where !event.targets.isEmpty {
      guard let thing = self.event(event.id) else { continue }
      for (position, target) in event.targets.enumerated() {
        identify(target, fragments.event(event.id, target: position), as: thing)
      }
    }
    for (position, label) in analysis.labels.enumerated() {
      begin(fragments.label(position), "classifying")
      text(label.device.rawValue, "classifying")
      entity(label.entity, "linking")
      texts(label.gloss, "describing")
      end(label.target)
    }
    for attribution in analysis.attributions { add(attribution, fragments) }
  }

  /// The words that are passed on, who says them, and the claim that they make; the cue; and the words
  /// that name each link of the chain.
  private mutating func add(_ record: AttributionRecord, _ fragments: Fragments) {
    begin(fragments.content(record.id), "linking")
    text(record.directness.rawValue, "classifying")
    if let speaker = record.chain.first?.source { entity(speaker, "linking") }
    if let claim = record.claim { self.claim(claim, "identifying") }
    texts(record.paraphrase, "describing")
    end(record.content)
    add(record.cue, fragments.cue(record.id))
    for (position, link) in record.chain.enumerated() {
      add(link, fragments.source(record.id, link: position))
      add(link.cue, fragments.linkCue(record.id, link: position))
    }
  }

  private mutating func add(_ cue: Cue?, _ fragment: @autoclosure () -> String) {
    guard let cue, let target = cue.target else { return }
    begin(fragment(), "classifying")
    text(cue.stance.rawValue, "classifying")
    if let lemma = cue.lemma { text(lemma, "tagging") }
    end(target)
  }

  private mutating func add(_ link: Link, _ fragment: @autoclosure () -> String) {
    guard let target = link.target else { return }
    begin(fragment(), "identifying")
    if let source = link.source {
      entity(source, "identifying")
    } else {
      texts(link.description, "describing")
    }
    if let medium = link.medium { text(medium, "tagging") }
    end(target)
  }

  // MARK: Bodies

  /// An entity by any of its ids.
  private func entity(_ id: String) -> LinkedNode? {
    views.evidence.entity(id: id).map(nodes.entity)
  }

  private func event(_ id: String) -> LinkedNode? {
    views.evidence.event(id: id).map(nodes.event)
  }

  private mutating func entity(_ id: String, _ purpose: StaticString) {
    guard let entity = entity(id) else { return }
    beginResource()
    identifier(of: entity)
    end(purpose)
  }

  private mutating func claim(_ id: String, _ purpose: StaticString) {
    beginResource()
    json.write("\"")
    json.write(passage: identifiers.claim(id))
    json.write("\"")
    end(purpose)
  }

  /// An identifier comes next.
  private mutating func beginResource() {
    json.separate()
    json.write("{\"type\":\"SpecificResource\",\"source\":")
  }

  private mutating func texts(_ texts: Localized, _ purpose: StaticString) {
    for entry in texts.entries { text(entry.text, purpose, lang: entry.lang) }
  }

  private mutating func text(_ value: String, _ purpose: StaticString, lang: String? = nil) {
    json.separate()
    json.write("{\"type\":\"TextualBody\",\"value\":\"")
    json.write(passage: value)
    json.write("\"")
    if let lang {
      json.write(",\"language\":\"")
      json.write(passage: lang)
      json.write("\"")
    }
    end(purpose)
  }

  private mutating func end(_ purpose: StaticString) {
    json.write(",\"purpose\":\"")
    json.write(purpose)
    json.write("\"}")
  }
}
