/// A piece of a page that was rendered once and may stand on many: its bytes, and where the
/// placeholder goes that each page fills in its own way.
public struct Rendition: Sendable, Hashable {
  private let bytes: [UInt8]
  /// Offsets into `bytes`, ascending: the placeholder stands before the byte.
  private let marks: [Int32]

  init(bytes: [UInt8], marks: [Int32]) {
    self.bytes = bytes
    self.marks = marks
  }

  /// - Parameters:
  ///   - range: half-open, in bytes of `output`: what is to be kept.
  ///   - marks: offsets into `output` within the range, ascending: where a placeholder stands now.
  ///   - length: of each of those placeholders, in bytes.
  init(_ output: [UInt8], _ range: Range<Int>, marks: ArraySlice<Int>, length: Int) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(range.count - marks.count * length)
    var start = range.lowerBound
    var offsets: [Int32] = []
    offsets.reserveCapacity(marks.count)
    for mark in marks {
      bytes.append(contentsOf: output[start..<mark])
      offsets.append(Int32(bytes.count))
      start = mark + length
    }
    bytes.append(contentsOf: output[start..<range.upperBound])
    self.init(bytes: bytes, marks: offsets)
  }

  /// The number of bytes, placeholders aside.
  package var count: Int { bytes.count }

  func append(to output: inout [UInt8], placeholder: [UInt8]) {
    guard !marks.isEmpty else {
      output.append(contentsOf: bytes)
      return
    }
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for mark in marks {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<Int(mark)]))
        output.append(contentsOf: placeholder)
        start = Int(mark)
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
  }

  /// The offsets in `output` where placeholders will stand once this is appended to it.
  func places(after output: [UInt8], placeholder: [UInt8]) -> [Int] {
    marks.enumerated().map { output.count + Int($1) + $0 * placeholder.count }
  }
}
