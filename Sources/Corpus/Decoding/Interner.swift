/// Gives equal ids one string and one number, so that a corpus that says the same id a million times
/// holds it once. Belongs to one worker.
///
/// The checks for overlapping access are off: no method calls anything that could come back here.
final class Interner {
  @exclusivity(unchecked) private(set) var strings: [String] = []
  /// What was decoded of values that come again and again, by the symbols of their bytes.
  @exclusivity(unchecked) var localized: [Int: Localized] = [:]
  @exclusivity(unchecked) var lists: [Int: [String]] = [:]
  /// The UTF-8 of all strings, one after the other, and where each ends.
  @exclusivity(unchecked) private var bytes: [UInt8] = []
  @exclusivity(unchecked) private var ends: [Int] = []
  @exclusivity(unchecked) private var hashes: [UInt64] = []
  /// Symbols by hash, open addressing; -1 is free. The count is a power of two.
  @exclusivity(unchecked) private var slots = [Int32](repeating: -1, count: 256)
  /// Random, so that nobody can choose ids that fall into one slot.
  private let seed = UInt64.random(in: .min ... .max)

  func symbol(_ text: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = hash(text)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let symbol = Int(slots[slot])
      if hashes[symbol] == hash, holds(symbol, text) { return symbol }
      slot = (slot + 1) & mask
    }
    slots[slot] = Int32(truncatingIfNeeded: strings.count)
    strings.append(String(decoding: text, as: UTF8.self))
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    hashes.append(hash)
    if strings.count * 2 > slots.count { grow() }
    return strings.count - 1
  }

  private func holds(_ symbol: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let start = symbol > 0 ? ends[symbol - 1] : 0
    guard ends[symbol] - start == text.count else { return false }
    for offset in 0..<text.count where bytes[start + offset] != text[offset] { return false }
    return true
  }

  private func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let raw = UnsafeRawBufferPointer(text)
    var hash = seed ^ UInt64(truncatingIfNeeded: text.count)
    var offset = 0
    while offset + 8 <= raw.count {
      hash = Self.mix(hash ^ raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < raw.count {
      rest = rest << 8 | UInt64(raw[offset])
      offset += 1
    }
    return Self.mix(hash ^ rest)
  }

  /// Both halves of a product, so that every bit moves all others.
  private static func mix(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }

  private func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (symbol, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: symbol)
    }
  }
}
