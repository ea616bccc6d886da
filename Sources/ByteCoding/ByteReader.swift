#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Reads what `ByteWriter` wrote, and throws at whatever that cannot have written. It does not outlive
/// the bytes that it is lent.
///
/// Public and inlinable, see `ByteWriter`.
public struct ByteReader {
  public struct Damage: Error {
    @inlinable public init() {}
  }

  @usableFromInline let bytes: UnsafeRawBufferPointer
  @usableFromInline var position = 0
  @usableFromInline var shared: [String]?

  @inlinable public init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  /// - Throws: `Damage`, also where bytes are left.
  @inlinable public static func read<Value>(
    _ bytes: ArraySlice<UInt8>, _ read: (inout ByteReader) throws -> Value
  ) throws -> Value {
    try bytes.withUnsafeBytes { bytes in
      var reader = ByteReader(bytes)
      let value = try read(&reader)
      guard reader.position == bytes.count else { throw Damage() }
      return value
    }
  }

  /// Reads the texts that the values after them share; see `ByteWriter.init(sharing:)`.
  @inlinable public mutating func readSharedTexts() throws {
    shared = try list { try $0.text() }
  }

  @inlinable mutating func take(_ count: Int) throws -> UnsafeRawBufferPointer {
    guard count >= 0, count <= bytes.count - position else { throw Damage() }
    defer { position += count }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
  }

  @inlinable public mutating func byte() throws -> UInt8 {
    guard position < bytes.count else { throw Damage() }
    defer { position += 1 }
    return bytes[position]
  }

  @inlinable public mutating func word() throws -> UInt64 {
    UInt64(littleEndian: try take(8).loadUnaligned(as: UInt64.self))
  }

  @inlinable public mutating func number() throws -> Int64 {
    var (value, shift) = (UInt64(0), UInt64(0))
    while true {
      let byte = try byte()
      guard shift < 64 else { throw Damage() }
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return Int64(bitPattern: value >> 1) ^ -Int64(bitPattern: value & 1) }
      shift += 7
    }
  }

  @inlinable public mutating func int32() throws -> Int32 {
    guard let number = Int32(exactly: try number()) else { throw Damage() }
    return number
  }

  @inlinable public mutating func count() throws -> Int { Int(try number()) }

  @inlinable public mutating func flag() throws -> Bool {
    switch try byte() {
    case 0: false
    case 1: true
    default: throw Damage()
    }
  }

  @inlinable public mutating func slice() throws -> UnsafeRawBufferPointer {
    try take(try count())
  }

  public mutating func text() throws -> String {
    let slice = try slice()
    // To decode and compare takes less time than `String(validating:as:)`, which looks up what kind of
    // list it is given anew each time. A text that had to be repaired is not the same.
    var text = String(decoding: slice, as: UTF8.self)
    let isSame = text.withUTF8 { utf8 in
      guard let copy = utf8.baseAddress, let written = slice.baseAddress else {
        return slice.isEmpty
      }
      return utf8.count == slice.count && memcmp(copy, written, slice.count) == 0
    }
    guard isSame else { throw Damage() }
    return text
  }

  /// A text that may have come before.
  @inlinable public mutating func sharedText() throws -> String {
    guard let shared else { return try text() }
    let number = try count()
    guard shared.indices.contains(number) else { throw Damage() }
    return shared[number]
  }

  @inlinable public mutating func optional<Value>(
    _ read: (inout ByteReader) throws -> Value
  ) throws -> Value? {
    try flag() ? try read(&self) : nil
  }

  @inlinable public mutating func list<Value>(_ read: (inout ByteReader) throws -> Value) throws
    -> [Value]
  {
    let count = try count()
    // No value takes less than a byte.
    guard count >= 0, count <= bytes.count - position else { throw Damage() }
    if count == 0 { return [] }
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try read(&self)) }
    return values
  }
}
