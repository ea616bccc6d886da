/// Turns the lines and columns that libyaml counts into bytes.
///
/// Its lines end at CR, LF, CR LF, NEL, LS and PS; its columns are code points.
struct YAMLLines {
  private let bytes: [UInt8]
  private let end: Int
  private var starts: [Int]

  /// - Parameter range: of the YAML in `bytes`.
  init(_ bytes: [UInt8], _ range: Range<Int>) {
    self.bytes = bytes
    end = range.upperBound
    starts = [range.lowerBound]
    var offset = range.lowerBound
    while offset < end {
      let length = Self.breakLength(bytes[offset..<end])
      offset += max(length, 1)
      if length > 0 { starts.append(offset) }
    }
  }

  /// - Parameters: both from 1.
  func offset(line: Int, column: Int) -> Int {
    guard line <= starts.count else { return end }
    var offset = starts[max(line - 1, 0)]
    var left = column - 1
    while left > 0, offset < end {
      offset += 1
      while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  private static func breakLength(_ bytes: ArraySlice<UInt8>) -> Int {
    let next = bytes.dropFirst()
    switch bytes.first {
    case 0x0A: return 1
    case 0x0D: return next.first == 0x0A ? 2 : 1
    case 0xC2: return next.first == 0x85 ? 2 : 0
    case 0xE2: return next.starts(with: [0x80, 0xA8]) || next.starts(with: [0x80, 0xA9]) ? 3 : 0
    default: return 0
    }
  }
}
