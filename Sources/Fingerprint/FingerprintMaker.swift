/// Makes one fingerprint of values that are added one after the other.
///
/// Every value is told apart from those beside it: a text by its length, a list by its count. Two lanes
/// of 64 bits take each word of eight bytes in different ways, and fold the whole product with a part
/// of the key into 64 bits again.
package struct FingerprintMaker: Sendable {
  private var high: UInt64
  private var low: UInt64
  private let highFactor: UInt64
  private let lowFactor: UInt64

  package init(_ key: FingerprintKey) {
    // The fractional digits of π.
    high = 0x243F_6A88_85A3_08D3 ^ key.second
    low = 0x1319_8A2E_0370_7344 &+ key.first
    highFactor = (0xA409_3822_299F_31D0 ^ key.first) | 1
    lowFactor = (0x082E_FA98_EC4E_6C89 &+ key.second) | 1
  }

  package mutating func add(_ word: UInt64) {
    let above = (high ^ word).multipliedFullWidth(by: highFactor)
    high = (above.high ^ above.low) &+ (high << 23 | high >> 41)
    let below = (low &+ word).multipliedFullWidth(by: lowFactor)
    low = (below.high &+ below.low) ^ (low << 39 | low >> 25)
  }

  package mutating func add(_ number: Int) { add(UInt64(bitPattern: Int64(number))) }

  package mutating func add(_ isTrue: Bool) { add(UInt64(isTrue ? 1 : 0)) }

  package mutating func add(_ other: Fingerprint) {
    add(other.high)
    add(other.low)
  }

  package mutating func add(_ bytes: UnsafeRawBufferPointer) {
    add(bytes.count)
    var offset = 0
    while offset + 8 <= bytes.count {
      add(bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self).littleEndian)
      offset += 8
    }
    guard offset < bytes.count else { return }
    var rest: UInt64 = 0
    for byte in bytes[offset...].reversed() { rest = rest << 8 | UInt64(byte) }
    add(rest)
  }

  package mutating func add(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { add($0) }
  }

  package mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// `nil` is told apart from every text.
  package mutating func add(_ text: String?) {
    add(text != nil)
    if let text { add(text) }
  }

  package mutating func add(_ list: some Collection<String>) {
    add(list.count)
    for text in list { add(text) }
  }

  package func finish() -> Fingerprint {
    // Two more rounds, so that the last word reaches every bit.
    var last = self
    last.add(high)
    last.add(low)
    return Fingerprint(high: last.high, low: last.low)
  }
}
