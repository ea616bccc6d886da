import Mustache

/// How much there is in each of a row of equal stretches of time, the fullest of them named.
package struct DensityPicture {
  package struct Bucket {
    /// "May 2019".
    let name: String
    /// Below the axis, where one begins here: "2019".
    let tick: String?
    let count: Int
    /// What happened most in it.
    var event: String?

    package init(name: String, tick: String? = nil, count: Int, event: String? = nil) {
      self.name = name
      self.tick = tick
      self.count = count
      self.event = event
    }
  }

  let title: String
  let description: String
  let buckets: [Bucket]
  /// Writes a number in the language's digits.
  let digits: (Int) -> String

  package init(
    title: String, description: String, buckets: [Bucket], digits: @escaping (Int) -> String
  ) {
    self.title = title
    self.description = description
    self.buckets = buckets
    self.digits = digits
  }

  private static let barHeight = 64
  /// In per cent: a few bars need not fill the width.
  private static let widest = 5.0
  private static let rowHeight = 18
  private static let nameRows = 3
  /// Letters of a name that are drawn, and how much of the width each may take, in per cent, where a
  /// picture is 44 rem wide; below that the names are not shown.
  private static let nameLength = 30
  private static let letterWidth = 1.05
  /// More than these, and the numbers over the bars would run into each other.
  private static let numbered = 24

  package func svg(isRightToLeft: Bool) -> HTML {
    let names = placedNames()
    let rows = (names.map(\.row).max() ?? -1) + 1
    let top = rows * Self.rowHeight + 24
    let base = top + Self.barHeight
    var svg = SVG(
      title: title, description: description, height: base + 22, isRightToLeft: isRightToLeft)
    let step = 100 / Double(max(buckets.count, 1))
    let most = Double(max(buckets.map(\.count).max() ?? 1, 1))
    for name in names {
      let x = (Double(name.bucket) + 0.5) * step
      let y = (rows - name.row) * Self.rowHeight - 4
      let height = bar(buckets[name.bucket].count, most)
      svg.line("lead", from: (x, y + 3), to: (x, base - height - 14))
      svg.text(
        name.text, "name", x: x, y: y, anchor: name.isBefore ? .end : .start,
        shift: name.isBefore ? 4 : -4)
    }
    svg.line("axis", from: (0, base), to: (100, base))
    for (position, bucket) in buckets.enumerated() {
      let x = Double(position) * step
      if bucket.count > 0 {
        let height = bar(bucket.count, most)
        let width = min(step * 0.7, Self.widest)
        svg.rectangle(
          "bar", x: x + (step - width) / 2, y: base - height, width: width, height: height)
        if buckets.count <= Self.numbered {
          svg.text(
            digits(bucket.count), "count", x: x + step / 2, y: base - height - 4, anchor: .middle)
        }
      }
      if let tick = bucket.tick {
        svg.line("axis", from: (x, base), to: (x, base + 6))
        svg.text(tick, "tick", x: x, y: base + 17, shift: 4)
      }
    }
    return svg.finish()
  }

  private func bar(_ count: Int, _ most: Double) -> Int {
    max(Int((Double(count) / most * Double(Self.barHeight)).rounded()), 2)
  }

  private struct PlacedName {
    let text: String
    let bucket: Int
    /// From the bars upwards.
    let row: Int
    /// Whether it ends at its bar, for want of room behind it.
    let isBefore: Bool
  }

  /// The names of the fullest stretches, each on the lowest row where it meets no other.
  private func placedNames() -> [PlacedName] {
    let step = 100 / Double(max(buckets.count, 1))
    var taken: [[ClosedRange<Double>]] = Array(repeating: [], count: Self.nameRows)
    var placed: [PlacedName] = []
    let order = buckets.indices.filter { buckets[$0].event != nil && buckets[$0].count > 0 }
      .sorted { (buckets[$1].count, $0) < (buckets[$0].count, $1) }
    for bucket in order.prefix(24) {
      let text = (buckets[bucket].event ?? "").shortened(to: Self.nameLength)
      let x = (Double(bucket) + 0.5) * step
      let width = Double(text.count) * Self.letterWidth + 1
      let isBefore = x + width > 100
      guard !isBefore || x - width >= 0 else { continue }
      let range = isBefore ? x - width...x : x...x + width
      let line = x - 0.4...x + 0.4
      // The line from a name to its bar goes down through the rows below it.
      let row = taken.indices.first { row in
        !taken[row].contains { $0.overlaps(range) }
          && taken[..<row].allSatisfy { !$0.contains { $0.overlaps(line) } }
      }
      guard let row else { continue }
      taken[row].append(range)
      for below in 0..<row { taken[below].append(line) }
      placed.append(PlacedName(text: text, bucket: bucket, row: row, isBefore: isBefore))
    }
    return placed
  }
}
