/// Gives equal ids one string and one number, so that a corpus that says the same id a million times
/// holds it once. Belongs to one worker.
final class Interner {
  private(set) var strings: [String] = []
  private var hashes: [Int] = []
  /// Symbols by hash, open addressing; -1 is free. The count is a power of two.
  private var slots = [Int32](repeating: -1, count: 256)

  func symbol(_ bytes: ArraySlice<UInt8>) -> Int {
    let hash = bytes.withUnsafeBytes { bytes in
      var hasher = Hasher()
      hasher.combine(bytes: bytes)
      return hasher.finalize()
    }
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let symbol = Int(slots[slot])
      if hashes[symbol] == hash, strings[symbol].utf8.elementsEqual(bytes) { return symbol }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = Int32(truncatingIfNeeded: strings.count)
    strings.append(String(decoding: bytes, as: UTF8.self))
    hashes.append(hash)
    if strings.count * 2 > slots.count { grow() }
    return strings.count - 1
  }

  func string(_ bytes: ArraySlice<UInt8>) -> String {
    let symbol = symbol(bytes)
    return strings[symbol]
  }

  private func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (symbol, hash) in hashes.enumerated() {
      var slot = hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: symbol)
    }
  }
}
