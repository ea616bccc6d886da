import Corpus
import Evidence

extension Views {
  /// The attributes of an entity for which more than one value is given.
  func disagreements(about entity: Entity) -> [DisagreementView] {
    let all = entity.articles.isEmpty ? nil : routes.entity(entity.id).href + "#articles"
    return [
      disagreement("type", entity.type, all: all) { word(strings.word("type", for: $0.rawValue)) },
      disagreement("kind", entity.kind, all: all) { word(strings.word("kind", for: $0)) },
      disagreement("wikidata", entity.wikidata, all: all) { text($0, lang: "") },
      disagreement("reliability", entity.reliability, all: all) { text(String($0), lang: "") },
      disagreement("location", entity.location, all: all) {
        text("\($0.lat), \($0.lon)", lang: "")
      },
    ].compactMap { $0 }
  }

  /// The attributes of an event for which more than one value is given.
  func disagreements(about event: Event) -> [DisagreementView] {
    let all = allReports(of: event)
    return [
      disagreement("date", event.date, all: all) { word(dates.view($0).text) },
      disagreement("place", event.place, all: all) { entity($0).name },
      participantDisagreement(event, all: all),
      disagreement("status", event.status, all: all) {
        word(strings.word("status", for: $0.rawValue))
      },
      disagreement("type", event.type, all: all) { word(strings.word("eventType", for: $0)) },
      disagreement("certainty", event.certainty, all: all) {
        word(strings.word("certainty", for: $0.rawValue))
      },
      disagreement("polarity", event.isNegative, all: all) {
        word(strings[$0 ? "polarity.negative" : "polarity.positive"])
      },
      disagreement("partOf", event.partOf, all: all) { eventLink($0).name },
    ].compactMap { $0 }
  }

  private func disagreement<Value>(
    _ attribute: String, _ witnesses: Witnesses<Value>, all: String?, view: (Value) -> TextView
  ) -> DisagreementView? {
    guard witnesses.isDisputed else { return nil }
    return disagreement(
      attribute, witnesses.values.map { (view($0.value), articles(of: $0.witnesses), $0.isByCard) },
      all: all)
  }

  /// Those whom some of the versions that name participants do not name, or in another role.
  private func participantDisagreement(_ event: Event, all: String?) -> DisagreementView? {
    let values = event.participants.values.map { (value: $0, articles: articles(of: $0.witnesses)) }
    let naming = Set(values.lazy.flatMap(\.articles)).count
    let disputed = values.filter { !$0.articles.isEmpty && $0.articles.count < naming }
    guard !disputed.isEmpty else { return nil }
    return disagreement(
      "participants",
      disputed.map { value, articles in
        let link = entity(value.value.entity)
        let role = strings.word("role", for: value.value.role)
        return (
          TextView(text: "\(link.name.text) (\(role))", language: link.name.language),
          articles, value.isByCard
        )
      }, all: all)
  }

  /// - Parameter all: where those are who have no room beside their value.
  private func disagreement(
    _ attribute: String, _ values: [(view: TextView, articles: [Int], isByCard: Bool)], all: String?
  ) -> DisagreementView {
    let rows = values.map { view, articles, isByCard in
      let unsaid = articles.count - Limits.shown
      return ValueRow(
        value: view, witnesses: articles.prefix(Limits.shown).map { article($0) },
        isFromCard: isByCard,
        countText: articles.isEmpty ? nil : strings.count("articles", articles.count),
        isFolded: articles.count > Limits.beside,
        unsaidText: unsaid > 0 ? strings.count("unsaid", unsaid) : nil, allPath: all)
    }
    return DisagreementView(attribute: strings["attribute.\(attribute)"], values: rows)
  }

  /// Distinct and in order.
  private func articles(of witnesses: [Witness]) -> [Int] {
    Set(witnesses.compactMap(evidence.article(of:))).sorted()
  }

  /// Where all versions of an event are.
  private func allReports(of event: Event) -> String {
    let route = routes.event(event.id)
    return event.reports.count > Limits.shown ? route.sub("reports").href : route.href + "#reports"
  }
}

extension Witnessed {
  fileprivate var isByCard: Bool { witnesses.contains(.card) }
}
