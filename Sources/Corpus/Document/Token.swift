/// One step of a document's tape: a scalar, the beginning of an array or an object, or a key.
///
/// An object's tokens are its keys and values in turn; a key is a `string` (or `plain`) token.
package struct Token {
  package enum Kind: UInt8 {
    case null, yes, no, number, string
    /// An unquoted YAML scalar, which is a text, a number, a truth value or null as is wanted of it.
    case plain
    case array, object
  }

  let kind: Kind
  /// Whether the content stands in the scratch, because the source has it escaped or folded.
  let isUnescaped: Bool
  /// Byte offsets in the source, quotes and brackets included.
  let start: Int32
  var end: Int32
  /// Byte offsets of the content, in the source or in the scratch.
  let contentStart: Int32
  let contentEnd: Int32
  /// The index of the first token past this one's subtree.
  package var next: Int32

  /// A scalar, or a container whose ends are told later.
  init(
    _ kind: Kind, source: Range<Int>, content: Range<Int>, isUnescaped: Bool = false, index: Int
  ) {
    self.kind = kind
    self.isUnescaped = isUnescaped
    start = Int32(truncatingIfNeeded: source.lowerBound)
    end = Int32(truncatingIfNeeded: source.upperBound)
    contentStart = Int32(truncatingIfNeeded: content.lowerBound)
    contentEnd = Int32(truncatingIfNeeded: content.upperBound)
    next = Int32(truncatingIfNeeded: index + 1)
  }

  package var source: Range<Int> { Int(start)..<Int(end) }
  var content: Range<Int> { Int(contentStart)..<Int(contentEnd) }
}
