import Corpus
import Evidence

/// The attributions of one article as its page shows them: numbered in the order of the text, those
/// in the title first, and coloured by originator.
struct Apparatus {
  struct Entry {
    /// Into `Evidence.attributions`.
    let attribution: Int
    /// Where its first words stand, in bytes of the text; -1 in the title.
    let place: Int
    /// From 1.
    let number: Int
    /// From 1 to `Views.colors`: originators are coloured as they come, as in the list of them.
    let color: Int
  }

  /// In the order of their numbers.
  let entries: [Entry]

  init(of article: Int, in evidence: Evidence) {
    var colors: [Int?: Int] = [:]
    let found = evidence.articles[article].attributions.map { index in
      let attribution = evidence.attributions[index]
      let content = evidence.content(of: attribution)
      let color = colors[attribution.originator] ?? colors.count
      colors[attribution.originator] = color
      return (
        index: index, place: content.field == .title ? -1 : Int(content.first.bytes.lowerBound),
        color: color % Views.colors + 1
      )
    }
    entries = found.sorted { ($0.place, $0.index) < ($1.place, $1.index) }.enumerated().map {
      Entry(attribution: $1.index, place: $1.place, number: $0 + 1, color: $1.color)
    }
  }
}
