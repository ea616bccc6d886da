/// A 64-bit digest (FNV-1a), by which millions of addresses and ids are kept in little room. Two that
/// have the same by chance would hide a fault, never make one.
struct Digest: Hashable, Sendable, Comparable {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init(_ bytes: some Sequence<UInt8>) { add(bytes) }

  init(_ text: String) { self.init(text.utf8) }

  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { value = (value ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// Of a thing of another thing: an id on a page, a list on a page.
  func of(_ owner: Int) -> Digest {
    var digest = self
    withUnsafeBytes(of: owner.littleEndian) { digest.add($0) }
    return digest
  }

  static func < (left: Digest, right: Digest) -> Bool { left.value < right.value }
}
