import Corpus
import Diagnostics

/// The words of a link that leads to words of an article.
struct ShownWords {
  let passage: Ground.Passage
  /// Where the link's own text begins, in bytes of the page.
  let start: Int
  var text: [UInt8] = []
}

/// A mention with the words before and after it.
struct ShownContext {
  private(set) var passage: Ground.Passage?
  var text: [UInt8] = []
  private var words = 0..<0

  mutating func begin(_ passage: Ground.Passage) {
    self.passage = passage
    words = text.count..<text.count
  }

  mutating func end(after length: Int) {
    words = words.lowerBound..<words.lowerBound + length
  }

  /// What the article has around the mention, where it is not what is shown. An ellipsis at either
  /// end is not of the article.
  func fault(in article: Article) -> (expected: [UInt8], found: [UInt8])? {
    guard let target = passage?.target, let last = target.spans.last,
      words.upperBound <= text.count
    else { return nil }
    let ellipsis = Array("…".utf8)
    let own = article.bytes(of: target.field)
    var before = text[..<words.lowerBound]
    var after = text[words.upperBound...]
    if before.starts(with: ellipsis) { before = before.dropFirst(ellipsis.count) }
    if after.suffix(ellipsis.count) == ellipsis[...] { after = after.dropLast(ellipsis.count) }
    let start = min(Int(target.first.bytes.lowerBound), own.count)
    let end = min(max(Int(last.bytes.upperBound), start), own.count)
    let ownBefore = own[..<start].suffix(before.count)
    if ownBefore != before { return (Array(ownBefore), Array(before)) }
    let ownAfter = own[end...].prefix(after.count)
    return ownAfter == after ? nil : (Array(ownAfter), Array(after))
  }
}

extension Diagnostic.Note {
  /// Where in an article a target is.
  static func inContent(_ article: Article, _ target: Target) -> Self {
    let range = target.first.codePoints
    let field = target.field == .title ? "title" : "text"
    return Self(
      "the words are at \(range.lowerBound)..<\(range.upperBound) of its \(field)",
      at: Place(
        file: article.origin.file, line: article.origin.line, column: 1, excerpt: "",
        marked: 0..<0))
  }
}

extension Tally {
  mutating func count(_ kind: MarkKind) {
    switch kind {
    case .content: quotations += 1
    case .cue: cues += 1
    case .label: labels += 1
    case .when: times += 1
    case .event: events += 1
    case .mention: mentions += 1
    case .source: break
    }
  }
}
