import Diagnostics

private enum AttributionKey: String, FieldKey {
  case id, content, paraphrase, cue, directness, chain, about, claim, polarity, certainty
  case credibility

  static let table = KeyTable<Self>(
    of: "an attribution", required: [.id, .content, .directness, .chain])
}

private enum CueKey: String, FieldKey {
  case target, lemma, stance

  static let table = KeyTable<Self>(of: "a cue", required: [.stance])
}

private enum LinkKey: String, FieldKey {
  case source, description, medium, target, cue, date

  static let table = KeyTable<Self>(of: "a link of a chain", required: [.source])
}

extension RecordDecoder {
  mutating func attribution(_ value: Document.Value) -> AttributionRecord? {
    guard var fields = fields(value, AttributionKey.self) else { return nil }
    var id: Int?
    var content: Target?
    var directness: AttributionRecord.Directness?
    var paraphrase = Localized()
    var record: (cue: Cue?, chain: [Link], about: [String], claim: String?) = (nil, [], [], nil)
    var isNegative = false
    var certainty: Certainty?
    var credibility: Int?
    while let (key, value) = next(&fields) {
      switch key {
      case .id:
        id = identifier(value, "the id of an attribution")
        if let id {
          declareInAnalysis(\.attributions, id, at: document.range(value), "attributions")
        }
      case .content: content = target(value)
      case .paraphrase: paraphrase = localized(value, "a paraphrase") ?? paraphrase
      case .cue: record.cue = cue(value)
      case .directness: directness = choice(value, "a directness")
      case .chain: record.chain = chain(value)
      case .about: record.about = references(value, "“about”", .entityOrEvent)
      case .claim:
        if let claim = identifier(value, "the id of a claim") {
          declare(.claim, claim, at: document.range(value))
          record.claim = interner.strings[claim]
        }
      case .polarity: isNegative = self.isNegative(value)
      case .certainty: certainty = choice(value, "a certainty")
      case .credibility: credibility = self.credibility(value)
      }
    }
    guard let id, let content, let directness, !record.chain.isEmpty else { return nil }
    var attribution = AttributionRecord(
      id: interner.strings[id], content: content, directness: directness, chain: record.chain,
      origin: origin(of: value))
    attribution.paraphrase = paraphrase
    attribution.cue = record.cue
    attribution.about = record.about
    attribution.claim = record.claim
    attribution.isNegative = isNegative
    attribution.certainty = certainty
    attribution.credibility = credibility
    return attribution
  }

  private mutating func chain(_ value: Document.Value) -> [Link] {
    let links = array(value, "a chain") { $0.link($1) }
    if document.kind(value) == .array, document.tokens[value.index].next == value.index + 1 {
      report(
        "chain/empty", "a chain needs at least one link: the one who said it", value,
        "for an unnamed source write {\"source\": null, \"description\": {…}}")
    }
    return links
  }

  private mutating func link(_ value: Document.Value) -> Link? {
    guard var fields = fields(value, LinkKey.self) else { return nil }
    let before = diagnostics.count
    var link = Link(source: nil)
    var isUnnamed = false
    var hasDescription = false
    while let (key, value) = next(&fields) {
      switch key {
      case .source where document.isNull(value): isUnnamed = true
      case .source: link.source = reference(value, .entity)
      case .description:
        hasDescription = true
        link.description = localized(value, "the description of a source") ?? Localized()
      case .medium: link.medium = vocabulary(value, "a medium")
      case .target: link.target = target(value)
      case .cue: link.cue = cue(value)
      case .date: link.date = date(value, "the date of a link")
      }
    }
    if isUnnamed, !hasDescription {
      let start = document.range(value).lowerBound
      report(
        "chain/undescribed-source", "an unnamed source needs a description", at: start..<start + 1,
        "say what the article says of it: \"description\": {\"\(siteLanguage)\": \"…\"}")
    }
    return diagnostics.count == before || link.source != nil || isUnnamed ? link : nil
  }

  private mutating func cue(_ value: Document.Value) -> Cue? {
    guard var fields = fields(value, CueKey.self) else { return nil }
    var target: Target?
    var lemma: String?
    var stance: Cue.Stance?
    while let (key, value) = next(&fields) {
      switch key {
      case .target: target = self.target(value)
      case .lemma: lemma = vocabulary(value, "the lemma of a cue")
      case .stance: stance = choice(value, "a stance")
      }
    }
    return stance.map { Cue(target: target, lemma: lemma, stance: $0) }
  }

  private mutating func credibility(_ value: Document.Value) -> Int? {
    guard let number = integer(value, "a credibility") else { return nil }
    guard (1...6).contains(number) else {
      report(
        "attribution/bad-credibility", "\(number) is not a credibility of the Admiralty code",
        value,
        "it is a number from 1 (confirmed) to 5 (improbable), or 6 (cannot be judged)")
      return nil
    }
    return number
  }
}
