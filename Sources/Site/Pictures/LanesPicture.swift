import Mustache

/// Several histories side by side over one stretch of time. What happened at a known time is a disc;
/// a date that is not sure is as long as it may be.
package struct LanesPicture {
  package struct Lane {
    let name: String
    let marks: [Mark]

    package init(name: String, marks: [Mark]) {
      self.name = name
      self.marks = marks
    }
  }

  package struct Mark: Hashable {
    /// Of the whole stretch, 0 to 100.
    let start: Double
    let end: Double
    let isExact: Bool

    package init(start: Double, end: Double, isExact: Bool) {
      self.start = start
      self.end = end
      self.isExact = isExact
    }
  }

  package struct Tick {
    let text: String
    let place: Double

    package init(text: String, place: Double) {
      self.text = text
      self.place = place
    }
  }

  let title: String
  let description: String
  let lanes: [Lane]
  let ticks: [Tick]

  package init(title: String, description: String, lanes: [Lane], ticks: [Tick]) {
    self.title = title
    self.description = description
    self.lanes = lanes
    self.ticks = ticks
  }

  private static let laneHeight = 36
  private static let nameLength = 40
  /// Marks nearer to each other than this, in per cent, are drawn as one.
  private static let grain = 0.5

  package func svg(isRightToLeft: Bool) -> HTML {
    let base = lanes.count * Self.laneHeight + 4
    var svg = SVG(
      title: title, description: description, height: base + 18, isRightToLeft: isRightToLeft)
    for tick in ticks {
      svg.line("lead", from: (tick.place, 0), to: (tick.place, base + 4))
      svg.text(tick.text, "tick", x: tick.place, y: base + 15, shift: 4)
    }
    for (position, lane) in lanes.enumerated() {
      let y = position * Self.laneHeight + 28
      svg.text(lane.name.shortened(to: Self.nameLength), "name-of", x: 0, y: y - 13)
      svg.line("axis", from: (0, y), to: (100, y))
      for mark in Self.distinct(lane.marks) {
        if mark.isExact {
          svg.circle("dot", x: min(max(mark.start, 0.6), 99.4), y: y, radius: 4)
        } else {
          svg.rectangle(
            "span", x: mark.start, y: y - 3, width: max(mark.end - mark.start, 0.8), height: 6)
        }
      }
    }
    return svg.finish()
  }

  /// What would be drawn over itself is drawn once, so that a lane has a bounded number of marks.
  private static func distinct(_ marks: [Mark]) -> [Mark] {
    func rounded(_ place: Double) -> Double { (place / grain).rounded() * grain }
    var seen: Set<Mark> = []
    return marks.filter { mark in
      seen.insert(
        Mark(start: rounded(mark.start), end: rounded(mark.end), isExact: mark.isExact)
      ).inserted
    }
    .sorted { ($0.start, $0.end) < ($1.start, $1.end) }
  }
}
