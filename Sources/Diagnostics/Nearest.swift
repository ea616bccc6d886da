/// Finds what a misspelt name was meant to be.
package enum Nearest {
  /// The candidate with the least edits, if they are few for its length; the first in order among
  /// equals. Candidates whose length alone rules them out cost nothing.
  package static func name(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(200))
    var best: (name: String, edits: Int)?
    for candidate in candidates {
      let scalars = Array(candidate.lowercased().unicodeScalars.prefix(200))
      let limit = min(best.map { $0.edits } ?? .max, max(wanted.count, scalars.count) / 3 + 1)
      guard abs(scalars.count - wanted.count) <= limit else { continue }
      let edits = distance(wanted, scalars)
      guard edits <= limit else { continue }
      if let known = best, (known.edits, known.name) <= (edits, candidate) { continue }
      best = (candidate, edits)
    }
    return best?.name
  }

  /// Edits (insert, delete, replace, swap of neighbours) that turn one sequence into the other.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var edits = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          edits = min(edits, beforeLast[j - 1] + 1)
        }
        row.append(edits)
      }
      (beforeLast, last) = (last, row)
    }
    return last[b.count]
  }
}
