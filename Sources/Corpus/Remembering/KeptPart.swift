import ByteCoding
import Fingerprint

/// A part of what is kept, which can be written and read by itself.
package struct KeptPart: Sendable {
  /// Puts a part of a name where it can be read again, and returns it as it is there; `nil` where that
  /// cannot be done.
  package typealias Keep = @Sendable (_ name: String, _ bytes: [UInt8]) -> KeptPart?

  /// What it holds, and which: `articles 256`.
  package let name: String
  /// Of its bytes, when they were written.
  package let checksum: Fingerprint
  /// Reads its bytes; `nil` where they are not there any more.
  private let load: @Sendable () -> [UInt8]?

  /// One that is in memory.
  package init(name: String, bytes: [UInt8]) {
    self.init(name: name, checksum: Self.checksum(of: bytes[...])) { bytes }
  }

  /// One that is read where it is asked for.
  package init(name: String, checksum: Fingerprint, load: @escaping @Sendable () -> [UInt8]?) {
    self.name = name
    self.checksum = checksum
    self.load = load
  }

  package static func checksum(of bytes: ArraySlice<UInt8>) -> Fingerprint {
    var maker = FingerprintMaker(.open)
    bytes.withUnsafeBytes { maker.add($0) }
    return maker.finish()
  }

  /// `nil` where they are not those that were written.
  package var bytes: [UInt8]? {
    guard let bytes = load(), Self.checksum(of: bytes[...]) == checksum else { return nil }
    return bytes
  }

  /// - Returns: `nil` where the bytes are not those that were written.
  package func read<Value>(_ read: (inout ByteReader) throws -> Value) -> Value? {
    bytes.flatMap { try? ByteReader.read($0[...], read) }
  }
}
