/// The chains of some attributions laid together where they run alike: from originators through
/// carriers, each attribution under the last link of its chain.
package struct ChainTree: Sendable {
  package struct Node: Sendable {
    /// An index into `Evidence.entities`; `nil` for unnamed sources.
    package let source: Int?
    /// Which link of the chain it is, from 0.
    package let depth: Int
    /// Those whose chain ends here, in the order given.
    package fileprivate(set) var attributions: [Int] = []
    /// All those whose chain runs through here.
    package fileprivate(set) var all: [Int] = []
    /// Indices into `ChainTree.nodes`, in the order in which they come.
    package fileprivate(set) var children: [Int] = []
  }

  /// Chains that are longer are told apart up to here only.
  package static let maximumDepth = 12

  package private(set) var nodes: [Node] = []
  /// Indices into `nodes`: the originators.
  package private(set) var roots: [Int] = []

  private struct Key: Hashable {
    let parent: Int
    let source: Int?
  }

  /// - Parameter attributions: indices into `Evidence.attributions`.
  package init(_ attributions: some Sequence<Int>, in evidence: Evidence) {
    var known: [Key: Int] = [:]
    for index in attributions {
      var parent = -1
      for (depth, source) in evidence.attributions[index].sources.prefix(Self.maximumDepth)
        .enumerated()
      {
        let key = Key(parent: parent, source: source)
        if let node = known[key] {
          parent = node
        } else {
          let node = nodes.count
          nodes.append(Node(source: source, depth: depth))
          if parent < 0 { roots.append(node) } else { nodes[parent].children.append(node) }
          known[key] = node
          parent = node
        }
        nodes[parent].all.append(index)
      }
      if parent >= 0 { nodes[parent].attributions.append(index) }
    }
  }
}
