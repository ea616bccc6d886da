/// What was rendered of parts that are the same wherever they are met.
///
/// A table in which each part has one place, decided by its address: a part that comes to a place
/// that is taken replaces what was there. So it stays small, however many parts there are.
struct Keepsakes {
  /// A model, the section that it fills, and what the section's names mean.
  struct Key: Equatable {
    let model: ObjectIdentifier
    let address: Int32
    let scope: Int32

    init(_ model: AnyObject, address: Int, scope: Int32) {
      self.model = ObjectIdentifier(model)
      self.address = Int32(truncatingIfNeeded: address)
      self.scope = scope
    }

    fileprivate var slot: Int {
      let mixed =
        UInt64(UInt(bitPattern: model)) &* 0x9E37_79B9_7F4A_7C15
        ^ UInt64(UInt32(bitPattern: address)) &* 0xC2B2_AE3D_27D4_EB4F
      return Int(truncatingIfNeeded: (mixed ^ mixed >> 29) >> 20) & (Keepsakes.size - 1)
    }
  }

  private struct Keepsake {
    let key: Key
    /// Held, so that no other object comes to have the address of one that is known here.
    let model: AnyObject
    let rendition: Rendition
  }

  /// A power of two: enough for the links of some ten thousand articles.
  private static let size = 1 << 16

  private var places: [Keepsake?] = []

  /// Appends what was kept for a key. Returns false where nothing was.
  func append(_ key: Key, to output: inout [UInt8], _ filling: Filling) -> Bool {
    places.withUnsafeBufferPointer { places in
      guard !places.isEmpty, places[key.slot]?.key == key else { return false }
      places[key.slot]?.rendition.append(to: &output, filling)
      return true
    }
  }

  mutating func keep(_ rendition: Rendition, of model: AnyObject, for key: Key) {
    if places.isEmpty { places = Array(repeating: nil, count: Self.size) }
    places[key.slot] = Keepsake(key: key, model: model, rendition: rendition)
  }

  mutating func removeAll() {
    places = []
  }
}
