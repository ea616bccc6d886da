/// The white space that stands before each line of partials and blocks that are indented.
struct Indentation {
  private var white: [UInt8] = []
  /// Whether the next output begins a line; only kept up while there is white space to put there.
  private var isAtLineStart = false

  var isEmpty: Bool { white.isEmpty }

  var count: Int { white.count }

  mutating func deepen(by more: ArraySlice<UInt8>) {
    guard !more.isEmpty else { return }
    white += more
    isAtLineStart = true
  }

  mutating func shorten(to count: Int) {
    white.removeLast(max(white.count - count, 0))
  }

  /// To be called before a value is written. The lines of the value itself are not indented.
  mutating func beginLine(of output: inout [UInt8]) {
    guard !white.isEmpty, isAtLineStart else { return }
    output.append(contentsOf: white)
    isAtLineStart = false
  }

  /// Writes text of a template; its lines are indented, but for empty ones.
  mutating func append(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var start = text.startIndex
    while start < text.endIndex {
      let end = text[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? text.endIndex
      if isAtLineStart, !text[start].isLineEnd { output.append(contentsOf: white) }
      output.append(contentsOf: text[start..<end])
      isAtLineStart = text[end - 1] == 0x0A
      start = end
    }
  }
}
