import Corpus
import Mustache

/// One bar for each of several speakers, as long as what it says is much, parted by the stance of the
/// words that let it speak. Stances differ in shape, not in colour alone.
package struct StripPicture {
  package struct Row {
    let name: String
    let number: String
    /// By stance, in the order of `Cue.Stance.allCases`; what has no cue is left out.
    let counts: [Int]
    let total: Int

    package init(name: String, number: String, counts: [Int], total: Int) {
      self.name = name
      self.number = number
      self.counts = counts
      self.total = total
    }
  }

  let title: String
  let description: String
  let rows: [Row]

  package init(title: String, description: String, rows: [Row]) {
    self.title = title
    self.description = description
    self.rows = rows
  }

  private static let rowHeight = 42
  private static let nameLength = 40

  package func svg(isRightToLeft: Bool) -> HTML {
    var svg = SVG(
      title: title, description: description, height: rows.count * Self.rowHeight + 2,
      isRightToLeft: isRightToLeft)
    // The longest bar leaves room for its number.
    let scale = 90 / Double(max(rows.map(\.total).max() ?? 1, 1))
    for (position, row) in rows.enumerated() {
      let y = position * Self.rowHeight + 30
      svg.text(row.name.shortened(to: Self.nameLength), "name-of", x: 0, y: y - 13)
      svg.line("axis", from: (0, y), to: (Double(row.total) * scale, y))
      var x = 0.0
      for (stance, count) in zip(Cue.Stance.allCases, row.counts) where count > 0 {
        let width = Double(count) * scale
        draw(stance, x: x, y: y, width: max(width - 0.3, 0.3), on: &svg)
        x += width
      }
      svg.text(row.number, "count", x: Double(row.total) * scale, y: y + 4, shift: 6)
    }
    return svg.finish()
  }

  private func draw(_ stance: Cue.Stance, x: Double, y: Int, width: Double, on svg: inout SVG) {
    switch stance {
    case .neutral: svg.rectangle("neutral", x: x, y: y - 3, width: width, height: 6)
    case .endorsing: svg.rectangle("endorsing", x: x, y: y - 6, width: width, height: 12)
    case .distancing: svg.rectangle("distancing", x: x, y: y - 6, width: width, height: 12)
    case .denying:
      svg.rectangle("denying", x: x, y: y - 6, width: width, height: 12)
      svg.line("denying", from: (x, y - 6), to: (x + width, y + 6))
    }
  }
}
