#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Where a site may be built to.
package enum OutputLocation {
  /// Checks that building to `folder` cannot harm what it is built from, or a whole home or disk.
  ///
  /// - Parameters:
  ///   - source: the folder that has `content/` and may have `templates/`.
  ///   - home: the user's home folder, if there is one.
  /// - Returns: the folder's absolute path, without links.
  package static func resolve(
    _ folder: String, source: String, home: String?
  ) throws(OutputError) -> String {
    let output = realPath(folder)
    if output == "/" { throw .protected(folder, "it is the root of the disk") }
    if let home, holds(output, realPath(home)) {
      throw .protected(folder, "it is or holds your home folder")
    }
    for name in ["content", "templates"] {
      let input = realPath(source + "/" + name)
      if holds(output, input) {
        throw .protected(folder, "it is or holds the folder \(name)/ that the site is made from")
      }
      if holds(input, output) {
        throw .protected(folder, "it is inside the folder \(name)/ that the site is made from")
      }
    }
    return output
  }

  private static func holds(_ outer: String, _ inner: String) -> Bool {
    let outer = outer == "/" ? "" : outer
    return inner == outer || inner.utf8.starts(with: (outer + "/").utf8)
  }

  /// An absolute path without links or dots; the parts that do not exist are kept as written.
  private static func realPath(_ path: String) -> String {
    var result = path.utf8.first == UInt8(ascii: "/") ? "/" : existing(".") ?? "/"
    for part in path.split(separator: "/") where part != "." {
      if part == ".." {
        result = OutputPath.folders(of: result).first { _ in true } ?? "/"
        if result.isEmpty { result = "/" }
      } else {
        let next = (result == "/" ? "" : result) + "/" + part
        result = existing(next) ?? next
      }
    }
    return result
  }

  private static func existing(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
