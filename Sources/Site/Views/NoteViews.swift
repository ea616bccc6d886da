import Corpus
import Evidence

extension Views {
  /// The notes of an article by the position of the piece of its text that they follow: every chain
  /// after the block in which its words begin, those of the title's words after the first.
  func notes(of article: Int) -> [Int: NotesView] {
    let blocks = TextBlocks(corpus.articles[article].body)
    var byBlock: [Int: [NoteView]] = [:]
    var colors = OriginatorColors()
    let range = evidence.articles[article].attributions
    for index in range {
      let attribution = evidence.attributions[index]
      let content = evidence.record(attribution).content
      let place = content.field == .title ? 0 : Int(content.first.bytes.lowerBound)
      byBlock[blocks.block(at: place), default: []].append(
        note(attribution, position: index - range.lowerBound, color: colors.color(of: attribution)))
    }
    let filled = byBlock.keys.sorted()
    var notes: [Int: NotesView] = [:]
    for (position, block) in filled.enumerated() {
      let next = position + 1 < filled.count ? filled[position + 1] : blocks.blocks.count + 1
      let own = byBlock[block] ?? []
      let piece = blocks.blocks.isEmpty ? -1 : blocks.blocks[block].lastPiece
      notes[piece] = NotesView(
        countText: strings.count("attributions", own.count),
        rows: min(next - block, NotesView.reach), notes: own, lang: strings.lang,
        dir: strings.isRightToLeft ? "rtl" : "ltr")
    }
    return notes
  }

  /// - Parameter position: among the attributions of its article, from 0.
  private func note(_ attribution: Attribution, position: Int, color: Int) -> NoteView {
    let record = evidence.record(attribution)
    let fragments = fragments(analysis: attribution.analysis, article: attribution.article)
    return NoteView(
      id: fragments.note(record.id), number: strings.digits(position + 1), color: color,
      rowID: position < Limits.rows ? fragments.attribution(record.id) : nil,
      chain: chain(attribution), cue: record.cue.map { cue($0, of: attribution, path: "") },
      directnessWord: strings.word("directness", for: record.directness.rawValue),
      isNegative: record.isNegative)
  }
}

/// Numbers the originators of an article as they come, as its list of originators does.
struct OriginatorColors {
  private var numbers: [Int?: Int] = [:]

  /// From 1, as many as the stylesheet tells apart.
  mutating func color(of attribution: Attribution) -> Int {
    let number = numbers[attribution.originator] ?? numbers.count
    numbers[attribution.originator] = number
    return number % Views.colors + 1
  }
}
