import Corpus

/// Holds an element that shows an article's text (or title) against that text, letter by letter, and
/// notes where its marks begin and end in it.
///
/// Between two blocks the white space of both is passed over; inside a block every byte counts.
struct ReadingCheck {
  let field: Target.Field
  let text: [UInt8]
  /// The element that holds it.
  let element: Range<Int>
  /// How far the text was found on the page.
  private(set) var place = 0
  /// Where the page is other than the text: a range of the page.
  private(set) var difference: (page: Range<Int>, found: [UInt8])?
  /// Where each id stands in the text.
  private(set) var starts: [Digest: (place: Int, page: Range<Int>)] = [:]
  /// Marks that are an id only, since too many others lie over them.
  private(set) var points: Set<Digest> = []
  private var isBetweenBlocks = true
  private var depths = Array(repeating: 0, count: MarkKind.allCases.count)
  private var opened = Array(repeating: 0, count: MarkKind.allCases.count)
  private var covered = Array(repeating: [Range<Int>](), count: MarkKind.allCases.count)

  init(_ field: Target.Field, of article: Article, element: Range<Int>) {
    self.field = field
    self.element = element
    text = article.bytes(of: field)
  }

  mutating func endBlock() { isBetweenBlocks = true }

  mutating func read(_ words: [UInt8], at page: Range<Int>) {
    guard difference == nil else { return }
    var next = words.startIndex
    if isBetweenBlocks {
      while next < words.endIndex, Self.isWhite(words[next]) { next += 1 }
      guard next < words.endIndex else { return }
      place = afterWhite(place)
      isBetweenBlocks = false
    }
    let rest = words[next...]
    if place + rest.count <= text.count, text[place..<place + rest.count] == rest {
      place += rest.count
    } else {
      difference = (page, Array(rest))
    }
  }

  mutating func end() {
    guard difference == nil, afterWhite(place) < text.count else { return }
    place = afterWhite(place)
    difference = (element, [])
  }

  mutating func openMark(_ kind: MarkKind?, id: Digest?, at page: Range<Int>) {
    if let id {
      starts[id] = (place, page)
      if kind == nil { points.insert(id) }
    }
    guard let number = kind.map(Self.number) else { return }
    if depths[number] == 0 { opened[number] = place }
    depths[number] += 1
  }

  mutating func closeMark(_ kind: MarkKind) {
    let number = Self.number(kind)
    depths[number] -= 1
    if depths[number] == 0 { covered[number].append(opened[number]..<max(place, opened[number])) }
  }

  /// What the page marks as a kind, and what it should, both without white space at their ends and
  /// joined where nothing but white space is between.
  func coverage(_ kind: MarkKind, expected: [Range<Int>]) -> (page: [Range<Int>], own: [Range<Int>])
  {
    (joined(covered[Self.number(kind)]), joined(expected))
  }

  func isSame(_ place: Int, _ other: Int) -> Bool { afterWhite(place) == afterWhite(other) }

  func afterWhite(_ place: Int) -> Int {
    var place = place
    while place < text.count, Self.isWhite(text[place]) { place += 1 }
    return place
  }

  private func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var all: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      var end = min(range.upperBound, text.count)
      while end > range.lowerBound, Self.isWhite(text[end - 1]) { end -= 1 }
      let start = afterWhite(range.lowerBound)
      guard start < end else { continue }
      if let last = all.last, start <= afterWhite(last.upperBound) {
        all[all.count - 1] = last.lowerBound..<max(last.upperBound, end)
      } else {
        all.append(start..<end)
      }
    }
    return all
  }

  private static func number(_ kind: MarkKind) -> Int {
    MarkKind.allCases.firstIndex(of: kind) ?? 0
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
