import Mustache

/// The ways of a claim, from its origins down through the hands it came through to the outlets.
package struct TreePicture {
  package enum Kind: String {
    case origin
    case hand = "ring"
    case unnamed, outlet
  }

  package struct Node {
    let name: String
    let kind: Kind
    /// 0 for origins.
    let depth: Int
    /// Position of the one it has the claim from, which comes before it; `nil` for origins.
    let parent: Int?

    package init(name: String, kind: Kind, depth: Int, parent: Int? = nil) {
      self.name = name
      self.kind = kind
      self.depth = depth
      self.parent = parent
    }
  }

  let title: String
  let description: String
  /// Each behind the one it has the claim from, its own before the next.
  let nodes: [Node]

  package init(title: String, description: String, nodes: [Node]) {
    self.title = title
    self.description = description
    self.nodes = nodes
  }

  private static let rowHeight = 26
  private static let nameLength = 28
  /// Of the width, in per cent: for one step, and for all.
  private static let step = 6.0
  private static let reach = 36.0

  package func svg(isRightToLeft: Bool) -> HTML {
    let deepest = Double(max(nodes.map(\.depth).max() ?? 1, 1))
    let step = min(Self.step, Self.reach / deepest)
    func x(_ node: Node) -> Double { 2 + Double(node.depth) * step }
    func y(_ position: Int) -> Int { position * Self.rowHeight + 14 }
    var svg = SVG(
      title: title, description: description, height: nodes.count * Self.rowHeight + 4,
      isRightToLeft: isRightToLeft)
    for (position, node) in nodes.enumerated() {
      guard let parent = node.parent else { continue }
      let line = nodes[parent].kind == .unnamed ? "axis broken" : "axis"
      let corner = (x: x(nodes[parent]), y: y(position))
      svg.line(line, from: (corner.x, y(parent)), to: corner)
      svg.line(line, from: corner, to: (x(node), y(position)))
    }
    for (position, node) in nodes.enumerated() {
      let place = (x: x(node), y: y(position))
      if node.kind == .outlet {
        svg.square("outlet", x: place.x, y: place.y)
      } else {
        svg.circle(node.kind.rawValue, x: place.x, y: place.y, radius: 5)
      }
      svg.text(
        node.name.shortened(to: Self.nameLength), node.kind == .outlet ? "" : "name-of",
        x: place.x, y: place.y + 4, shift: 12)
    }
    return svg.finish()
  }
}
