/// An address of before, that an article or a page is still found at.
package enum OldAddress {
  /// The file that stands for it: `/old/` and `old` are folders, `old.html` is a file.
  package static func path(_ alias: String) -> String {
    let path = alias.split(separator: "/").joined(separator: "/")
    return path.hasSuffix(".html") || path.hasSuffix(".htm") ? path : path + "/index.html"
  }
}
