/// What stands for some bytes when they are compared with those of an earlier build: equal
/// fingerprints of one key are of equal bytes, but for odds that nobody lives to see.
package struct Fingerprint: Sendable, Hashable {
  package let high: UInt64
  package let low: UInt64

  /// Of what was not fingerprinted.
  package static let none = Fingerprint(high: 0, low: 0)

  package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }
}

/// What fingerprints are made with; those of two keys cannot be compared.
///
/// A key is drawn by lot, so that no content can be written to have the fingerprint of another.
package struct FingerprintKey: Sendable, Hashable {
  package let first: UInt64
  package let second: UInt64

  package init(first: UInt64, second: UInt64) {
    self.first = first
    self.second = second
  }

  package static func random() -> FingerprintKey {
    FingerprintKey(first: .random(in: .min ... .max), second: .random(in: .min ... .max))
  }

  /// The same for all, where nobody would gain by deceiving.
  package static let open = FingerprintKey(first: 0, second: 0)
}
