/// The keys of one kind of object.
protocol FieldKey: RawRepresentable<String>, CaseIterable, Sendable {
  static var table: KeyTable<Self> { get }
}

/// How the keys of one kind of object are found by their bytes.
struct KeyTable<Key: FieldKey>: Sendable {
  /// With its article: “an entity”.
  let subject: String
  let keys: [Key]
  private let names: [[UInt8]]
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
    names = keys.map { Array($0.rawValue.utf8) }
    var mask: UInt64 = 0
    for (index, key) in keys.enumerated()
    where required.contains(where: { $0.rawValue == key.rawValue }) {
      mask |= 1 << UInt64(index)
    }
    self.required = mask
  }

  func index(of name: ArraySlice<UInt8>) -> Int? {
    for (index, known) in names.enumerated()
    where known.count == name.count && known.elementsEqual(name) {
      return index
    }
    return nil
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
