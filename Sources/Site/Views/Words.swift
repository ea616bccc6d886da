import Corpus
import Evidence

/// The words that targets stand for.
extension Views {
  /// - Parameter article: an index into `Corpus.articles`.
  func words(_ target: Target, in article: Int) -> String {
    guard target.isDiscontinuous else { return slice(target.first, target.field, article) }
    return target.spans.map { slice($0, target.field, article) }.joined(separator: " […] ")
  }

  func wordsView(_ target: Target, in article: Int) -> TextView {
    text(words(target, in: article), lang: corpus.articles[article].lang)
  }

  func quote(_ attribution: Attribution) -> TextView {
    wordsView(evidence.content(of: attribution), in: attribution.article)
  }

  private func slice(_ span: Span, _ field: Target.Field, _ article: Int) -> String {
    Self.slice(
      field == .title ? corpus.articles[article].title : corpus.articles[article].body.text,
      Int(span.bytes.lowerBound)..<Int(span.bytes.upperBound))
  }

  /// - Parameters:
  ///   - range: in bytes, on code point boundaries, within the text.
  ///   - opening: put before it.
  ///   - ending: put after it.
  package static func slice(
    _ text: String, _ range: Range<Int>, after opening: String = "", before ending: String = ""
  ) -> String {
    // By its indices, since bytes that a text is made of anew are proved to be UTF-8 again.
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    let words = text[start..<text.utf8.index(start, offsetBy: range.count)]
    if opening.isEmpty, ending.isEmpty { return String(words) }
    var slice = opening
    slice.reserveCapacity(opening.utf8.count + range.count + ending.utf8.count)
    slice += words
    slice += ending
    return slice
  }

  /// A target with the words before and after it, within its paragraph.
  func context(of target: Target, in article: Int) -> (
    before: String, words: String, after: String
  ) {
    let text =
      target.field == .title ? corpus.articles[article].title : corpus.articles[article].body.text
    let last = target.last.bytes.upperBound
    let range =
      Int(target.first.bytes.lowerBound)..<max(Int(last), Int(target.first.bytes.upperBound))
    var copy = text
    let (start, end) = copy.withUTF8 { bytes in
      (
        Self.reach(in: bytes, from: range.lowerBound, step: -1),
        Self.reach(in: bytes, from: range.upperBound, step: 1)
      )
    }
    return (
      Self.slice(text, start..<range.lowerBound, after: start > 0 ? "…" : ""),
      words(target, in: article),
      Self.slice(text, range.upperBound..<end, before: end < text.utf8.count ? "…" : "")
    )
  }

  /// How far the context goes to one side: some code points, up to the end of the paragraph, and not
  /// in the midst of a word where a space is near.
  private static func reach(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, step: Int) -> Int
  {
    var place = start
    var count = 0
    var lastSpace = start
    func byte(_ place: Int) -> UInt8 { bytes[step < 0 ? place - 1 : place] }
    while step < 0 ? place > 0 : place < bytes.count, count <= Limits.context {
      let next = byte(place)
      if next == UInt8(ascii: "\n") { return place }
      if next == UInt8(ascii: " ") { lastSpace = place }
      let isCounted = next & 0xC0 != 0x80
      if isCounted, step > 0, count == Limits.context { break }
      place += step
      if isCounted { count += 1 }
      if isCounted, step < 0, count == Limits.context { break }
    }
    let isEnd = step < 0 ? place == 0 : place == bytes.count
    return isEnd || lastSpace == start ? boundary(in: bytes, place) : lastSpace
  }

  private static func boundary(in bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    var place = place
    while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
    return place
  }
}
