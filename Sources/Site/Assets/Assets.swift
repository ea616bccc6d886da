import Foundation
import Mustache

/// The files beside the pages: the stylesheet and the script, each under a name that changes with
/// what is in it, so that a browser may keep it for ever and never shows a page with another's; and
/// the user's further files, under their own names.
struct Assets: Sendable {
  let stylesheet: AssetView?
  let script: AssetView?
  let files: [SiteFile]

  /// - Parameters:
  ///   - hasIntegrity: whether pages say what must be in them. Browsers do not let a page that was
  ///     opened from the disk check that, and then leave both out.
  ///   - keepsNames: whether both have the names of the user's files instead, so that a page stays the
  ///     same where only they change.
  init(_ files: [TemplateFolder.Asset], hasIntegrity: Bool, keepsNames: Bool = false) {
    var named: [String: AssetView] = [:]
    self.files = files.map { file in
      guard let fingerprinted = Self.fingerprinted(file) else {
        return SiteFile(path: file.path, bytes: file.bytes)
      }
      let name = keepsNames ? file.path : fingerprinted
      named[file.path] = AssetView(
        path: name, integrity: hasIntegrity ? Self.integrity(file.bytes) : nil)
      return SiteFile(path: name, bytes: file.bytes)
    }
    stylesheet = named[Self.stylesheetPath]
    script = named[Self.scriptPath]
  }

  private static let stylesheetPath = "assets/style.css"
  private static let scriptPath = "assets/script.js"

  /// `assets/style.0123456789abcdef.css`: the first 16 digits of its SHA-256.
  private static func fingerprinted(_ file: TemplateFolder.Asset) -> String? {
    guard [stylesheetPath, scriptPath].contains(file.path),
      let dot = file.path.lastIndex(of: ".")
    else { return nil }
    let digest = SHA2.hex(SHA2.sha256(file.bytes).prefix(8))
    return "\(file.path[..<dot]).\(digest)\(file.path[dot...])"
  }

  /// As HTML's `integrity` has it.
  private static func integrity(_ bytes: [UInt8]) -> String {
    "sha384-" + Data(SHA2.sha384(bytes)).base64EncodedString()
  }
}

/// A stylesheet or a script as a page links to it.
struct AssetView: StaticModel {
  /// From the site's root.
  let path: String
  let integrity: String?

  static let fields = Fields<Self> {
    [
      .text("path", \.path),
      .text("integrity", \.integrity),
    ]
  }
}
