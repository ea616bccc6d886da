import Corpus

extension Evidence {
  /// Orders events by the bounds of their dates, and gives each entity its events in that order.
  mutating func orderEvents() {
    let withDate = events.indices.filter { events[$0].date.best != nil }
    dated = withDate.sorted { key($0) < key($1) }
    undated = events.indices.filter { events[$0].date.best == nil }
    for index in events.indices {
      events[index].parts = events[index].parts.sorted { key($0) < key($1) }
    }
    for event in dated + undated {
      let place = events[event].place.values.map(\.value)
      let participants = events[event].participants.values.map(\.value.entity)
      for entity in participants + place where entities[entity].events.last != event {
        entities[entity].events.append(event)
      }
      for article in events[event].articles {
        articles[article].events.append(event)
        if let outlet = articles[article].publisher { report(event, by: outlet) }
      }
      for index in events[event].attributions {
        for case .some(let source) in attributions[index].sources { report(event, by: source) }
      }
    }
    let published = corpus.articles.map { $0.published?.earliest ?? .min }
    newest = corpus.articles.indices.sorted { (published[$1], $0) < (published[$0], $1) }
  }

  /// Whether one article comes before another in `newest`.
  func isNewer(_ article: Int, than other: Int) -> Bool {
    let own = corpus.articles[article].published?.earliest ?? .min
    let others = corpus.articles[other].published?.earliest ?? .min
    return (others, article) < (own, other)
  }

  private mutating func report(_ event: Int, by source: Int) {
    if entities[source].reported.last != event { entities[source].reported.append(event) }
  }

  /// By which events are in time order.
  func key(_ event: Int) -> (Int64, Int64, Int) {
    let date = events[event].date.best
    return (date?.earliest ?? .max, date?.latest ?? .max, event)
  }
}
