/// Where a site stands on its host: `/`, or `/reports/idlib/`.
package struct BasePath: Sendable, Hashable {
  /// As it stands in an address, percent-encoded, with `/` at both ends.
  package let address: String
  /// The bytes that it stands for.
  let bytes: [UInt8]

  package static let root = BasePath(address: "/", bytes: Array("/".utf8))

  private init(address: String, bytes: [UInt8]) {
    self.address = address
    self.bytes = bytes
  }

  /// - Parameter path: with or without `/` at its ends. Characters that no address has are encoded.
  /// - Returns: nil where it has an empty part, `.` or `..`, a `?`, `#` or `\`, a control character, or
  ///   a `%` that encodes nothing.
  package init?(_ path: String) {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)
    if parts.first?.isEmpty == true { parts.removeFirst() }
    if parts.last?.isEmpty == true { parts.removeLast() }
    guard let decoded = PercentEncoding.decode(path),
      !decoded.contains(where: { $0 < 0x20 || $0 == 0x7F || "?#\\".utf8.contains($0) })
    else { return nil }
    var address = "/"
    for part in parts {
      guard let name = PercentEncoding.decode(String(part)), !name.isEmpty,
        !name.elementsEqual(".".utf8), !name.elementsEqual("..".utf8)
      else { return nil }
      address += PercentEncoding.encode(name) + "/"
    }
    guard let bytes = PercentEncoding.decode(address) else { return nil }
    self.init(address: address, bytes: bytes)
  }

  /// What stands after the base in a decoded path; nil where it does not begin with it.
  func rest(of path: [UInt8]) -> ArraySlice<UInt8>? {
    path.starts(with: bytes) ? path[bytes.count...] : nil
  }

  /// Whether a decoded path leads to the site, but for the `/` at its end or all of it.
  func isShortened(_ path: [UInt8]) -> Bool {
    bytes.count > 1 && (path.elementsEqual("/".utf8) || path.elementsEqual(bytes.dropLast()))
  }
}
