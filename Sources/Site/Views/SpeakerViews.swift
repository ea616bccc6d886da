import Corpus
import Evidence

/// How outlets let people speak.
extension Views {
  /// Whose speech a table is of: how its rows are told apart, and how their numbers are counted again.
  enum Speech {
    /// Who speaks in an article, in an outlet's pages; in whose pages an entity speaks.
    case article(Int), outlet(Int), speaker(Int)

    var isOutletsOfSpeaker: Bool {
      if case .speaker = self { true } else { false }
    }
  }

  /// The rows of one page of such a table.
  func speakers(
    _ speech: Speech, _ attributions: some Sequence<Int>, _ range: Range<Int>,
    of list: PageJob.List, extent: (Int) -> Extent, all: String
  ) -> SpeakerList {
    let tallies = tallies(speech, attributions, of: list)
    let shown = range.clamped(to: tallies.indices)
    return SpeakerList(
      rows: tallies[shown].map { speakerRow(speech, $0.key, $0.tally, all: all) },
      extent: extent(tallies.count),
      note: strings.filled("speech.note", ["n": strings.digits(Limits.shareBase)]))
  }

  private func tallies(
    _ speech: Speech, _ attributions: some Sequence<Int>, of list: PageJob.List
  ) -> [(key: Int?, tally: CueTally)] {
    if let last = lastTallies, last.list == list { return last.tallies }
    var tallies: [Int?: CueTally] = [:]
    for index in attributions {
      let key =
        speech.isOutletsOfSpeaker
        ? evidence.attributions[index].outlet : evidence.attributions[index].originator
      let (analysis, number) = (
        evidence.attributions[index].analysis, evidence.attributions[index].record
      )
      let directness = corpus.analyses[analysis].attributions[number].directness
      tallies[key, default: CueTally()].count(directness)
      guard let cue = corpus.analyses[analysis].attributions[number].cue else { continue }
      let article = evidence.attributions[index].article
      let words = cue.lemma ?? cue.target.map { self.words($0, in: article) } ?? ""
      tallies[key, default: CueTally()].add(cue.stance, words, index)
    }
    let ordered = inOrder(tallies) { $0.total }
    if ordered.count > Limits.rows { lastTallies = (list, ordered) }
    return ordered
  }

  /// Where a number can bear it, the largest first; those below that are not ranked, and stand by name,
  /// those without one last.
  func inOrder<Tally>(
    _ tallies: [Int?: Tally], total: (Tally) -> Int
  ) -> [(key: Int?, tally: Tally)] {
    tallies.map { key, tally -> (rank: Int, name: String, key: Int?) in
      let number = total(tally)
      return (
        number >= Limits.shareBase ? -number : 0, key.map { entity($0).name.text } ?? "\u{10FFFF}",
        key
      )
    }
    .sorted { ($0.rank, $0.name, $0.key ?? .max) < ($1.rank, $1.name, $1.key ?? .max) }
    .compactMap { row in tallies[row.key].map { (row.key, $0) } }
  }

  private func speakerRow(
    _ speech: Speech, _ key: Int?, _ tally: CueTally, all: String
  ) -> SpeakerRow {
    let name = self.key(speech, key)
    return SpeakerRow(
      speaker: key.map { speech.isOutletsOfSpeaker ? source($0) : entity($0) },
      isOutlet: speech.isOutletsOfSpeaker,
      stances: Cue.Stance.allCases.compactMap { stance in
        tally.cues[stance].map { stanceView(stance, $0, of: tally.total, name) }
      },
      directness: AttributionRecord.Directness.allCases.compactMap { manner in
        tally.directness[manner].map {
          self.tally(
            strings.word("directness", for: manner.rawValue), $0, of: tally.total,
            "\(name) directness=\(manner.rawValue)")
        }
      },
      total: self.tally(nil, tally.total, of: 0, name, counted: "attributions"), allPath: all)
  }

  private func stanceView(
    _ stance: Cue.Stance, _ uses: [String: CueTally.Use], of total: Int, _ name: String
  ) -> SpeakerRow.StanceView {
    let ordered = uses.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let unsaid = ordered.count - Limits.shown
    return SpeakerRow.StanceView(
      stance: stance.rawValue,
      tally: tally(
        strings.word("stance", for: stance.rawValue), ordered.reduce(0) { $0 + $1.value.count },
        of: total, "\(name) stance=\(stance.rawValue)"),
      cues: ordered.prefix(Limits.shown).map { words, use in
        let lang = corpus.articles[evidence.attributions[use.first].article].lang
        return WordUse(
          words: text(words, lang: lang), path: attributionPath(use.first),
          times: use.count > 1 ? strings.count("times", use.count) : nil)
      },
      unsaidText: unsaid > 0 ? strings.count("unsaid", unsaid) : nil)
  }

  /// - Parameters:
  ///   - total: of what it is a share; 0 where it is none.
  ///   - counted: the noun of what is counted, where it is to be said.
  func tally(
    _ word: String?, _ number: Int, of total: Int, _ key: String, counted: String? = nil
  ) -> TallyView {
    let percent = total >= Limits.shareBase ? (number * 200 + total) / (total * 2) : nil
    return TallyView(
      word: word, number: number,
      text: counted.map { strings.count($0, number) } ?? strings.digits(number), key: key,
      share: percent.map {
        strings.filled("speech.share", ["n": strings.digits($0)])
      })
  }

  private func key(_ speech: Speech, _ other: Int?) -> String {
    func id(_ entity: Int?) -> String { entity.map { evidence.entities[$0].id } ?? "" }
    return switch speech {
    case .article(let article):
      "article=\(corpus.articles[article].id) speaker=\(id(other))"
    case .outlet(let outlet): "outlet=\(id(outlet)) speaker=\(id(other))"
    case .speaker(let speaker): "outlet=\(id(other)) speaker=\(id(speaker))"
    }
  }
}

/// How often each cue is used, by stance, and how often in the speaker's own words.
struct CueTally {
  struct Use {
    /// The first attribution that has it.
    let first: Int
    fileprivate(set) var count = 0
  }

  private(set) var total = 0
  /// By the dictionary form where it is known, so that all forms of a word count together.
  private(set) var cues: [Cue.Stance: [String: Use]] = [:]
  private(set) var directness: [AttributionRecord.Directness: Int] = [:]

  fileprivate mutating func count(_ manner: AttributionRecord.Directness) {
    total += 1
    directness[manner, default: 0] += 1
  }

  fileprivate mutating func add(_ stance: Cue.Stance, _ words: String, _ attribution: Int) {
    cues[stance, default: [:]][words, default: Use(first: attribution)].count += 1
  }
}
