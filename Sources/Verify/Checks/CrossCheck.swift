import Corpus
import Diagnostics

/// Checks what one page says of others, when all are read.
struct CrossCheck {
  /// All the rows of a list, over its pages.
  private struct List {
    var rows = 0
    var whole: Digest?
    var place: FilePlace
  }

  let ground: Ground
  let findings: Findings
  /// Faults by the file they are in.
  private(set) var faults: [Int: FaultList] = [:]
  private let name: (Int) -> String

  init(_ ground: Ground, _ findings: Findings, name: @escaping (Int) -> String) {
    self.ground = ground
    self.findings = findings
    self.name = name
  }

  mutating func run() {
    checkLinks()
    checkCounts()
  }

  var diagnostics: [Diagnostic] {
    faults.sorted { $0.key < $1.key }.flatMap { $0.value.finish() }
  }

  private mutating func checkLinks() {
    for link in findings.links {
      // A file that is cut off was told of already.
      guard let ids = findings.ids[link.target], !Self.holds(ids, link.fragment) else { continue }
      add(
        "link", "the page \(ground.files.paths[link.target]) has no place of this name",
        at: link.place)
    }
  }

  private mutating func checkCounts() {
    var lists: [Digest: List] = [:]
    for part in findings.lists {
      lists[part.list, default: List(place: part.place)].rows += part.rows
      if let whole = part.whole { lists[part.list]?.whole = whole }
    }
    func rows(_ list: Digest) -> Int {
      guard let known = lists[list] else { return 0 }
      return known.whole.map { lists[$0]?.rows ?? 0 } ?? known.rows
    }
    for list in lists.values {
      guard let whole = list.whole else { continue }
      let all = lists[whole]?.rows ?? 0
      if all <= list.rows {
        add(
          "list", "the list is said to be whole elsewhere, but has no more rows there",
          at: list.place, expected: "more than \(list.rows) rows", found: "\(all)")
      }
    }
    for count in findings.counts where rows(count.list) != count.value {
      add(
        "count", "the count is not the number of the list's rows", at: count.place,
        expected: String(rows(count.list)), found: String(count.value))
    }
  }

  mutating func add(
    _ id: String, _ message: String, at place: FilePlace, expected: String? = nil,
    found: String? = nil
  ) {
    let file = Int(place.file)
    if faults[file] == nil {
      faults[file] = FaultList(file: name(file)) { [ground] in (try? ground.files.bytes(file)) ?? []
      }
    }
    faults[file]?.add(
      id, message, at: place.range, expected: expected.map { Array($0.utf8) },
      found: found.map { Array($0.utf8) })
  }

  private static func holds(_ ids: [Digest], _ id: Digest) -> Bool {
    let place = ids.partitioningIndex { $0 >= id }
    return place < ids.count && ids[place] == id
  }
}
