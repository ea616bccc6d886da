/// Where the addresses that stand in a site lead.
struct Addresses: Sendable {
  enum Destination: Sendable, Equatable {
    /// Outside the site.
    case elsewhere
    /// A file of the site, and the fragment's range of the address, where it has one.
    case file(Int, fragment: Range<Int>?)
    /// A path at which the site has no file.
    case nowhere(String)
  }

  private let files: SiteFiles
  /// `https://example.org/report/`; empty where it is not known.
  private let base: [UInt8]
  /// `/report/`.
  private let basePath: [UInt8]

  init(_ files: SiteFiles, baseURL: String?) {
    self.files = files
    base = Array((baseURL ?? "").utf8)
    let authority = baseURL.flatMap { $0.range(of: "://") }
    let path = authority.map { baseURL?[$0.upperBound...].drop { $0 != "/" } ?? "/" } ?? "/"
    basePath = Array((path.isEmpty ? "/" : path).utf8)
  }

  /// - Parameters:
  ///   - address: character references resolved.
  ///   - page: the path of the file that it stands in.
  func destination(of address: [UInt8], on page: (number: Int, path: [UInt8])) -> Destination {
    let end =
      address.firstIndex { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") }
      ?? address.count
    let fragment = address[end...].firstIndex(of: UInt8(ascii: "#"))
      .map { $0 + 1..<address.count }
    if end == 0 { return .file(page.number, fragment: fragment) }
    var path: [UInt8] = []
    var rest = address[..<end]
    if !base.isEmpty, rest.starts(with: base) {
      rest = rest.dropFirst(base.count)
    } else if rest.starts(with: "//".utf8) || hasScheme(rest) {
      return .elsewhere
    } else if rest.first == UInt8(ascii: "/") {
      guard rest.starts(with: basePath) else { return .nowhere(text(rest)) }
      rest = rest.dropFirst(basePath.count)
    } else if let slash = page.path.lastIndex(of: UInt8(ascii: "/")) {
      path += page.path[...slash]
    }
    guard append(rest, to: &path) else { return .nowhere(text(address[..<end])) }
    if path.isEmpty || path.last == UInt8(ascii: "/") { path += "index.html".utf8 }
    return files[path].map { .file($0, fragment: fragment) } ?? .nowhere(text(path[...]))
  }

  /// Walks a relative path from the folder that `path` is; false where it leaves the site.
  private func append(_ rest: ArraySlice<UInt8>, to path: inout [UInt8]) -> Bool {
    let slash = UInt8(ascii: "/")
    var start = rest.startIndex
    while start < rest.endIndex {
      let end = rest[start...].firstIndex(of: slash) ?? rest.endIndex
      let part = rest[start..<end]
      if part.elementsEqual("..".utf8) {
        guard !path.isEmpty else { return false }
        path.removeLast()
        while let last = path.last, last != slash { path.removeLast() }
      } else if !part.isEmpty, !part.elementsEqual(".".utf8) {
        PercentDecoding.append(part, to: &path)
        if end < rest.endIndex { path.append(slash) }
      }
      start = end + 1
    }
    return true
  }

  private func hasScheme(_ address: ArraySlice<UInt8>) -> Bool {
    let mark = address.first { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "/") }
    return mark == UInt8(ascii: ":")
  }

  private func text(_ path: ArraySlice<UInt8>) -> String { String(decoding: path, as: UTF8.self) }
}

enum PercentDecoding {
  static func append(_ bytes: ArraySlice<UInt8>, to decoded: inout [UInt8]) {
    var place = bytes.startIndex
    while place < bytes.endIndex {
      if bytes[place] == UInt8(ascii: "%"), place + 2 < bytes.endIndex,
        let high = digit(bytes[place + 1]), let low = digit(bytes[place + 2])
      {
        decoded.append(high << 4 | low)
        place += 3
      } else {
        decoded.append(bytes[place])
        place += 1
      }
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
