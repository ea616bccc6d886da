/// The strongly connected components of a directed graph (Tarjan 1972), in time linear in its vertices
/// and edges and without recursion: two vertices are in one component where each is reached from the
/// other.
struct StrongComponents {
  /// For each vertex the number of its component, from 0.
  private(set) var component: [Int32]
  /// How many vertices each component has.
  private(set) var sizes: [Int32] = []

  /// - Parameters:
  ///   - count: of vertices, which are `0..<count`.
  ///   - edges: between them; repeated ones and loops change nothing.
  init(count: Int, edges: [(from: Int32, to: Int32)]) {
    component = Array(repeating: -1, count: count)
    // The targets of each vertex, one after the other.
    var starts = Array(repeating: 0, count: count + 1)
    for edge in edges { starts[Int(edge.from) + 1] += 1 }
    for vertex in 0..<count { starts[vertex + 1] += starts[vertex] }
    var targets = Array(repeating: Int32(0), count: edges.count)
    var next = starts
    for edge in edges {
      targets[next[Int(edge.from)]] = edge.to
      next[Int(edge.from)] += 1
    }
    next = starts

    var order = Array(repeating: Int32(-1), count: count)
    var low = order
    var path: [Int] = []
    var open: [Int] = []
    var visited: Int32 = 0
    for root in 0..<count where order[root] < 0 {
      path.append(root)
      while let vertex = path.last {
        if order[vertex] < 0 {
          (order[vertex], low[vertex]) = (visited, visited)
          visited += 1
          open.append(vertex)
        }
        if next[vertex] < starts[vertex + 1] {
          let target = Int(targets[next[vertex]])
          next[vertex] += 1
          if order[target] < 0 {
            path.append(target)
          } else if component[target] < 0 {
            low[vertex] = min(low[vertex], order[target])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last { low[parent] = min(low[parent], low[vertex]) }
        guard low[vertex] == order[vertex] else { continue }
        var size: Int32 = 0
        while let member = open.popLast() {
          component[member] = Int32(sizes.count)
          size += 1
          if member == vertex { break }
        }
        sizes.append(size)
      }
    }
  }
}
