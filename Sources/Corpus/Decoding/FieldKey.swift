/// The keys of one kind of object.
protocol FieldKey: RawRepresentable<String>, CaseIterable, Sendable {
  static var table: KeyTable<Self> { get }
}

/// How the keys of one kind of object are found by their bytes.
struct KeyTable<Key: FieldKey>: Sendable {
  /// With its article: “an entity”.
  let subject: String
  let keys: [Key]
  private let names: [ShortName]
  /// Bit n is set for the nth key.
  let required: UInt64
  /// The keys that a message suggests.
  let listed: [Key]
  /// `nil` where there is no more than one such key.
  let requiredRemedy: String?

  /// - Parameter unlisted: keys that are known but not suggested, since they are wrong in most places.
  init(of subject: String, required: [Key] = [], unlisted: [Key] = []) {
    self.subject = subject
    listed = Key.allCases.filter { key in !unlisted.contains { $0.rawValue == key.rawValue } }
    requiredRemedy =
      required.count > 1
      ? "it needs \(required.map { "“\($0.rawValue)”" }.joined(separator: ", "))" : nil
    keys = Array(Key.allCases)
    names = keys.map { name in
      var name = name.rawValue
      return name.withUTF8 { ShortName($0) }
    }
    var mask: UInt64 = 0
    for (index, key) in keys.enumerated()
    where required.contains(where: { $0.rawValue == key.rawValue }) {
      mask |= 1 << UInt64(index)
    }
    self.required = mask
  }

  func index(of name: UnsafeBufferPointer<UInt8>) -> Int? {
    guard name.count <= ShortName.limit else { return nil }
    return names.firstIndex(of: ShortName(name))
  }
}

/// A name of at most 16 bytes, as numbers that compare at once. No key is longer.
private struct ShortName: Equatable {
  static let limit = 16

  private let count: Int
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    count = bytes.count
    for (index, byte) in bytes.enumerated().prefix(Self.limit) {
      if index < 8 { low = low << 8 | UInt64(byte) } else { high = high << 8 | UInt64(byte) }
    }
  }
}

/// A walk through the keys of one object.
struct Fields<Key: FieldKey> {
  let object: Document.Value
  var position: Int
  let end: Int
  /// Bit n is set where the nth key was there.
  var seen: UInt64 = 0
}
