/// A kind of thing that Markdown can link to by its id.
package enum LinkScheme: String, Sendable, Hashable, CaseIterable {
  case entity, event, article, attribution, claim
}

/// Where a link or an image leads, judged by its scheme.
enum Destination {
  /// `entity:id` and its like.
  case reference(LinkScheme, id: String)
  /// A relative address, or one of a scheme that does nothing but lead somewhere.
  case address
  /// Everything else, such as `javascript:`, `data:` and `file:`.
  case unsafe

  private static let safeSchemes: Set<String> = ["http", "https", "mailto", "tel"]

  init(_ destination: String) {
    guard let (scheme, rest) = Self.split(destination) else {
      self = .address
      return
    }
    if let reference = LinkScheme(rawValue: scheme) {
      self = .reference(reference, id: Self.percentDecoded(rest))
    } else {
      self = Self.safeSchemes.contains(scheme) ? .address : .unsafe
    }
  }

  /// The scheme in lower case and what follows its colon; `nil` for a relative address.
  ///
  /// Browsers read a scheme across control characters and white space, and so does this.
  private static func split(_ destination: String) -> (String, Substring.UTF8View)? {
    let bytes = destination.utf8
    var scheme = ""
    for index in bytes.indices {
      let byte = bytes[index]
      switch byte {
      case 0...0x20, 0x7F: continue
      case .init(ascii: "A")...(.init(ascii: "Z")):
        scheme.unicodeScalars.append(Unicode.Scalar(byte | 0x20))
      case .init(ascii: "a")...(.init(ascii: "z")):
        scheme.unicodeScalars.append(Unicode.Scalar(byte))
      case .init(ascii: "0")...(.init(ascii: "9")), .init(ascii: "+"), .init(ascii: "-"),
        .init(ascii: "."):
        if scheme.isEmpty { return nil }
        scheme.unicodeScalars.append(Unicode.Scalar(byte))
      case .init(ascii: ":"):
        return scheme.isEmpty ? nil : (scheme, bytes[bytes.index(after: index)...])
      default: return nil
      }
    }
    return nil
  }

  /// `%D8%B4` as the letter that it stands for; a `%` that encodes nothing stays, and so does all of
  /// an id whose bytes would not be UTF-8.
  private static func percentDecoded(_ text: Substring.UTF8View) -> String {
    let asWritten = String(decoding: text, as: UTF8.self)
    guard text.contains(.init(ascii: "%")) else { return asWritten }
    let bytes = Array(text)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == .init(ascii: "%"), index + 2 < bytes.count,
        let high = hexadecimal(bytes[index + 1]), let low = hexadecimal(bytes[index + 2])
      {
        decoded.append(high << 4 | low)
        index += 3
      } else {
        decoded.append(bytes[index])
        index += 1
      }
    }
    return String(validating: decoded, as: UTF8.self) ?? asWritten
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// The address with the bytes encoded that no address may hold; other scripts stay as they are.
  static func encoded(_ destination: String) -> String {
    let isClean = destination.utf8.allSatisfy { !mustBeEncoded($0) }
    guard !isClean else { return destination }
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in destination.utf8 {
      if mustBeEncoded(byte) {
        bytes += [.init(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func mustBeEncoded(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, 0x22, 0x3C, 0x3E, 0x5C, 0x5E, 0x60, 0x7B, 0x7C, 0x7D: true
    default: false
    }
  }
}
