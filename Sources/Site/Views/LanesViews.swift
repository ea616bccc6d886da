import Corpus
import Evidence

extension Views {
  private static var mostLanes: Int { 6 }
  /// Of each lane, spread over it.
  private static var mostMarks: Int { 240 }

  /// The dated events of those entities that have the most of them, each in a lane of its own.
  ///
  /// - Parameter leading: entities, those of most articles first; only these are looked at.
  func lanes(of leading: some Sequence<Int>) -> PictureView? {
    let chosen = leading.filter { evidence.entities[$0].events.count > 1 }
      .sorted {
        (evidence.entities[$1].events.count, $0) < (evidence.entities[$0].events.count, $1)
      }
      .prefix(Self.mostLanes)
    let histories = chosen.map { entity in
      (entity: entity, dates: spread(evidence.entities[entity].events.compactMap { date(of: $0) }))
    }
    .filter { !$0.dates.isEmpty }
    guard histories.count > 1, let stretch = Stretch(histories.flatMap(\.dates)) else { return nil }
    let title = strings["picture.lanes"]
    let picture = LanesPicture(
      title: title,
      description: strings.filled(
        "picture.lanesText", ["1": strings.count("entities", histories.count)]),
      lanes: histories.map { history in
        LanesPicture.Lane(
          name: entity(history.entity).name.text, marks: history.dates.map(stretch.mark))
      },
      ticks: stretch.ticks(dates))
    return PictureView(
      svg: picture.svg(isRightToLeft: strings.isRightToLeft), caption: title, leftOut: nil,
      columns: [strings["entity.name"], strings["figure.events"]],
      rows: histories.map { history in
        let link = entity(history.entity)
        return .init(
          name: link.name, path: link.path,
          cells: [strings.digits(evidence.entities[history.entity].events.count)])
      })
  }

  private func date(of event: Int) -> EDTF? {
    evidence.events[event].date.best.flatMap { $0.earliest > .min ? $0 : nil }
  }

  private func spread(_ dates: [EDTF]) -> [EDTF] {
    let every = (dates.count + Self.mostMarks - 1) / Self.mostMarks
    return every <= 1 ? dates : stride(from: 0, to: dates.count, by: every).map { dates[$0] }
  }
}

/// The stretch of time that lanes are drawn over.
private struct Stretch {
  /// In seconds since 1970.
  let start: Int64
  let end: Int64

  /// From the first to the last of the dates; of many, without the outermost fiftieth at each end,
  /// lest one far date press all others together.
  init?(_ dates: [EDTF]) {
    let starts = dates.map(\.earliest).sorted()
    guard let first = starts.first, let last = starts.last else { return nil }
    let cut = dates.count > 50 ? dates.count / 50 : 0
    let low = cut > 0 ? starts[cut] : first
    let high = cut > 0 ? starts[starts.count - 1 - cut] : last
    let ends = dates.map(\.latest).filter { $0 < .max && $0 > low }
    let reach = cut > 0 ? high : max(high, ends.max() ?? high)
    guard reach > low else { return nil }
    let room = max((reach - low) / 40, 86_400)
    start = low - room
    end = reach + room
  }

  func place(_ second: Int64) -> Double {
    let clamped = min(max(second, start), end)
    return Double(clamped - start) / Double(end - start) * 100
  }

  func mark(_ date: EDTF) -> LanesPicture.Mark {
    let isDay = date.latest < .max && date.latest - date.earliest <= 86_400
    return LanesPicture.Mark(
      start: place(date.earliest), end: place(date.latest),
      isExact: isDay && !date.isApproximate && !date.isUncertain)
  }

  /// At the beginnings of years, six at most, else of months, three.
  func ticks(_ dates: DateText) -> [LanesPicture.Tick] {
    let first = GregorianCalendar.date(ofSecond: start)
    let last = GregorianCalendar.date(ofSecond: end)
    let months = (last.year - first.year) * 12 + last.month - first.month
    let step =
      [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].first { months / $0 <= ($0 < 12 ? 3 : 6) }
      ?? 12_000
    let from = first.year * 12 + first.month - 1
    var ticks: [LanesPicture.Tick] = []
    var key = from - from % step + step
    while key <= last.year * 12 + last.month - 1 {
      let place = place(GregorianCalendar.second(year: key / 12, month: key % 12 + 1))
      if place < (step < 12 ? 75 : 90) {
        ticks.append(
          .init(
            text: step >= 12
              ? dates.yearText(key / 12) : dates.monthText(year: key / 12, month: key % 12 + 1),
            place: place))
      }
      key += step
    }
    return ticks
  }
}
