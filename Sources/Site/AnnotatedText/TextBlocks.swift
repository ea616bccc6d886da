import Corpus
import Markdown

/// The outermost blocks of a text, each of which notes can stand beside.
package struct TextBlocks {
  package struct Block {
    /// Position in the text's pieces of the one that ends it.
    package let lastPiece: Int
    /// Where the text of the block ends, in bytes.
    package let end: Int
  }

  package private(set) var blocks: [Block] = []

  package init(_ text: ReadingText) {
    var depth = 0
    var end = 0
    for (position, piece) in text.pieces.enumerated() {
      switch piece {
      case .open(let tag):
        if !Self.isVoid(tag) {
          depth += 1
        } else if depth == 0 {
          blocks.append(Block(lastPiece: position, end: end))
        }
      case .link: depth += 1
      case .close:
        depth -= 1
        if depth == 0 { blocks.append(Block(lastPiece: position, end: end)) }
      case .text(let range): end = Int(range.upperBound)
      }
    }
  }

  /// The block that a place is in: the last where it is behind all.
  ///
  /// - Parameter place: in bytes of the text.
  package func block(at place: Int) -> Int {
    max(min(blocks.partitioningIndex { $0.end > place }, blocks.count - 1), 0)
  }

  private static func isVoid(_ tag: String) -> Bool {
    tag.hasPrefix("<hr") || tag.hasPrefix("<br")
  }
}
