/// A piece of a page that was rendered once and may stand on many: its bytes, and where the
/// placeholder goes that each page fills in its own way.
public struct Rendition: Sendable, Hashable {
  /// What stands between placeholders, in turn: each stretch of bytes after its length. One array
  /// holds all, since renditions are handed out by the million.
  private let stretches: [UInt8]

  /// The number of bytes before each stretch that tell its length, the lowest first.
  private static let lengthBytes = 4

  /// - Parameter output: with a hole for each placeholder.
  init(_ output: UnsafeBufferPointer<UInt8>) {
    var stretches: [UInt8] = []
    stretches.reserveCapacity(output.count + Self.lengthBytes * 16)
    var rest = output[...]
    while true {
      let end = rest.firstIndex(of: Hole.placeholder) ?? rest.endIndex
      let length = UInt32(end - rest.startIndex)
      for shift in stride(from: 0, to: Self.lengthBytes * 8, by: 8) {
        stretches.append(UInt8(truncatingIfNeeded: length >> shift))
      }
      stretches.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<end]))
      guard end < rest.endIndex else { break }
      rest = rest[(end + 1)...]
    }
    self.stretches = stretches
  }

  func append(to output: inout [UInt8], _ filling: Filling) {
    stretches.withUnsafeBufferPointer { bytes in
      var (place, skipped) = (0, 0)
      while true {
        let start = place + Self.lengthBytes
        place = start + Self.length(in: bytes, at: place)
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start + skipped..<place]))
        guard place < bytes.count else { break }
        let next = place + Self.lengthBytes
        skipped = filling.append(
          before: bytes[next..<next + Self.length(in: bytes, at: place)], to: &output)
      }
    }
  }

  private static func length(in bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Int {
    (0..<lengthBytes).reduce(0) { $0 | Int(bytes[place + $1]) << ($1 * 8) }
  }
}

/// Bytes that stand in output for what is put there later. No UTF-8 has them, so that they cannot be
/// taken for anything else.
enum Hole {
  static let placeholder: UInt8 = 0xFF
  /// Where a rendition is divided.
  static let gap: UInt8 = 0xFE
}
