import Corpus

/// Says again, from the rows of the attributions, what `data/claims.csv` and the claims' pages say of
/// each claim: how many attributions and independent origins it has, who reports it in a circle, and
/// which articles may have been the first.
struct ClaimCheck {
  /// One attribution of a claim.
  private struct Member {
    let article: String
    let chain: [String]
    let outlet: String
    let isNegative: Bool
    let isOriginless: Bool
  }

  private let ground: Ground
  private let findings: Findings
  private let facts: TableFacts
  private var claims: [String: [Member]] = [:]

  init(
    _ ground: Ground, _ findings: Findings, _ facts: TableFacts, _ table: AttributionTable,
    _ rows: [CSV.Row]
  ) {
    self.ground = ground
    self.findings = findings
    self.facts = facts
    for row in rows {
      let claim = table.text("claim", row)
      guard !claim.isEmpty else { continue }
      claims[claim, default: []].append(
        Member(
          article: table.text("article", row), chain: table.links("chain", row),
          outlet: table.text("outlet", row), isNegative: table.text("polarity", row) == "negative",
          isOriginless: table.values(of: "broken", row).contains("originless")))
    }
  }

  func run(_ faults: inout FaultList) {
    var lists: [Digest: Int] = [:]
    for part in findings.lists { lists[part.list, default: 0] += part.rows }
    var left = Set(claims.keys)
    let names = ["id", "origins", "attributions", "circles", "earliest"]
    TableFacts.read("data/claims.csv", names, ground) { fields, range in
      let claim = fields[0]
      left.remove(claim)
      let members = claims[claim] ?? []
      let circles = Self.circles(members.map { ($0.isNegative, path(of: $0)) })
      let origins = origins(members, circles)
      func compare(_ name: String, _ expected: String, _ found: String) {
        guard expected != found else { return }
        faults.add(
          "claim", "the attributions give another \(name) of the claim \(claim)", at: range,
          expected: Array(expected.utf8), found: Array(found.utf8))
      }
      compare("number of attributions", String(members.count), fields[2])
      compare("number of origins", String(origins), fields[1])
      compare("circle", Self.text(circles), Self.sorted(fields[3]))
      compare(
        "earliest report", earliest(members).sorted().joined(separator: " "),
        fields[4].split(separator: " ").sorted().joined(separator: " "))
      for prefix in ground.prefixes {
        guard let page = ground.files.number("\(prefix)claims/\(claim)/index.html") else {
          continue
        }
        for (list, number) in [("origins", origins), ("circles", circles.count)]
        where lists[Digest(list).of(page)] ?? 0 != number {
          faults.add(
            "claim", "\(prefix)claims/\(claim)/ shows another number of \(list)", at: range,
            expected: Array(String(number).utf8),
            found: Array(String(lists[Digest(list).of(page)] ?? 0).utf8))
        }
      }
    }
    for claim in left.sorted() { faults.add("claim", "there is no row of \(claim)", at: nil) }
  }

  // MARK: Circles

  /// The bodies that the words go through, from one to the next: named ones only.
  private func path(of member: Member) -> [String] {
    (member.chain + [member.outlet]).filter { $0 != "?" && !$0.isEmpty }.map(facts.body)
  }

  /// The bodies of each circle, sorted. Bodies of which each reaches the other by arrows: found as what
  /// a search forward and one backward have in common (Kosaraju).
  private static func circles(_ paths: [(isNegative: Bool, bodies: [String])]) -> [[String]] {
    var found: [[String]] = []
    for isNegative in [false, true] {
      var next: [String: [String]] = [:]
      var back: [String: [String]] = [:]
      for path in paths where path.isNegative == isNegative {
        for (from, to) in zip(path.bodies, path.bodies.dropFirst()) where from != to {
          next[from, default: []].append(to)
          back[to, default: []].append(from)
        }
      }
      var seen: Set<String> = []
      let order = next.keys.sorted().flatMap { finished(from: $0, next, &seen) }
      seen = []
      found += order.reversed().map { finished(from: $0, back, &seen).sorted() }
        .filter { $0.count > 1 }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// What is reached and was not seen before, in the order in which it is left again.
  private static func finished(
    from start: String, _ arrows: [String: [String]], _ seen: inout Set<String>
  ) -> [String] {
    guard seen.insert(start).inserted else { return [] }
    var order: [String] = []
    var path: [(body: String, next: [String].SubSequence)] = [(start, (arrows[start] ?? [])[...])]
    while let last = path.popLast() {
      guard let body = last.next.first else {
        order.append(last.body)
        continue
      }
      path.append((last.body, last.next.dropFirst()))
      if seen.insert(body).inserted { path.append((body, (arrows[body] ?? [])[...])) }
    }
    return order
  }

  private static func text(_ circles: [[String]]) -> String {
    circles.map { $0.joined(separator: " ") }.joined(separator: " | ")
  }

  private static func sorted(_ field: String) -> String {
    guard !field.isEmpty else { return "" }
    return text(
      field.split(separator: "|").map { $0.split(separator: " ").map(String.init).sorted() }
        .sorted { $0.lexicographicallyPrecedes($1) })
  }

  // MARK: Origins

  private func origins(_ members: [Member], _ circles: [[String]]) -> Int {
    var circleOf: [String: String] = [:]
    for circle in circles {
      for body in circle where circleOf[body] == nil { circleOf[body] = "circle:\(circle[0])" }
    }
    func key(_ member: Member) -> String {
      let first = member.chain.first ?? "?"
      if first != "?" { return circleOf[facts.body(first)] ?? "body:\(facts.body(first))" }
      let hand = member.chain.dropFirst().first { $0 != "?" }
      if let hand = hand ?? (member.outlet.isEmpty ? nil : member.outlet) { return "by:\(hand)" }
      return "in:\(member.article)"
    }
    var passed: [String: Set<String>] = [:]
    var speakers: Set<String> = []
    for member in members {
      let own = member.chain.first.flatMap { $0 == "?" ? nil : facts.body($0) }
      if let own, !member.isOriginless { speakers.insert("body:\(own)") }
      for hand in member.chain.dropFirst() + [member.outlet] where hand != "?" && !hand.isEmpty {
        guard facts.body(hand) != own else { continue }
        passed["\(member.isNegative)body:\(facts.body(hand))", default: []].insert(key(member))
      }
    }
    return Set(
      members.map { member in
        let own = key(member)
        guard member.isOriginless else { return own }
        var (key, seen) = (own, Set([own]))
        while key == own || !speakers.contains(key),
          let known = passed["\(member.isNegative)\(key)"], known.count == 1,
          let next = known.first, seen.insert(next).inserted
        {
          key = next
        }
        return key
      }
    ).count
  }

  // MARK: The earliest report

  /// Those before which no other was over, and those without a date.
  private func earliest(_ members: [Member]) -> [String] {
    let affirming = members.filter { !$0.isNegative }
    let articles = Set((affirming.isEmpty ? members : affirming).map(\.article))
    let dates = articles.compactMap { facts.published[$0] }
    let first = dates.map(\.latest).min() ?? .max
    return articles.filter { article in
      guard let date = facts.published[article] else { return true }
      return !(first <= date.earliest)
    }
  }
}
