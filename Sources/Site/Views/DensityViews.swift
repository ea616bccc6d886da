import Corpus
import Evidence

/// How many things there are in each month. Months are counted through: year × 12 + month - 1.
struct MonthCounts {
  private(set) var counts: [Int: Int] = [:]
  /// The event of each month that most articles tell of.
  private(set) var events: [Int: (event: Int, articles: Int)] = [:]

  mutating func add(year: Int, month: Int, count: Int = 1) {
    guard count > 0 else { return }
    counts[year * 12 + month - 1, default: 0] += count
  }

  mutating func name(year: Int, month: Int, event: Int, articles: Int) {
    let key = year * 12 + month - 1
    if (events[key]?.articles ?? 0) < articles { events[key] = (event, articles) }
  }

  /// The first and the last month that are drawn: of many things, without the outermost fiftieth at
  /// each end, lest one far date press all others together.
  var core: (first: Int, last: Int)? {
    let keys = counts.keys.sorted()
    guard var first = keys.first, var last = keys.last else { return nil }
    let total = counts.values.reduce(0, +)
    guard total > 50 else { return (first, last) }
    var left = total / 50
    for key in keys {
      first = key
      left -= counts[key] ?? 0
      if left < 0 { break }
    }
    left = total / 50
    for key in keys.reversed() {
      last = key
      left -= counts[key] ?? 0
      if left < 0 { break }
    }
    return (first, last)
  }

  /// The same by year, counted as months that are Januaries.
  var byYear: MonthCounts {
    var years = MonthCounts()
    for (key, count) in counts { years.counts[key / 12 * 12, default: 0] += count }
    for (key, named) in events {
      let year = key / 12 * 12
      let known = years.events[year]
      if (known?.articles ?? 0, named.event) < (named.articles, known?.event ?? .max) {
        years.events[year] = named
      }
    }
    return years
  }
}

extension Views {
  /// Up to so many months are drawn as months, more as years; and so many years, the last ones.
  private static var mostMonths: Int { 72 }
  private static var mostYears: Int { 100 }

  /// The events of some years by month.
  func density(of years: [Timeline.Year]) -> PictureView? {
    var months = MonthCounts()
    for year in years {
      for (position, events) in year.months.map(\.events).enumerated() {
        months.add(year: year.year, month: position + 1, count: events.count)
        let most = events.max {
          (evidence.events[$0].articles.count, $1) < (evidence.events[$1].articles.count, $0)
        }
        if let most {
          months.name(
            year: year.year, month: position + 1, event: most,
            articles: evidence.events[most].articles.count)
        }
      }
    }
    return density(months, counted: "events", title: "timeline", hasTable: false)
  }

  /// The articles that speak of an entity by the month in which they were published.
  func activity(of entity: Entity) -> PictureView? {
    guard entity.articles.count >= 4 else { return nil }
    var months = MonthCounts()
    for article in entity.articles {
      guard let moment = corpus.articles[article].published?.leadingMoment,
        let year = moment.wholeYear, let month = moment.calendarMonth
      else { continue }
      months.add(year: year, month: month)
    }
    return density(months, counted: "articles", title: "activity", hasTable: true)
  }

  /// - Parameters:
  ///   - counted: the name of the numbered words for what is counted.
  ///   - title: of the strings `picture.TITLE` and `picture.TITLEByYear`.
  /// - Returns: `nil` where there is one month only: a single bar tells nothing.
  private func density(
    _ months: MonthCounts, counted: String, title: String, hasTable: Bool
  ) -> PictureView? {
    guard let (first, last) = months.core, first < last else { return nil }
    let isByYear = last - first >= Self.mostMonths
    let counts = isByYear ? months.byYear : months
    let step = isByYear ? 12 : 1
    let end = isByYear ? last / 12 * 12 : last
    let earliest = isByYear ? first / 12 * 12 : first
    let start = max(earliest, end - (Self.mostYears - 1) * step)
    let buckets = stride(from: start, through: end, by: step).enumerated().map { position, key in
      DensityPicture.Bucket(
        name: name(key, isByYear),
        tick: tick(position, key, of: (end - start) / step + 1, isByYear),
        count: counts.counts[key] ?? 0,
        event: counts.events[key].map { event($0.event).title.text })
    }
    let left = counts.counts.filter { $0.key < start || $0.key > end }.values.reduce(0, +)
    let caption = strings["picture.\(title)\(isByYear ? "ByYear" : "")"]
    let picture = DensityPicture(
      title: caption, description: describe(buckets, counted), buckets: buckets,
      digits: strings.digits)
    return PictureView(
      svg: picture.svg(isRightToLeft: strings.isRightToLeft), caption: caption,
      leftOut: left == 0 ? nil : strings.count("leftOut", left),
      columns: [strings["event.when"], strings["figure.\(counted)"]],
      rows: hasTable
        ? buckets.filter { $0.count > 0 }.map {
          .init(name: word($0.name), path: nil, cells: [strings.digits($0.count)])
        } : [])
  }

  private func name(_ key: Int, _ isByYear: Bool) -> String {
    isByYear ? dates.yearText(key / 12) : dates.monthText(year: key / 12, month: key % 12 + 1)
  }

  /// Four of them at most, and at years where there are several.
  private func tick(_ position: Int, _ key: Int, of count: Int, _ isByYear: Bool) -> String? {
    if isByYear {
      let every = max((count + 5) / 6, 1)
      return position % every == 0 ? dates.yearText(key / 12) : nil
    }
    if position == 0 { return name(key, false) }
    // The first tick's own words reach as far as this.
    guard position * 5 >= count else { return nil }
    return key % 12 == 0 ? dates.yearText(key / 12) : nil
  }

  /// "September 2018 to May 2019: 11 events, most of them in May 2019: 5."
  private func describe(_ buckets: [DensityPicture.Bucket], _ counted: String) -> String {
    guard let first = buckets.first, let last = buckets.last,
      let most = buckets.max(by: { $0.count < $1.count })
    else { return "" }
    return strings.filled(
      "picture.densityText",
      [
        "1": first.name, "2": last.name,
        "3": strings.count(counted, buckets.reduce(0) { $0 + $1.count }),
        "4": most.name, "5": strings.digits(most.count),
      ])
  }
}
