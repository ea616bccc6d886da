/// Writes values one after the other, for `ByteReader` to read.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ word: UInt64) {
    withUnsafeBytes(of: word.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func add(_ number: Int64) { add(UInt64(bitPattern: number)) }

  mutating func add(_ number: Int) { add(Int64(number)) }

  mutating func add(_ isTrue: Bool) { bytes.append(isTrue ? 1 : 0) }

  mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func add<Value>(_ value: Value?, _ add: (inout ByteWriter, Value) -> Void) {
    self.add(value != nil)
    if let value { add(&self, value) }
  }

  mutating func add<Values: Collection>(
    _ values: Values, _ add: (inout ByteWriter, Values.Element) -> Void
  ) {
    self.add(values.count)
    for value in values { add(&self, value) }
  }
}

/// Reads what `ByteWriter` wrote, and throws at whatever that cannot have written.
struct ByteReader {
  struct Damage: Error {}

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) {
    rest = bytes
  }

  var isAtEnd: Bool { rest.isEmpty }

  private mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
    guard count >= 0, count <= rest.count else { throw Damage() }
    defer { rest = rest.dropFirst(count) }
    return rest.prefix(count)
  }

  mutating func word() throws -> UInt64 {
    try take(8).withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(as: UInt64.self)) }
  }

  mutating func number() throws -> Int64 { Int64(bitPattern: try word()) }

  mutating func count() throws -> Int { Int(try number()) }

  mutating func flag() throws -> Bool {
    switch try take(1).first {
    case 0: false
    case 1: true
    default: throw Damage()
    }
  }

  mutating func text() throws -> String {
    let bytes = try take(try count())
    guard let text = String(validating: bytes, as: UTF8.self) else { throw Damage() }
    return text
  }

  mutating func optional<Value>(_ read: (inout ByteReader) throws -> Value) throws -> Value? {
    try flag() ? try read(&self) : nil
  }

  mutating func list<Value>(_ read: (inout ByteReader) throws -> Value) throws -> [Value] {
    let count = try count()
    // No value takes less than a byte.
    guard count >= 0, count <= rest.count else { throw Damage() }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}
