import Corpus
import Evidence

extension Views {
  /// Which cues each originator of these attributions is given, most attributions first.
  func speakers(in attributions: some Sequence<Int>) -> [SpeakerRow] {
    cueRows(attributions) {
      $0.originator
    } link: {
      entity($0)
    }
  }

  /// Which cues each outlet gives, where these are one originator's attributions.
  func outlets(of attributions: some Sequence<Int>) -> [SpeakerRow] {
    cueRows(attributions) {
      $0.outlet
    } link: {
      source($0)
    }
  }

  private func cueRows(
    _ attributions: some Sequence<Int>, by key: (Attribution) -> Int?, link: (Int) -> EntityLink
  ) -> [SpeakerRow] {
    var tallies: [Int?: CueTally] = [:]
    for index in attributions {
      let attribution = evidence.attributions[index]
      let cue = evidence.record(attribution).cue
      let words = cue.map { self.cue($0, of: attribution, path: "").lemmaOrWords }
      tallies[key(attribution), default: CueTally()].add(cue?.stance, words)
    }
    let ordered = tallies.sorted { left, right in
      (right.value.total, left.key ?? .max) < (left.value.total, right.key ?? .max)
    }
    return ordered.map { key, tally in
      SpeakerRow(
        speaker: key.map(link), stances: stances(tally),
        total: strings.count("attributions", tally.total), attributions: tally.total)
    }
  }

  private func stances(_ tally: CueTally) -> [SpeakerRow.StanceView] {
    Cue.Stance.allCases.compactMap { stance in
      guard let words = tally.cues[stance] else { return nil }
      let counted = words.values.sorted { left, right in
        (right.count, left.words.text) < (left.count, right.words.text)
      }
      let number = counted.reduce(0) { $0 + $1.count }
      return SpeakerRow.StanceView(
        stance: stance.rawValue, stanceWord: strings.word("stance", for: stance.rawValue),
        number: number, count: strings.digits(number),
        cues: counted.map { cue in
          SpeakerRow.CueCount(
            words: cue.words, times: cue.count > 1 ? strings.count("times", cue.count) : nil)
        })
    }
  }
}

/// How often each cue is used, by stance.
private struct CueTally {
  var total = 0
  var cues: [Cue.Stance: [String: (words: TextView, count: Int)]] = [:]

  mutating func add(_ stance: Cue.Stance?, _ words: TextView?) {
    total += 1
    guard let stance, let words else { return }
    cues[stance, default: [:]][words.text, default: (words, 0)].count += 1
  }
}

extension CueView {
  /// The dictionary form where it is known, so that all forms of a word count together.
  fileprivate var lemmaOrWords: TextView {
    lemma.map { TextView(text: $0, lang: words.lang, dir: words.dir) } ?? words
  }
}
