import Corpus
import Diagnostics

/// An article's page has its title and its text, whole, with every mark at its place.
extension PageReader {
  mutating func checkArticle() {
    guard let number = page.article else { return }
    let article = ground.corpus.articles[number]
    let marks = ground.marks(of: number)
    for field in [Target.Field.title, .text] {
      let shown = readings.filter { $0.field == field }
      guard let reading = shown.first else {
        let name = field == .title ? "title" : "text"
        faults.add(
          "no-text",
          "the page has no element with the article's \(name) (data-reading=\"\(name)\")",
          at: nil)
        continue
      }
      findings.tally.articles += field == .text ? 1 : 0
      check(reading, article, marks.filter { $0.target.field == field })
    }
  }

  private mutating func check(_ reading: ReadingCheck, _ article: Article, _ marks: [Mark]) {
    if let (range, found) = reading.difference {
      let offset = reading.place
      let expected = Array(reading.text[offset...].prefix(max(found.count, 200)))
      let common = zip(expected, found).prefix { $0 == $1 }.count
      faults.add(
        "text",
        found.isEmpty
          ? "the article's text goes on where the page's ends"
          : "the page's text is not the text of the article \(article.id)",
        at: found.isEmpty ? range : pagePlace(range, after: common), expected: expected,
        found: found)
      // Nothing behind it can be said to be at its place.
      return
    }
    var expected: [MarkKind: [Range<Int>]] = [:]
    for mark in marks {
      for (part, span) in mark.target.spans.enumerated() {
        findings.tally.marks += 1
        let id = mark.fragment(ofPart: part)
        let range = Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound)
        guard let start = reading.starts[Digest(id)] else {
          faults.add("no-mark", "the text does not mark \(id)", at: reading.element)
          continue
        }
        if !reading.isSame(start.place, range.lowerBound) {
          faults.add(
            "mark", "\(id) does not begin where the content says", at: start.page,
            expected: Array(reading.text[range.clamped(to: 0..<reading.text.count)]),
            found: Array(reading.text[start.place...].prefix(range.count)))
        }
        if !reading.points.contains(Digest(id)) { expected[mark.kind, default: []].append(range) }
      }
    }
    for kind in MarkKind.allCases { checkCoverage(kind, reading, expected[kind] ?? []) }
  }

  /// Where marks of a kind begin and end, all together: one that is cut by others has an id on its
  /// first piece only.
  private mutating func checkCoverage(
    _ kind: MarkKind, _ reading: ReadingCheck, _ expected: [Range<Int>]
  ) {
    let (page, own) = reading.coverage(kind, expected: expected)
    guard page != own else { return }
    let position = zip(page, own).prefix { $0 == $1 }.count
    func words(_ ranges: [Range<Int>]) -> [UInt8] {
      position < ranges.count ? Array(reading.text[ranges[position]]) : []
    }
    faults.add(
      "mark", "the text marks other words as \(kind.rawValue) than the content",
      at: reading.element, expected: words(own), found: words(page))
  }

  /// The place on the page of a byte of a stretch of text; its character references are longer there.
  private func pagePlace(_ range: Range<Int>, after count: Int) -> Range<Int> {
    var place = range.lowerBound
    var left = count
    while place < range.upperBound, left > 0 {
      if bytes[place] == UInt8(ascii: "&"),
        let end = bytes[place..<range.upperBound].firstIndex(of: UInt8(ascii: ";"))
      {
        place = end
      }
      place += 1
      left -= 1
    }
    return place..<min(place + 1, range.upperBound)
  }
}
