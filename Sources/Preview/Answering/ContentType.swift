/// The media type of a file, by the ending of its name.
package enum ContentType {
  static let plain = "text/plain; charset=utf-8"
  static let html = "text/html; charset=utf-8"
  static let events = "text/event-stream; charset=utf-8"

  package static func of(_ path: some StringProtocol) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return plain }
    return switch name[name.index(after: dot)...].lowercased() {
    case "html", "htm": html
    case "css": "text/css; charset=utf-8"
    case "js", "mjs": "text/javascript; charset=utf-8"
    case "json", "map": "application/json; charset=utf-8"
    case "jsonl": "application/jsonl; charset=utf-8"
    case "csv": "text/csv; charset=utf-8"
    case "xml", "rss", "atom": "application/xml; charset=utf-8"
    case "md": "text/markdown; charset=utf-8"
    case "txt": plain
    case "webmanifest": "application/manifest+json; charset=utf-8"
    case "svg": "image/svg+xml; charset=utf-8"
    case "png": "image/png"
    case "jpg", "jpeg": "image/jpeg"
    case "gif": "image/gif"
    case "webp": "image/webp"
    case "avif": "image/avif"
    case "ico": "image/x-icon"
    case "woff": "font/woff"
    case "woff2": "font/woff2"
    case "pdf": "application/pdf"
    case "wasm": "application/wasm"
    default: "application/octet-stream"
    }
  }
}
