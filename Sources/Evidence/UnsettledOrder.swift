import Corpus

extension Evidence {
  /// For each of some events, which are in time order, one of those above it from which its date does
  /// not part it: what the two dates can mean overlaps, so that either may have been first. `nil`
  /// where all above it were over before it began, and for undated events.
  ///
  /// Where several dates are given for an event, all that they can mean counts. An event is not held
  /// against a larger one that it is part of, nor against one that it is said to come after.
  package func unsettled(_ list: [Int]) -> [Int?] {
    // Those above that reach furthest, furthest first: enough of them to find one that an event is
    // held against, and no more, so that a list costs its length.
    var reaching: [(event: Int, latest: Int64, position: Int)] = []
    return list.enumerated().map { position, event in
      guard let bounds = bounds(of: event) else { return nil }
      let rivals = reaching.lazy.filter { above in
        above.latest > bounds.earliest && !isParted(above.event, before: event)
      }
      // The nearest of them says most.
      let rival = rivals.max { $0.position < $1.position }
      let place = reaching.firstIndex { $0.latest < bounds.latest } ?? reaching.count
      if place < Self.kept {
        reaching.insert((event, bounds.latest, position), at: place)
        if reaching.count > Self.kept { reaching.removeLast() }
      }
      return rival?.event
    }
  }

  private static var kept: Int { 4 }

  /// In seconds since 1970-01-01T00:00Z, as those of `EDTF`.
  private func bounds(of event: Int) -> (earliest: Int64, latest: Int64)? {
    let values = events[event].date.values
    guard let earliest = values.lazy.map(\.value.earliest).min(),
      let latest = values.lazy.map(\.value.latest).max()
    else { return nil }
    return (earliest, latest)
  }

  private func isParted(_ first: Int, before second: Int) -> Bool {
    if isPart(second, of: first) || isPart(first, of: second) { return true }
    return events[first].relations.values.contains {
      $0.value.event == second && $0.value.type != .after
    } || events[second].relations.values.contains { $0.value == .init(type: .after, event: first) }
  }

  private func isPart(_ event: Int, of whole: Int) -> Bool {
    var part = event
    // Ids that cards join may close a circle.
    for _ in 0..<Self.depth {
      guard let next = events[part].partOf.best else { return false }
      if next == whole { return true }
      part = next
    }
    return false
  }

  private static var depth: Int { 8 }
}
