/// What is shown in place of a page that is not there yet, or cannot be made. It follows what changes,
/// as all pages do.
struct ProblemPage {
  /// The version of the page, which is another where its words are.
  let version: String
  private let title: String
  private let content: String

  private init(version: String, title: String, content: String) {
    self.version = version
    self.title = title
    self.content = content
  }

  init(_ report: ProblemReport) {
    self.init(
      version: "problems-\(report.version)", title: "The site has errors", content: report.html)
  }

  static let building = ProblemPage(
    version: "building", title: "The site is being built",
    content: "<h1>The site is being built…</h1>\n")

  func html(_ addresses: LiveAddresses, _ versions: PreviewSite.Versions?) -> [UInt8] {
    let page = Array(
      """
      <!doctype html>
      <html lang="en" dir="ltr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'">
      <title>\(title)</title>
      <link rel="stylesheet" href="\(addresses.style)">
      </head>
      <body class="problems">
      \(content)</body>
      </html>

      """.utf8)
    let none = PreviewSite.Versions(style: "", assets: "")
    return LivePage(page).following(addresses, page: version, versions: versions ?? none)
  }
}
