import Diagnostics

/// Which white space around tags belongs to the tags and not to the text.
///
/// A tag that has a line to itself takes the line with it; the white space before it is the
/// indentation of what it inserts.
struct Layout {
  /// For each token, whether it is white space that disappears.
  private(set) var isDropped: [Bool]
  /// For each token, whether it begins a line.
  private(set) var startsLine: [Bool]
  /// For each tag that inserts something and has a line to itself, the white space before it.
  private(set) var indentation: [Int: Range<Int>] = [:]
  /// The blocks whose opening tag ends a line that disappears: their text is indented as a whole.
  private(set) var standaloneBlocks: Set<Int> = []

  private let tokens: [Token]
  private let nesting: Nesting
  private let bytes: [UInt8]

  init(_ tokens: [Token], _ nesting: Nesting, in source: SourceText) {
    self.tokens = tokens
    self.nesting = nesting
    bytes = source.bytes
    isDropped = Array(repeating: false, count: tokens.count)
    startsLine = isDropped

    var start = 0
    while start < tokens.count {
      var end = start
      while end < tokens.count, !endsLine(end) { end += 1 }
      let line = start..<min(end + 1, tokens.count)
      startsLine[start] = true
      arrange(line)
      start = line.upperBound
    }
  }

  private mutating func arrange(_ line: Range<Int>) {
    // What stands in a parent tag that begins and ends in this line is not text of this line.
    var own: [Int] = []
    var index = line.lowerBound
    while index < line.upperBound {
      own.append(index)
      let partner = nesting.partner[index]
      if kind(index) == .parent, line.contains(partner), partner > index { index = partner - 1 }
      index += 1
    }
    let tags = own.filter { kind($0) != nil }
    guard let first = tags.first, let last = tags.last,
      own.allSatisfy({ kind($0) != nil || isBlank($0) })
    else { return }

    let before = line.lowerBound..<first
    if tags.count == 2, kind(first) == .block, nesting.partner[first] == last {
      // `  {{$block}}{{/block}}`: the line end stays, since what fills the block may lack one.
      guard nesting.parent[first] < 0 || kind(nesting.parent[first]) != .parent else { return }
      drop(before)
      indent(first, by: before)
    } else if tags.count == 1 ? kind(first)?.mayStandAlone == true : isInheritance(tags) {
      for index in own where kind(index) == nil { isDropped[index] = true }
      indent(first, by: before)
      if kind(last) == .block { standaloneBlocks.insert(last) }
    }
  }

  /// Whether all of them are parts of parents and blocks, and not only of blocks that begin and end
  /// here.
  private func isInheritance(_ tags: [Int]) -> Bool {
    tags.allSatisfy { isOfInheritance($0) }
      && tags.contains { index in
        kind(index) == .parent || closed(index) == .parent || !tags.contains(nesting.partner[index])
      }
  }

  private func isOfInheritance(_ index: Int) -> Bool {
    switch kind(index) {
    case .parent, .block: true
    case .close: closed(index) == .parent || closed(index) == .block
    default: false
    }
  }

  private func closed(_ index: Int) -> Tag.Kind? {
    kind(index) == .close ? kind(nesting.partner[index]) : nil
  }

  private mutating func indent(_ tag: Int, by white: Range<Int>) {
    guard let first = white.first, case .text(let start) = tokens[first] else { return }
    indentation[tag] = start
  }

  private mutating func drop(_ range: Range<Int>) {
    for index in range { isDropped[index] = true }
  }

  private func kind(_ index: Int) -> Tag.Kind? {
    guard tokens.indices.contains(index), case .tag(let tag) = tokens[index] else { return nil }
    return tag.kind
  }

  private func isBlank(_ index: Int) -> Bool {
    guard case .text(let range) = tokens[index] else { return false }
    return bytes[range].allSatisfy { $0.isBlank || $0.isLineEnd }
  }

  private func endsLine(_ index: Int) -> Bool {
    guard case .text(let range) = tokens[index] else { return false }
    return bytes[range].last == 0x0A
  }
}
