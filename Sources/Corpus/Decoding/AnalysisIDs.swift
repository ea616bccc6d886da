import Diagnostics

/// The ids of one analysis, which must be there once, and what refers to them inside it.
struct AnalysisIDs {
  /// Symbols, and where they are declared.
  var entities: [Int: Range<Int>] = [:]
  var events: [Int: Range<Int>] = [:]
  var times: [Int: Range<Int>] = [:]
  var attributions: [Int: Range<Int>] = [:]
  var timeReferences: [(symbol: Int, range: Range<Int>, isAnchor: Bool)] = []
  var timeAnchors: [(time: Int, anchor: Int, range: Range<Int>)] = []
}

extension RecordDecoder {
  mutating func declareInAnalysis(
    _ ids: WritableKeyPath<AnalysisIDs, [Int: Range<Int>]>, _ symbol: Int, at range: Range<Int>,
    _ plural: String
  ) {
    guard let first = analysisIDs[keyPath: ids].updateValue(range, forKey: symbol) else { return }
    analysisIDs[keyPath: ids][symbol] = first
    report(
      "id/duplicate", "the analysis has two \(plural) with the id “\(interner.strings[symbol])”",
      at: range, "give one of them another id",
      notes: [.init("the first is here", at: document.source.place(of: first))])
  }

  /// Checks what refers to the analysis's own time expressions, and takes the references out that are
  /// answered in it.
  mutating func closeAnalysis() {
    checkTimeReferences()
    checkTimeAnchors()
    let ids = analysisIDs
    references.removeAll { reference in
      switch reference.scope {
      case .entity: ids.entities[reference.symbol] != nil
      case .event: ids.events[reference.symbol] != nil
      case .entityOrEvent:
        ids.entities[reference.symbol] != nil || ids.events[reference.symbol] != nil
      default: false
      }
    }
  }

  private mutating func checkTimeReferences() {
    for (symbol, range, isAnchor) in analysisIDs.timeReferences
    where analysisIDs.times[symbol] == nil {
      let id = interner.strings[symbol]
      let times = analysisIDs.times.keys.map { interner.strings[$0] }
      let known = isAnchor ? times + ["publication"] : times
      report(
        "reference/unknown-time", "the analysis has no time expression “\(id.shortened)”",
        at: range,
        Nearest.name(to: id, among: known).map { "did you mean “\($0)”?" }
          ?? "declare it under “times”")
    }
  }

  /// Each time has one anchor at most, so that going on from each of them finds every circle.
  private mutating func checkTimeAnchors() {
    var anchors: [Int: (anchor: Int, range: Range<Int>)] = [:]
    for (time, anchor, range) in analysisIDs.timeAnchors { anchors[time] = (anchor, range) }
    var round: [Int: Int] = [:]
    for (number, start) in analysisIDs.timeAnchors.enumerated() {
      var path: [Int] = []
      var time = start.time
      while round[time] == nil, let next = anchors[time] {
        round[time] = number
        path.append(time)
        time = next.anchor
      }
      guard round[time] == number, let first = path.firstIndex(of: time), let edge = anchors[time]
      else { continue }
      let names = (path[first...] + [time]).map { interner.strings[$0] }
      report(
        "cycle/time-anchor",
        "the time expression “\(names[0])” is anchored in itself: \(names.joined(separator: " → "))",
        at: edge.range, "anchor one of them in “publication”, or take its “anchor” out")
    }
  }
}
