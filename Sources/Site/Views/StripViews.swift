import Corpus
import Evidence

extension Views {
  private static var mostRows: Int { 8 }

  /// Who says the most in the whole corpus, and with which stance it is passed on.
  ///
  /// - Parameter sources: entities to choose from.
  func voices(of sources: [Int]) -> PictureView? {
    let order = sources.filter { !evidence.entities[$0].said.isEmpty }.sorted {
      (evidence.entities[$1].said.count, $0) < (evidence.entities[$0].said.count, $1)
    }
    let rows = order.prefix(Self.mostRows).map { index in
      StripRow(
        link: source(index), counts: stances(evidence.entities[index].said),
        total: evidence.entities[index].said.count)
    }
    return strip(rows, title: "voices", left: order.count - rows.count, hasTable: true)
  }

  /// The bars of a table of cues.
  ///
  /// - Parameters:
  ///   - title: of the string `picture.TITLE`.
  ///   - total: how many speakers there are.
  func strip(_ speakers: [SpeakerRow], title: String, of total: Int) -> PictureView? {
    let order = speakers.enumerated().sorted {
      ($1.element.total.number, $0.offset) < ($0.element.total.number, $1.offset)
    }
    let rows = order.prefix(Self.mostRows).map(\.element).map { row in
      StripRow(
        link: row.speaker,
        counts: Cue.Stance.allCases.map { stance in
          row.stances.first { $0.stance == stance.rawValue }?.tally.number ?? 0
        },
        total: row.total.number)
    }
    return strip(rows, title: title, left: total - rows.count, hasTable: false)
  }

  /// With whom an entity appears, where it does so more than once.
  func company(_ companions: [(entity: Int, articles: Int)]) -> PictureView? {
    let close = companions.filter { $0.articles > 1 }
    let rows = close.prefix(Self.mostRows).map { companion in
      StripRow(
        link: entity(companion.entity), counts: [companion.articles], total: companion.articles)
    }
    return strip(rows, title: "company", left: 0, hasTable: false)
  }

  /// - Returns: `nil` for fewer than two rows: one bar is longer than none.
  private func strip(
    _ rows: [StripRow], title: String, left: Int, hasTable: Bool
  ) -> PictureView? {
    guard rows.count > 1 else { return nil }
    let caption = strings["picture.\(title)"]
    let named = rows.map { (name: $0.link?.name ?? word(strings["chain.unnamed"]), row: $0) }
    let picture = StripPicture(
      title: caption,
      description: named.map { "\($0.name.text): \(strings.digits($0.row.total))" }
        .joined(separator: strings["picture.separator"]),
      rows: named.map { name, row in
        StripPicture.Row(
          name: name.text, number: strings.digits(row.total), counts: row.counts,
          total: row.total)
      })
    return PictureView(
      svg: picture.svg(isRightToLeft: strings.isRightToLeft), caption: caption,
      leftOut: left <= 0 ? nil : strings.count("leftOut", left),
      columns: [strings["cue.speaker"]] + Cue.Stance.allCases.map { strings["stance.\($0)"] }
        + [strings["cue.total"]],
      rows: hasTable
        ? named.map { name, row in
          .init(
            name: name, path: row.link?.path,
            cells: (row.counts + [row.total]).map(strings.digits))
        } : [])
  }

  private func stances(_ attributions: [Int]) -> [Int] {
    var counts: [Cue.Stance: Int] = [:]
    for index in attributions {
      guard let cue = evidence.cue(of: evidence.attributions[index]) else { continue }
      counts[cue.stance, default: 0] += 1
    }
    return Cue.Stance.allCases.map { counts[$0] ?? 0 }
  }
}

/// One bar before it is drawn.
private struct StripRow {
  /// `nil` for unnamed sources.
  let link: EntityLink?
  let counts: [Int]
  let total: Int
}
