/// Tells versions of a file apart, and guards nothing.
enum Fingerprint {
  /// A 64-bit FNV-1a of the bytes in hexadecimal digits, and how many they are.
  static func of(_ bytes: [UInt8]) -> String {
    let hash = bytes.withUnsafeBufferPointer { bytes in
      bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
    return "\(String(hash, radix: 16))-\(bytes.count)"
  }

  /// Of several files with their names.
  static func of(_ files: [String: [UInt8]]) -> String {
    let parts = files.map { "\($0.key) \(of($0.value))\n" }.sorted()
    return of(Array(parts.joined().utf8))
  }
}

/// The `ETag` of a file.
package enum EntityTag {
  /// The fingerprint of the bytes, quoted.
  package static func of(_ bytes: [UInt8]) -> String {
    "\"\(Fingerprint.of(bytes))\""
  }

  /// Whether an `If-None-Match` field names this tag.
  static func matches(_ tag: String, _ field: String) -> Bool {
    field.split(separator: ",").contains { part in
      let part = part.drop { $0 == " " || $0 == "\t" }.prefix { $0 != " " && $0 != "\t" }
      return part == "*" || part == tag || part == "W/" + tag
    }
  }
}

/// What a `Range` field asks for.
package enum ByteRange: Hashable {
  /// No range, or none that is understood: it is to be ignored.
  case whole
  case part(Range<Int>)
  /// Past the end of the file.
  case outside

  package init(_ field: String, size: Int) {
    self = .whole
    let unit = "bytes="
    guard field.hasPrefix(unit) else { return }
    let ends = field.dropFirst(unit.count)
      .split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.count == 2, !field.contains(",") else { return }
    switch (Self.number(ends[0]), Self.number(ends[1]), ends[0].isEmpty, ends[1].isEmpty) {
    case (nil, let length?, true, false):
      self = length == 0 || size == 0 ? .outside : .part(size - min(length, size)..<size)
    case (let first?, nil, false, true):
      self = first < size ? .part(first..<size) : .outside
    case (let first?, let last?, false, false) where first <= last:
      self = first < size ? .part(first..<min(last, size - 1) + 1) : .outside
    default: break
    }
  }

  /// Digits alone; a number too large for this machine is larger than any file.
  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text) ?? .max
  }
}

package enum PercentEncoding {
  /// The bytes that a path stands for; nil when a `%` is not followed by two hexadecimal digits.
  static func decode(_ path: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = path.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
      else { return nil }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  /// Encodes all but the unreserved characters of RFC 3986.
  package static func encode(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
