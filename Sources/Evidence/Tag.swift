import ByteCoding
import Corpus

/// What articles are tagged with, however they write it: case and the spaces around are put aside.
package struct Tag: Sendable {
  /// As it is written first.
  package let name: String
  /// Its address: the name, what no file name can hold written as `%` and two hexadecimal digits.
  package let slug: String
  /// Indices into `Evidence.articles`, newest first.
  package internal(set) var articles: [Int] = []
  /// Indices into `Evidence.events`: what those articles tell of, in time order, the undated last.
  package internal(set) var events: [Int] = []

  init(name: String) {
    self.name = name
    slug = Self.slug(of: name)
  }

  /// In bytes of a slug; what goes beyond it is told apart by a digest.
  private static let limit = 120

  /// Tags that are the same have the same.
  static func key(_ tag: String) -> String {
    tag.split(whereSeparator: \.isWhitespace).joined(separator: " ").uppercased().lowercased()
  }

  private static func slug(of name: String) -> String {
    var slug = ""
    for (position, scalar) in key(name).unicodeScalars.enumerated() {
      if isPlain(scalar, isFirst: position == 0) {
        slug.unicodeScalars.append(scalar)
      } else {
        slug += String(scalar).utf8.map { "%" + hex($0) }.joined()
      }
    }
    guard slug.utf8.count > limit else { return slug }
    var start = ""
    for character in slug {
      guard start.utf8.count + character.utf8.count <= limit else { break }
      start.append(character)
    }
    return "\(start)%\(String(slug.utf8.digest, radix: 16))"
  }

  private static func isPlain(_ scalar: Unicode.Scalar, isFirst: Bool) -> Bool {
    switch scalar {
    case "-", "_": true
    case ".": !isFirst
    default:
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}

extension Evidence {
  /// Gathers the articles of each tag, and what they tell of.
  mutating func gatherTags() {
    var position: [String: Int] = [:]
    for article in newest {
      for tag in corpus.articles[article].tags {
        let key = Tag.key(tag)
        guard !key.isEmpty else { continue }
        let index = position[key] ?? tags.count
        if index == tags.count {
          position[key] = index
          tags.append(Tag(name: tag))
        }
        if tags[index].articles.last != article { tags[index].articles.append(article) }
      }
    }
    tags.sort { $0.slug < $1.slug }
    tagIndex = Dictionary(
      tags.enumerated().map { (Tag.key($1.name), $0) }, uniquingKeysWith: { first, _ in first })
    for event in dated + undated {
      for article in events[event].articles {
        for tag in corpus.articles[article].tags {
          guard let index = tagIndex[Tag.key(tag)], tags[index].events.last != event else {
            continue
          }
          tags[index].events.append(event)
        }
      }
    }
  }

  package func tag(_ name: String) -> Int? { tagIndex[Tag.key(name)] }
}
