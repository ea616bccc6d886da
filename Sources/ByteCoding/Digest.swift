extension Sequence<UInt8> {
  /// FNV-1a of 64 bits: the same in every build and on every machine. It is easy to find bytes that have
  /// a certain one, so nothing that has to be safe may rest on it.
  package var digest: UInt64 {
    reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}
