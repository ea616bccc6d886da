import ByteCoding
import Diagnostics

extension CorpusChecker {
  /// Nothing is a member or a part of itself, by however many steps.
  mutating func checkHierarchies() {
    for hierarchy in Hierarchy.allCases {
      let graph = HierarchyGraph(gathered.edges.filter { $0.hierarchy == hierarchy })
      for circle in graph.circles() {
        let names = circle.map(\.child) + [circle[0].child]
        let what = hierarchy == .memberOf ? "a member" : "a part"
        let notes = circle.dropLast().prefix(4).map { edge in
          Diagnostic.Note(
            "“\(edge.child)” is said to be \(what) of “\(edge.parent)” here",
            at: places.place(edge.place))
        }
        report(
          hierarchy == .memberOf ? "cycle/member-of" : "cycle/part-of",
          "“\(names[0])” is \(what) of itself: \(names.joined(separator: " → "))",
          at: circle[circle.count - 1].place,
          "take one of these out of “\(hierarchy == .memberOf ? "memberOf" : "partOf")”",
          notes: notes)
      }
    }
  }
}

/// Edges from children to parents, in an order that does not depend on who read them.
private struct HierarchyGraph {
  private var edges: [[HierarchyEdge]] = []
  private var nodes: [TextKey: Int] = [:]

  init(_ unordered: [HierarchyEdge]) {
    let ordered = unordered.sorted { left, right in
      if !left.child.utf8.elementsEqual(right.child.utf8) {
        return left.child.utf8.lexicographicallyPrecedes(right.child.utf8)
      }
      if !left.parent.utf8.elementsEqual(right.parent.utf8) {
        return left.parent.utf8.lexicographicallyPrecedes(right.parent.utf8)
      }
      return left.place < right.place
    }
    for edge in ordered {
      let node = nodes[TextKey(edge.child)] ?? edges.count
      if node == edges.count {
        nodes[TextKey(edge.child)] = node
        edges.append([])
      }
      if let last = edges[node].last, TextKey(last.parent) == TextKey(edge.parent) { continue }
      edges[node].append(edge)
    }
  }

  /// Each circle as its edges, the last of which closes it. A walk in depth with a stack of its own.
  func circles() -> [[HierarchyEdge]] {
    enum State { case unseen, open, done }
    var states = [State](repeating: .unseen, count: edges.count)
    var circles: [[HierarchyEdge]] = []
    for start in edges.indices where states[start] == .unseen {
      var path: [(node: Int, next: Int)] = [(start, 0)]
      states[start] = .open
      while let (node, next) = path.last {
        guard next < edges[node].count else {
          states[node] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        guard let parent = nodes[TextKey(edges[node][next].parent)] else { continue }
        switch states[parent] {
        case .unseen:
          states[parent] = .open
          path.append((parent, 0))
        case .open:
          let from = path.firstIndex { $0.node == parent } ?? 0
          circles.append(path[from...].map { edges[$0.node][$0.next - 1] })
        case .done: continue
        }
      }
    }
    return circles
  }
}
