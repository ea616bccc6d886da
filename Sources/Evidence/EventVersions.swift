import Corpus

/// Which of the things that are said of one event are said in one article alone.
///
/// Where only one article tells of the event, nothing is: there is none to differ from.
package struct EventVersions: Sendable {
  /// The article that alone gives a date, a place, a status; `nil` where several give it, or where
  /// they give several, which is a disagreement.
  private let date: Int?
  private let place: Int?
  private let status: Int?
  /// By entity: the article that alone names it as a participant.
  private let participants: [Int: Int]

  init(of event: Event, article: (Witness) -> Int?) {
    func alone<Value>(_ witnesses: Witnesses<Value>) -> Int? {
      witnesses.isDisputed ? nil : Self.onlyArticle(witnesses.values.map(\.witnesses), article)
    }
    guard event.articles.count > 1 else {
      (date, place, status, participants) = (nil, nil, nil, [:])
      return
    }
    date = alone(event.date)
    place = alone(event.place)
    status = alone(event.status)
    var witnesses: [Int: [[Witness]]] = [:]
    for value in event.participants.values {
      witnesses[value.value.entity, default: []].append(value.witnesses)
    }
    participants = witnesses.compactMapValues { Self.onlyArticle($0, article) }
  }

  package func isOnlyDate(in article: Int) -> Bool { date == article }
  package func isOnlyPlace(in article: Int) -> Bool { place == article }
  package func isOnlyStatus(in article: Int) -> Bool { status == article }

  package func isOnlyParticipant(_ entity: Int, in article: Int) -> Bool {
    participants[entity] == article
  }

  /// `nil` where a card, or a second article, is among the witnesses, which ends the search.
  private static func onlyArticle(_ all: [[Witness]], _ article: (Witness) -> Int?) -> Int? {
    var found: Int?
    for witness in all.joined() {
      guard let next = article(witness), found == nil || found == next else { return nil }
      found = next
    }
    return found
  }
}

extension Evidence {
  package func versions(of event: Int) -> EventVersions {
    EventVersions(of: events[event]) { article(of: $0) }
  }

  /// `nil` for a card.
  package func article(of witness: Witness) -> Int? {
    guard case .analysis(let number) = witness else { return nil }
    return articleOfAnalysis[number]
  }

  /// What one article passes on about an event, as indices into `attributions`, ascending.
  package func attributions(about event: Int, in article: Int) -> ArraySlice<Int> {
    let all = events[event].attributions
    let range = articles[article].attributions
    let start = all.partitioningIndex { $0 >= range.lowerBound }
    return all[start..<all.partitioningIndex { $0 >= range.upperBound }]
  }
}
