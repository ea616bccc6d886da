import Corpus
import Evidence

extension Views {
  /// The notes of an article by the position of the piece of its text that they follow: every chain
  /// after the block in which its words begin, those of the title's words after the first.
  func notes(of article: Int, _ apparatus: Apparatus) -> [Int: NotesView] {
    let blocks = TextBlocks(corpus.articles[article].body)
    let byBlock = Dictionary(grouping: apparatus.entries) { blocks.block(at: $0.place) }
    let filled = byBlock.keys.sorted()
    var notes: [Int: NotesView] = [:]
    for (position, block) in filled.enumerated() {
      let next = position + 1 < filled.count ? filled[position + 1] : blocks.blocks.count + 1
      let own = byBlock[block] ?? []
      let piece = blocks.blocks.isEmpty ? -1 : blocks.blocks[block].lastPiece
      notes[piece] = NotesView(
        countText: strings.count("attributions", own.count),
        rows: min(next - block, NotesView.reach), notes: self.notes(own), lang: strings.lang,
        dir: strings.isRightToLeft ? "rtl" : "ltr")
    }
    return notes
  }

  /// What came through one chain stands under it once.
  private func notes(_ entries: [Apparatus.Entry]) -> [NoteView] {
    var position: [ChainKey: Int] = [:]
    var groups: [[Apparatus.Entry]] = []
    for entry in entries {
      let key = ChainKey(evidence.attributions[entry.attribution], evidence)
      let group = position[key] ?? groups.count
      if group == groups.count {
        position[key] = group
        groups.append([])
      }
      groups[group].append(entry)
    }
    return groups.map { group in
      NoteView(
        color: group[0].color,
        chain: chain(evidence.attributions[group[0].attribution], namesWords: false),
        sayings: group.map(saying))
    }
  }

  private func saying(_ entry: Apparatus.Entry) -> SayingView {
    let attribution = evidence.attributions[entry.attribution]
    let record = evidence.record(attribution)
    let fragments = fragments(analysis: attribution.analysis, article: attribution.article)
    let first = evidence.articles[attribution.article].attributions.lowerBound
    return SayingView(
      id: fragments.note(record.id), number: strings.digits(entry.number),
      rowID: entry.attribution - first < Limits.rows ? fragments.attribution(record.id) : nil,
      cue: record.cue.map { cue($0, of: attribution, path: "") },
      directnessWord: strings.word("directness", for: record.directness.rawValue),
      isNegative: record.isNegative)
  }
}

/// What is equal in chains that are drawn alike.
private struct ChainKey: Hashable {
  let sources: [Int?]
  let media: [String?]
  let descriptions: [[String]]

  init(_ attribution: Attribution, _ evidence: Evidence) {
    let chain = evidence.chain(of: attribution)
    sources = attribution.sources + [attribution.outlet]
    media = chain.map(\.medium)
    descriptions = chain.map { link in link.description.entries.map(\.text) }
  }
}
