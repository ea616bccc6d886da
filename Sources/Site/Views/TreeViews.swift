import Evidence

extension Views {
  /// How much of a claim's tree is drawn.
  private static var mostNodes: Int { 40 }

  /// The ways of a claim; `nil` where there is one only.
  func tree(of claim: Claim) -> PictureView? {
    guard claim.attributions.count > 1 else { return nil }
    var growing = GrowingTree(limit: Self.mostNodes)
    for origin in claim.origins.prefix(Self.mostNodes) {
      let tree = ChainTree(origin.attributions.prefix(Limits.rows), in: evidence)
      for root in tree.roots { grow(root, of: tree, under: nil, depth: 0, into: &growing) }
    }
    let drawn = claim.origins.prefix(Self.mostNodes).reduce(0) {
      $0 + min($1.attributions.count, Limits.rows)
    }
    let isWhole = growing.left == 0 && drawn == claim.attributions.count
    let caption = strings["picture.tree"]
    let picture = TreePicture(
      title: caption,
      description: repetitionsText(claim),
      nodes: growing.nodes)
    return PictureView(
      svg: picture.svg(isRightToLeft: strings.isRightToLeft), caption: caption,
      leftOut: isWhole ? nil : strings["picture.treeLeftOut"], columns: [], rows: [])
  }

  /// Called for each level of a tree, which are few.
  private func grow(
    _ number: Int, of tree: ChainTree, under parent: Int?, depth: Int,
    into growing: inout GrowingTree
  ) {
    let node = tree.nodes[number]
    let kind: TreePicture.Kind =
      node.source == nil ? .unnamed : depth == 0 ? .origin : .hand
    let name = node.source.map { entity($0).name.text } ?? strings["chain.unnamed"]
    guard let own = growing.add(name, kind, depth: depth, under: parent) else { return }
    for (outlet, count) in outlets(node.attributions) {
      let name = outlet.map { entity($0).name.text } ?? strings["chain.noOutlet"]
      _ = growing.add(
        count > 1 ? "\(name) · \(strings.digits(count))" : name, .outlet, depth: depth + 1,
        under: own)
    }
    for child in node.children {
      grow(child, of: tree, under: own, depth: depth + 1, into: &growing)
    }
  }

  /// The outlets that print what came so far, in the order in which they come.
  private func outlets(_ attributions: [Int]) -> [(outlet: Int?, count: Int)] {
    var found: [(outlet: Int?, count: Int)] = []
    var position: [Int?: Int] = [:]
    for index in attributions {
      let outlet = evidence.attributions[index].outlet
      if let known = position[outlet] {
        found[known].count += 1
      } else {
        position[outlet] = found.count
        found.append((outlet, 1))
      }
    }
    return found
  }
}

/// A tree that takes no more nodes than there is room for.
private struct GrowingTree {
  let limit: Int
  private(set) var nodes: [TreePicture.Node] = []
  /// Those that found no room, less what would have stood under them.
  private(set) var left = 0

  init(limit: Int) {
    self.limit = limit
  }

  /// - Returns: its position; `nil` where there is no room for it.
  mutating func add(
    _ name: String, _ kind: TreePicture.Kind, depth: Int, under parent: Int?
  ) -> Int? {
    guard nodes.count < limit else {
      left += 1
      return nil
    }
    nodes.append(TreePicture.Node(name: name, kind: kind, depth: depth, parent: parent))
    return nodes.count - 1
  }
}
