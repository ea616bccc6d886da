/// The shape of addresses. They may hold letters of any script; nothing in them is decoded.
enum WebAddress {
  /// Whether this is `http://host…` or `https://host…` without white space.
  static func isAbsolute(_ text: String) -> Bool {
    let lower = text.prefix(8).lowercased()
    let rest: Substring
    if lower.hasPrefix("https://") {
      rest = text.dropFirst(8)
    } else if lower.hasPrefix("http://") {
      rest = text.dropFirst(7)
    } else {
      return false
    }
    guard let first = rest.utf8.first, !"/?#:@.".utf8.contains(first) else { return false }
    return rest.unicodeScalars.allSatisfy { !isForbidden($0) }
  }

  /// Why a text is no path under the site's root, as the end of a sentence; `nil` where it is one.
  static func faultOfSitePath(_ text: String) -> String? {
    if text.unicodeScalars.contains(where: isForbidden) {
      return "holds a character no path may hold"
    }
    if text.utf8.contains(UInt8(ascii: "\\")) { return "holds a backslash" }
    if text.utf8.contains(where: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }) {
      return "holds “?” or “#”, which a file cannot answer"
    }
    if text.hasPrefix("//") || text.contains("://") { return "leaves the site" }
    let parts = text.split(separator: "/")
    if parts.contains("..") { return "leaves the site" }
    if parts.allSatisfy({ $0 == "." }) { return "is the site's root" }
    return nil
  }

  /// White space, control characters, and what rearranges the text that is seen. Quotation marks are
  /// left alone: addresses in use have them.
  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
      true
    default: false
    }
  }
}
