import Mustache

/// Who is carried by whom: sources at one side, outlets at the other, and between them lines as thick
/// as what passes is much.
package struct FlowPicture {
  package struct Flow {
    /// Positions in `sources` and `outlets`.
    let source: Int
    let outlet: Int
    let count: Int

    package init(source: Int, outlet: Int, count: Int) {
      self.source = source
      self.outlet = outlet
      self.count = count
    }
  }

  let title: String
  let description: String
  let sources: [String]
  let outlets: [String]
  let flows: [Flow]

  package init(
    title: String, description: String, sources: [String], outlets: [String], flows: [Flow]
  ) {
    self.title = title
    self.description = description
    self.sources = sources
    self.outlets = outlets
    self.flows = flows
  }

  private static let rowHeight = 30
  private static let nameLength = 18
  /// How far the names of each side reach, in per cent.
  private static let side = 38.0
  /// How many thicknesses the stylesheet knows.
  private static let steps = 5

  package func svg(isRightToLeft: Bool) -> HTML {
    let rows = max(sources.count, outlets.count)
    let height = rows * Self.rowHeight + 8
    var svg = SVG(
      title: title, description: description, height: height, isRightToLeft: isRightToLeft)
    let most = flows.map(\.count).max() ?? 1
    for flow in flows {
      svg.line(
        "flow w\(Self.step(flow.count, of: most))",
        from: (Self.side + 2, y(flow.source, of: sources.count, height)),
        to: (98 - Self.side, y(flow.outlet, of: outlets.count, height)))
    }
    for (position, name) in sources.enumerated() {
      let y = y(position, of: sources.count, height)
      svg.text(
        name.shortened(to: Self.nameLength), "name-of", x: Self.side, y: y + 4, anchor: .end)
      svg.circle("origin", x: Self.side + 2, y: y, radius: 5)
    }
    for (position, name) in outlets.enumerated() {
      let y = y(position, of: outlets.count, height)
      svg.text(name.shortened(to: Self.nameLength), "name-of", x: 100 - Self.side, y: y + 4)
      svg.square("outlet", x: 98 - Self.side, y: y)
    }
    return svg.finish()
  }

  private func y(_ position: Int, of count: Int, _ height: Int) -> Int {
    (height * (2 * position + 1)) / (2 * max(count, 1))
  }

  private static func step(_ count: Int, of most: Int) -> Int {
    min(max((count * steps + most - 1) / max(most, 1), 1), steps)
  }
}
