import Corpus
import Foundation

/// An article's files beside its page: its text as it is read, and its annotations, each of which finds
/// its words at the place that it gives.
struct AnnotationsCheck {
  private struct Collection: Decodable {
    struct Page: Decodable { let items: [Annotation] }

    let first: Page
    let total: Int
  }

  private struct Annotation: Decodable {
    let id: String
    let target: OneOrMore<Target>
  }

  private struct Target: Decodable {
    let source: String
    let selector: OneOrMore<Selector>
  }

  private struct Selector: Decodable {
    let start: Int?
    let end: Int?
    let exact: String?
    let prefix: String?
    let suffix: String?
    let refinedBy: [Selector]?

    private enum Key: CodingKey { case start, end, exact, prefix, suffix, refinedBy }

    init(from decoder: any Decoder) throws {
      let values = try decoder.container(keyedBy: Key.self)
      start = try values.decodeIfPresent(Int.self, forKey: .start)
      end = try values.decodeIfPresent(Int.self, forKey: .end)
      exact = try values.decodeIfPresent(String.self, forKey: .exact)
      prefix = try values.decodeIfPresent(String.self, forKey: .prefix)
      suffix = try values.decodeIfPresent(String.self, forKey: .suffix)
      refinedBy = try values.decodeIfPresent(OneOrMore<Selector>.self, forKey: .refinedBy)?.all
    }
  }

  private struct OneOrMore<Value: Decodable>: Decodable {
    let all: [Value]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let many = try? container.decode([Value].self) {
        all = many
      } else {
        all = [try container.decode(Value.self)]
      }
    }
  }

  static let textName = "text.txt"
  static let annotationsName = "annotations.jsonld"

  let article: Article
  let bytes: [UInt8]
  private(set) var faults: FaultList
  /// How many targets were looked up.
  private(set) var targets = 0

  init(_ article: Article, _ bytes: [UInt8], name: String) {
    self.article = article
    self.bytes = bytes
    faults = FaultList(file: name) { bytes }
  }

  /// - Parameter path: of the file, which says what it is.
  mutating func run(_ path: String) {
    if path.hasSuffix(Self.textName) { checkText() } else { checkAnnotations() }
  }

  private mutating func checkText() {
    let expected = Array(article.body.text.utf8)
    guard bytes != expected else { return }
    let start = zip(bytes, expected).prefix { $0 == $1 }.count
    faults.add(
      "text", "the file is not the text of the article \(article.id)",
      at: start..<min(start + 1, bytes.count), expected: expected, found: bytes)
  }

  private mutating func checkAnnotations() {
    let collection: Collection
    do {
      collection = try JSONDecoder().decode(Collection.self, from: Data(bytes))
    } catch {
      return faults.add("truncated", "the annotations cannot be read", at: nil)
    }
    if collection.total != collection.first.items.count {
      faults.add(
        "count", "the collection has another number of annotations", at: nil,
        expected: Array(String(collection.first.items.count).utf8),
        found: Array(String(collection.total).utf8))
    }
    // Positions count code points.
    let text = Array(article.body.text.unicodeScalars)
    let title = Array(article.title.unicodeScalars)
    for annotation in collection.first.items {
      for target in annotation.target.all {
        targets += 1
        let selectors =
          target.selector.all + target.selector.all.compactMap(\.refinedBy).joined()
        check(selectors, in: target.source == Self.textName ? text : title, annotation.id)
      }
    }
  }

  private mutating func check(
    _ selectors: [Selector], in text: [Unicode.Scalar], _ id: String
  ) {
    guard let position = selectors.first(where: { $0.start != nil }),
      let start = position.start, let end = position.end,
      let quotation = selectors.first(where: { $0.exact != nil }), let exact = quotation.exact,
      0 <= start, start <= end, end <= text.count
    else {
      return faults.add("words", "the annotation \(id) gives no words and no place", at: place(id))
    }
    let words = [
      (exact, start..<end),
      (quotation.prefix ?? "", start - (quotation.prefix ?? "").unicodeScalars.count..<start),
      (quotation.suffix ?? "", end..<end + (quotation.suffix ?? "").unicodeScalars.count),
    ]
    for (found, range) in words {
      let expected = text[range.clamped(to: 0..<text.count)]
      guard !expected.elementsEqual(found.unicodeScalars) else { continue }
      faults.add(
        "words", "the annotation \(id) does not find its words in the article \(article.id)",
        at: place(id), expected: expected.flatMap { Array(String($0).utf8) },
        found: Array(found.utf8))
    }
  }

  /// Where the annotation begins in the file: at its id.
  private func place(_ id: String) -> Range<Int>? {
    bytes.firstRange(of: Array("\"\(id)\"".utf8))
  }
}
