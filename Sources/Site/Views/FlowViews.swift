import Evidence

extension Views {
  private static var mostSources: Int { 10 }
  private static var mostOutlets: Int { 8 }

  /// Which outlets carry which sources, those with the most attributions.
  func flows() -> PictureView? {
    var pairs: [Pair: Int] = [:]
    var bySource: [Int: Int] = [:]
    var byOutlet: [Int: Int] = [:]
    for attribution in evidence.attributions {
      guard let source = attribution.originator, let outlet = attribution.outlet,
        source != outlet
      else { continue }
      pairs[Pair(source: source, outlet: outlet), default: 0] += 1
      bySource[source, default: 0] += 1
      byOutlet[outlet, default: 0] += 1
    }
    let sources = leading(bySource, Self.mostSources)
    let outlets = leading(byOutlet, Self.mostOutlets)
    let flows = sources.enumerated().flatMap { from, source in
      outlets.enumerated().compactMap { to, outlet in
        pairs[Pair(source: source, outlet: outlet)].map {
          FlowPicture.Flow(source: from, outlet: to, count: $0)
        }
      }
    }
    guard sources.count > 1, outlets.count > 1, !flows.isEmpty else { return nil }
    let left = pairs.values.reduce(0, +) - flows.reduce(0) { $0 + $1.count }
    let caption = strings["picture.flow"]
    let picture = FlowPicture(
      title: caption, description: strings["picture.flowText"],
      sources: sources.map { entity($0).name.text },
      outlets: outlets.map { entity($0).name.text }, flows: flows)
    return PictureView(
      svg: picture.svg(isRightToLeft: strings.isRightToLeft), caption: caption,
      leftOut: left == 0
        ? nil
        : strings.filled("picture.flowLeftOut", ["1": strings.count("attributions", left)]),
      columns: [
        strings["source.source"], strings["source.outlet"], strings["figure.attributions"],
      ],
      rows: flows.map { flow in
        let link = source(sources[flow.source])
        return .init(
          name: link.name, path: link.path,
          cells: [entity(outlets[flow.outlet]).name.text, strings.digits(flow.count)])
      })
  }

  private struct Pair: Hashable {
    let source: Int
    let outlet: Int
  }

  private func leading(_ counts: [Int: Int], _ limit: Int) -> [Int] {
    counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map(\.key)
  }
}
