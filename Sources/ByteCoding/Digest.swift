extension Sequence<UInt8> {
  /// FNV-1a of 64 bits: the same in every build and on every machine. What is not meant well can be given
  /// any that one likes.
  package var digest: UInt64 {
    reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
