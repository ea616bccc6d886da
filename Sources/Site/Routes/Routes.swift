import Evidence

/// The addresses of one interface language. All are relative to the site's root, and name the file
/// itself (`…/index.html`), so that links also work from the file system.
struct Routes: Sendable {
  /// Empty for the first language, else `en/`.
  let prefix: String

  var home: Route { Route(prefix) }
  var articles: Route { Route(prefix + "articles/") }
  var entities: Route { Route(prefix + "entities/") }
  var events: Route { Route(prefix + "events/") }
  var claims: Route { Route(prefix + "claims/") }
  var sources: Route { Route(prefix + "sources/") }
  var attributions: Route { Route(prefix + "attributions/") }
  var search: Route { Route(prefix + "search/") }
  var timeline: Route { Route(prefix + "timeline/") }
  var notFound: Route { Route(prefix, file: "404.html") }
  var feed: Route { Route(prefix, file: "feed.xml") }

  func article(_ id: String) -> Route { Route(prefix + "articles/\(id)/") }
  func entity(_ id: String) -> Route { Route(prefix + "entities/\(id)/") }
  func event(_ id: String) -> Route { Route(prefix + "events/\(id)/") }
  func claim(_ id: String) -> Route { Route(prefix + "claims/\(id)/") }
  func source(_ id: String) -> Route { Route(prefix + "sources/\(id)/") }
  func page(_ id: String) -> Route { Route(prefix + "pages/\(id)/") }
  func year(_ year: Int) -> Route { Route(prefix + "timeline/\(year)/") }

  /// - Parameter kind: `nil` for all that lack more than a date.
  func brokenChains(_ kind: ChainBreak? = nil) -> Route {
    let all = Route(prefix + "broken-chains/")
    return kind.map { all.sub($0.rawValue) } ?? all
  }

  var tags: Route { Route(prefix + "tags/") }

  /// - Parameter slug: of the tag.
  func tag(_ slug: String) -> Route { Route(prefix + "tags/\(slug)/") }

  func day(_ year: Int, _ month: Int, _ day: Int) -> Route {
    self.month(year, month).sub("\(day < 10 ? "0" : "")\(day)")
  }

  func month(_ year: Int, _ month: Int) -> Route {
    Route(prefix + "timeline/\(year)/\(month < 10 ? "0" : "")\(month)/")
  }
}

/// One address: the folder, with its final `/` (empty for the root), and the file in it.
struct Route: Sendable, Hashable {
  let folder: String
  let file: String

  init(_ folder: String, file: String = "index.html") {
    self.folder = folder
    self.file = file
  }

  init(path: String) {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    self.init(String(path[..<slash]), file: String(path[slash...]))
  }

  /// Where the file stands in the output folder.
  var path: String { folder + file }

  /// As it stands in a link, after the way to the root.
  var href: String { PercentEncoding.path(path) }

  /// As it stands in an absolute address: without `index.html`.
  var canonical: String { PercentEncoding.path(file == "index.html" ? folder : path) }

  /// The last part of the folder: `said` of `entities/x/said/`.
  var name: String {
    let slash = UInt8(ascii: "/")
    guard let end = folder.utf8.lastIndex(where: { $0 != slash }) else { return "" }
    let start = folder.utf8[...end].lastIndex(of: slash).map(folder.utf8.index(after:))
    return String(Substring(folder.utf8[(start ?? folder.startIndex)...end]))
  }

  /// The way from here to the site's root: `../../`.
  var root: String {
    String(repeating: "../", count: folder.utf8.count { $0 == UInt8(ascii: "/") })
  }

  /// A link from here, to a place in the page itself by that place alone.
  ///
  /// - Parameter path: from the site's root, as it stands in a link.
  func link(to path: String) -> String {
    let own = href
    return path.hasPrefix(own + "#") ? String(path.dropFirst(own.count)) : root + path
  }

  /// A page of a list: the first is the list's own address.
  func page(_ number: Int) -> Route {
    number == 1 ? self : Route("\(folder)page/\(number)/", file: file)
  }

  func sub(_ name: String) -> Route { Route("\(folder)\(name)/") }

  func file(_ name: String) -> Route { Route(folder, file: name) }
}

/// Percent-encoding of paths, RFC 3986.
enum PercentEncoding {
  /// Encodes all but unreserved characters and `/`. Returns the text itself where nothing needs it.
  static func path(_ path: String) -> String {
    let isAllPlain = path.utf8.withContiguousStorageIfAvailable(areAllPlain)
    guard !(isAllPlain ?? path.utf8.allSatisfy(isPlain)) else { return path }
    var encoded: [UInt8] = []
    encoded.reserveCapacity(path.utf8.count * 3)
    for byte in path.utf8 {
      if isPlain(byte) {
        encoded.append(byte)
      } else {
        encoded += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// Looks at every byte, as processors do many at once.
  private static func areAllPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var found: UInt8 = 0
    for byte in bytes { found |= isPlain(byte) ? 0 : 1 }
    return found == 0
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
  }
}
