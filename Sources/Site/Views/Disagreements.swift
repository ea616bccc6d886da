import Corpus
import Evidence

extension Views {
  /// The attributes of an entity for which more than one value is given.
  func disagreements(about entity: Entity) -> [DisagreementView] {
    [
      disagreement("type", entity.type) { word(strings.word("type", for: $0.rawValue)) },
      disagreement("kind", entity.kind) { word(strings.word("kind", for: $0)) },
      disagreement("wikidata", entity.wikidata) { text($0, lang: "") },
      disagreement("reliability", entity.reliability) { text(String($0), lang: "") },
      disagreement("location", entity.location) { text("\($0.lat), \($0.lon)", lang: "") },
    ].compactMap { $0 }
  }

  /// The attributes of an event for which more than one value is given.
  func disagreements(about event: Event) -> [DisagreementView] {
    [
      disagreement("date", event.date) { word(dates.view($0).text) },
      disagreement("place", event.place) { entity($0).name },
      disagreement("status", event.status) { word(strings.word("status", for: $0.rawValue)) },
      disagreement("type", event.type) { word(strings.word("eventType", for: $0)) },
      disagreement("certainty", event.certainty) {
        word(strings.word("certainty", for: $0.rawValue))
      },
      disagreement("polarity", event.isNegative) {
        word(strings[$0 ? "polarity.negative" : "polarity.positive"])
      },
      disagreement("partOf", event.partOf) { eventLink($0).name },
    ].compactMap { $0 }
  }

  private func disagreement<Value>(
    _ attribute: String, _ witnesses: Witnesses<Value>, view: (Value) -> TextView
  ) -> DisagreementView? {
    guard witnesses.isDisputed else { return nil }
    let rows = witnesses.values.map { value in
      let articles = Set(value.witnesses.compactMap(article(of:))).sorted()
      return ValueRow(
        value: view(value.value), witnesses: articles.prefix(Limits.shown).map { article($0) },
        isFromCard: value.witnesses.contains(.card),
        countText: articles.isEmpty ? nil : strings.count("articles", articles.count))
    }
    return DisagreementView(attribute: strings["attribute.\(attribute)"], values: rows)
  }

  private func article(of witness: Witness) -> Int? {
    guard case .analysis(let number) = witness else { return nil }
    return evidence.article(id: corpus.analyses[number].article)
  }
}
