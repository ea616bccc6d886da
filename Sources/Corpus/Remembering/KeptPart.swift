import ByteCoding
import Fingerprint

/// A part of what is kept, which can be written and read by itself.
package struct KeptPart: Sendable {
  /// What it holds, and which: `articles 256`.
  package let name: String
  package let bytes: ArraySlice<UInt8>
  package let checksum: Fingerprint

  package init(name: String, bytes: ArraySlice<UInt8>) {
    self.init(name: name, bytes: bytes, checksum: Self.checksum(of: bytes))
  }

  /// - Parameter checksum: that the bytes had when they were written.
  package init(name: String, bytes: ArraySlice<UInt8>, checksum: Fingerprint) {
    self.name = name
    self.bytes = bytes
    self.checksum = checksum
  }

  package static func checksum(of bytes: ArraySlice<UInt8>) -> Fingerprint {
    var maker = FingerprintMaker(.open)
    bytes.withUnsafeBytes { maker.add($0) }
    return maker.finish()
  }

  /// - Returns: `nil` where the bytes are not those that were written.
  package func read<Value>(_ read: (inout ByteReader) throws -> Value) -> Value? {
    guard Self.checksum(of: bytes) == checksum else { return nil }
    return try? ByteReader.read(bytes, read)
  }
}
