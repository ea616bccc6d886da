import Corpus
import Evidence

/// The trees of chains under one origin of a claim.
struct ChainTreeViews {
  /// The list of its attributions on the claim's page.
  let listName: String
  private let views: Views
  private let origin: Claim.Origin
  private let adopted: Set<Int>
  private let more: String?

  /// - Parameters:
  ///   - number: of the origin, from 0.
  ///   - more: where the attributions are that have no room on the claim's page.
  init(_ views: Views, _ origin: Claim.Origin, number: Int, more: String?) {
    self.views = views
    self.origin = origin
    self.more = more
    listName = "origin-\(number + 1)"
    adopted = Set(origin.adopted)
  }

  func nodes(_ attributions: [Int]) -> [ChainNodeView] {
    let tree = ChainTree(attributions, in: views.evidence)
    return tree.roots.map { node($0, of: tree, in: more == nil ? [listName] : []) }
  }

  /// Called for each level of a tree, which are few.
  private func node(_ number: Int, of tree: ChainTree, in lists: [String]) -> ChainNodeView {
    let node = tree.nodes[number]
    let name = "\(listName)-\(number + 1)"
    // A count on each would only repeat that of the origin where nothing branches.
    let isCounted = more == nil && node.all.count > 1 && tree.nodes.count > 1
    let lists = isCounted ? lists + [name] : lists
    return ChainNodeView(
      entity: node.source.map(views.entity),
      description: node.source == nil ? description(node) : nil, media: media(node),
      isHeading: tree.roots == [number] && origin.bodies == [node.source].compactMap { $0 },
      isAdopted: node.depth == 0 && node.all.allSatisfy(adopted.contains),
      count: isCounted
        ? views.count("attributions", node.all.count, of: name, on: nil) : nil,
      children: node.children.map { self.node($0, of: tree, in: lists) },
      attributions: node.attributions.map(views.attribution),
      listNames: (["attributions"] + lists).joined(separator: " "), wholePath: more)
  }

  private func links(_ node: ChainTree.Node) -> some Sequence<Link> {
    node.all.lazy.map { [views] in
      views.evidence.chain(of: views.evidence.attributions[$0])[node.depth]
    }
  }

  /// What all call an unnamed source alike.
  private func description(_ node: ChainTree.Node) -> TextView? {
    let texts = Set(links(node).map(\.description))
    return texts.count == 1 ? texts.first.flatMap(views.best) : nil
  }

  private func media(_ node: ChainTree.Node) -> [String] {
    var media: [String] = []
    for case .some(let medium) in links(node).map(\.medium) where media.count < Self.media {
      let word = views.strings.word("medium", for: medium)
      if !media.contains(word) { media.append(word) }
    }
    return media
  }

  /// Media named at one place of a tree.
  private static var media: Int { 4 }
}
