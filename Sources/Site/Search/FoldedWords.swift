import Foundation

/// The words of a text, folded, one after the other in one buffer, which serves for many texts.
struct FoldedWords {
  private var scalars: [Unicode.Scalar] = []
  /// Where each word ends.
  private var ends: [Int] = []

  var indices: Range<Int> { ends.indices }

  subscript(word: Int) -> ArraySlice<Unicode.Scalar> {
    scalars[(word == 0 ? 0 : ends[word - 1])..<ends[word]]
  }

  /// Takes the words of another text for those that it had.
  mutating func fold(_ text: String) {
    scalars.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    let isSimple = text.unicodeScalars.allSatisfy(SearchFolding.isOwnDecomposition)
    let whole = isSimple ? text : text.decomposedStringWithCompatibilityMapping
    for scalar in whole.unicodeScalars {
      switch scalar.value {
      // What most names are of, without asking what Unicode knows of it.
      case 0x41...0x5A: scalars.append(Unicode.Scalar(UInt8(scalar.value | 0x20)))
      case 0x30...0x39, 0x61...0x7A: scalars.append(scalar)
      case 0x20: endWord()
      case 0x600..<0x700: add(scalar)
      default: for lower in scalar.properties.lowercaseMapping.unicodeScalars { add(lower) }
      }
    }
    endWord()
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    if SearchFolding.isDropped(scalar.value) { return }
    if let letters = SearchFolding.letters(for: scalar.value) {
      scalars.append(contentsOf: letters.unicodeScalars)
    } else if SearchFolding.isOfWord(scalar) {
      scalars.append(scalar)
    } else {
      endWord()
    }
  }

  private mutating func endWord() {
    if scalars.count > ends.last ?? 0 { ends.append(scalars.count) }
  }
}
