import Testing

import Preview

@Suite("A page in the preview")
struct LivePageTests {
  func following(_ html: String, at base: BasePath = .root) -> String {
    let bytes = LivePage(Array(html.utf8)).following(
      LiveAddresses(base), page: "p", versions: PreviewSite.Versions(style: "s", assets: "a"))
    return String(decoding: bytes, as: UTF8.self)
  }

  let script =
    #"<script src="/.isnad/live.js" data-page="p" data-style="s" data-assets="a" defer></script>"#

  @Test("has the preview's script at the end of its head")
  func placed() {
    #expect(
      following("<html><head><title>x</title></head><body>y</body></html>")
        == "<html><head><title>x</title>\(script)\n</head><body>y</body></html>")
    #expect(following("<HEAD></HEAD >") == "<HEAD>\(script)\n</HEAD >")
  }

  @Test("has it at its end where it has no head", arguments: ["", "سلام", "<p>x</p>", "</hea"])
  func headless(html: String) {
    #expect(following(html) == html + script + "\n")
  }

  @Test(
    "allows that script and no more",
    arguments: [
      (
        "default-src 'none'; style-src 'self'; base-uri 'none'",
        "default-src 'none'; style-src 'self'; base-uri 'none'; script-src 'self'; "
          + "connect-src 'self'"
      ),
      (
        "default-src 'none'",
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"
      ),
      (
        "script-src 'none'; connect-src https://example.org;default-src 'self'",
        "script-src 'self'; connect-src https://example.org 'self'; default-src 'self'; "
          + "style-src 'self'"
      ),
      (
        "script-src 'sha256-x'; script-src-elem 'none'",
        "script-src 'sha256-x' 'self'; script-src-elem 'self'"
      ),
      ("img-src 'none'", "img-src 'none'"),
      (
        "Default-Src *", "default-src *; script-src *; style-src *; connect-src *"
      ),
    ])
  func policies(before: String, after: String) {
    let written = after.replacing("'", with: "&#39;")
    #expect(
      following("<meta http-equiv=\"Content-Security-Policy\" content=\"\(before)\"></head>")
        == "<meta http-equiv=\"Content-Security-Policy\" content=\"\(written)\">\(script)\n</head>")
  }

  @Test(
    "has its policy found however it is written",
    arguments: [
      "<META content=\"default-src 'none'\" HTTP-EQUIV=content-security-policy>",
      "<meta\n http-equiv = 'CONTENT-SECURITY-POLICY'\n content = \"default-src 'none'\" />",
      "<meta name=\"a>b\"><meta http-equiv=Content-Security-Policy "
        + "content=\"default-src &#39;none&#39;\">",
    ])
  func found(html: String) {
    #expect(following(html + "</head>").contains("script-src &#39;self&#39;"))
  }

  @Test(
    "is left as it is where there is none",
    arguments: [
      "<meta name=\"description\" content=\"default-src 'none'\">",
      "<meta http-equiv=\"refresh\" content=\"0; url=x\">", "<meta", "<meta ", "<meta a=",
      "<meta a='",
    ])
  func without(html: String) {
    #expect(following(html) == html + script + "\n")
  }

  @Test("keeps a policy that stands in its text only")
  func text() {
    let html = "</head><meta http-equiv=Content-Security-Policy content=\"default-src 'none'\">"
    #expect(following(html) == script + "\n" + html)
  }

  @Test("is told where the script is below a base path")
  func base() throws {
    let base = try #require(BasePath("تقرير"))
    #expect(
      following("", at: base).hasPrefix(
        "<script src=\"/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1/.isnad/live.js\""))
  }
}
