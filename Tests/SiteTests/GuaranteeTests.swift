import Foundation
import Testing

import Site

/// A small corpus that has one of everything that pages show.
enum SmallReport {
  static let files: [String: String] = [
    "site.yaml": """
    title: {ar: تقرير, en: Report}
    languages: [ar, en]
    """,
    "articles/one.txt": """
    ---
    lang: ar
    title: مكالمة
    publisher: paper
    published: 2019-05-15~
    ---
    قال الكرملين في بيان أمس إن الجانبين «واصلا» الحوار.
    وزعم مصدر أن الخروق تضاعفت.
    """,
    "articles/two.md": """
    ---
    lang: en
    title: A call
    publisher: paper
    published: 2019-05-16
    ---
    # Two read-outs

    The Kremlin said the sides *went on* talking.
    """,
    "analysis/one.json": """
    {"format": "isnad/1", "article": "one",
     "entities": [
      {"id": "kremlin", "type": "organization", "names": {"ar": "الكرملين", "en": "Kremlin"}},
      {"id": "paper", "type": "organization", "names": {"ar": "الجريدة", "en": "The Paper"}}],
     "mentions": [{"entity": "kremlin", "target": {"exact": "الكرملين"}}],
     "times": [{"id": "t1", "target": {"exact": "أمس"}, "value": "2019-05-14~",
                "anchor": "publication", "rule": "yesterday"}],
     "events": [{"id": "call", "type": "CONSULT", "title": {"ar": "مكالمة", "en": "Call"},
                 "time": "t1", "participants": [{"entity": "kremlin", "role": "participant"}],
                 "targets": [{"exact": "الحوار"}]}],
     "attributions": [
      {"id": "a1", "content": [{"exact": "الجانبين"}, {"exact": "الحوار"}], "directness": "mixed",
       "cue": {"target": {"exact": "قال"}, "lemma": "قال", "stance": "neutral"},
       "chain": [{"source": "kremlin", "medium": "statement"}], "about": ["call"], "claim": "talks"},
      {"id": "a2", "content": {"exact": "الخروق تضاعفت"}, "directness": "indirect",
       "cue": {"target": {"exact": "زعم"}, "lemma": "زعم", "stance": "distancing"},
       "chain": [{"source": null, "description": {"ar": "مصدر"}}]}],
     "labels": [{"entity": "kremlin", "target": {"exact": "«واصلا»"}, "device": "scare-quotes"}]}
    """,
    "analysis/two.json": """
    {"format": "isnad/1", "article": "two",
     "events": [{"id": "call", "type": "CONSULT", "title": {"en": "Call"}, "date": "2019-05-13"}],
     "attributions": [
      {"id": "a1", "content": {"exact": "the sides went on talking"}, "directness": "indirect",
       "cue": {"target": {"exact": "said"}, "stance": "neutral"},
       "chain": [{"source": "kremlin"}], "about": ["call"], "claim": "talks"}]}
    """,
    "briefs/two.md": "The [](entity:kremlin) speaks of [the call](event:call).\n",
    "entities/kremlin.md": """
    ---
    type: organization
    names: {ar: الكرملين, en: Kremlin}
    wikidata: Q133654
    ---
    A note.
    """,
    "pages/about.md": """
    ---
    title: About
    ---
    See [the claim](claim:talks).
    """,
  ]
}

@Suite("Guarantees")
struct GuaranteeTests {
  @Test("The same content makes the same bytes, whatever the number of workers")
  func deterministic() async throws {
    let one = try await TestSite(files: SmallReport.files, workers: 1)
    let many = try await TestSite(files: SmallReport.files, workers: 7)
    #expect(one.paths == many.paths)
    for path in one.paths { #expect(one.contents[path] == many.contents[path], "\(path) differs") }
  }

  @Test("A template that asks for a name that is not there is told, and nothing is built")
  func templateFault() async throws {
    let faults = await #expect(throws: TestSite.Faults.self) {
      try await TestSite(
        files: SmallReport.files, templates: ["404.mustache": "<p>{{headnig}}</p>"])
    }
    #expect(
      faults?.text == """
        error[template/unknown-name]: nothing here is named `headnig`
          --> templates/404.mustache:1:6
         1 | <p>{{headnig}}</p>
           |      ^^^^^^^
          help: did you mean `heading`?

        1 error

        """)
  }

  @Test("A file in templates/ takes the place of the built-in one, and of no other")
  func override() async throws {
    let site = try await TestSite(
      files: SmallReport.files, templates: ["404.mustache": "<p>{{heading}}</p>"])
    #expect(try site.page("en/404.html") == "<p>This page does not exist</p>")
    #expect(try site.page("en/index.html").contains("<!doctype html>"))
  }

  @Test("Nothing in content can become markup: text, title, name, address, brief")
  func hostile() async throws {
    var files = SmallReport.files
    let attack = "\"\u{64E}><script>alert(1)</script>"
    files["articles/evil.txt"] = """
      ---
      lang: en
      title: '\(attack)'
      authors: ['\(attack)']
      publisher: evil
      tags: ['\(attack)']
      ---
      \(attack) javascript:alert(1)
      """
    files["analysis/evil.json"] = """
      {"format": "isnad/1", "article": "evil",
       "entities": [{"id": "evil", "type": "person", "kind": "<script>",
         "names": {"en": "\\"\\u064e><script>alert(1)</script>"}}],
       "mentions": [{"entity": "evil", "target": {"exact": "alert"\
      , "suffix": "(1)</"}}],
       "attributions": [{"id": "a1", "content": {"exact": "<script>"}, "directness": "direct",
         "chain": [{"source": "evil", "medium": "<script>"}]}]}
      """
    files["briefs/evil.md"] = """
      ---
      kind: article
      ---
      <script>alert(1)</script> [x](javascript:alert(1)) ![y](javascript:alert(1)) <img src=x onerror=alert(1)>
      """
    let site = try await TestSite(files: files)
    let unescaped = Array("\"\u{64E}>".utf8)
    for path in site.paths where path.hasSuffix(".html") {
      let whole = try site.page(path)
      // Linked data is a script by name only, and what is in it is JSON, not HTML.
      let data = whole.between("<script type=\"application/ld+json\">", "</script>") ?? ""
      #expect(!data.utf8.contains(UInt8(ascii: "<")), "\(path) has markup in its data")
      #expect(
        data.isEmpty || (try? JSONSerialization.jsonObject(with: Data(data.utf8))) != nil,
        "\(path) has data that is no JSON")
      let page = whole.replacing(
        "<script type=\"application/ld+json\">\(data)</script>", with: "")
      // The one script that is ours comes from a file of the site.
      let scripts = page.components(separatedBy: "<script").dropFirst()
      #expect(scripts.allSatisfy { $0.hasPrefix(" defer src=\"") }, "\(path) has a script")
      #expect(scripts.count <= 1)
      #expect(!Array(page.utf8).contains(unescaped), "\(path) lets a quotation mark through")
      #expect(!page.contains("href=\"javascript"), "\(path) links to a script")
      #expect(!page.contains("<img"), "\(path) has an image")
    }
  }

  @Test("Every link within the site, and every fragment, leads somewhere")
  func links() async throws {
    let site = try await TestSite(files: SmallReport.files)
    for path in site.paths where path.hasSuffix(".html") {
      let page = try site.page(path)
      let folder = path.split(separator: "/").dropLast().map(String.init)
      for match in page.matches(of: #/href="([^"]*)"/#) {
        let link = String(match.output.1)
        guard !link.contains("://") else { continue }
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        var target = link.hasPrefix("/") ? [] : folder
        for part in parts[0].split(separator: "/") {
          if part == ".." { target = Array(target.dropLast()) } else { target.append(String(part)) }
        }
        let file = parts[0].isEmpty ? path : target.joined(separator: "/")
        let found = try #require(
          site.contents[file.removingPercentEncoding ?? file], "\(path) links to \(link)")
        guard parts.count == 2 else { continue }
        let id = " id=\"\(parts[1])\""
        #expect(String(decoding: found, as: UTF8.self).contains(id), "\(path): no \(link)")
      }
    }
  }

  @Test("Each page of a site of two languages names the same page in the other")
  func languages() async throws {
    let site = try await TestSite(files: SmallReport.files, baseURL: "https://example.org/r/")
    let arabic = try site.page("articles/one/index.html")
    let english = try site.page("en/articles/one/index.html")
    #expect(arabic.contains("<html lang=\"ar\" dir=\"rtl\">"))
    #expect(english.contains("<html lang=\"en\" dir=\"ltr\">"))
    for page in [arabic, english] {
      #expect(page.contains(#"hreflang="ar" href="https://example.org/r/articles/one/""#))
      #expect(page.contains(#"hreflang="en" href="https://example.org/r/en/articles/one/""#))
    }
    #expect(arabic.contains(#"href="../../en/articles/one/index.html""#))
  }

  @Test("Two accounts of one event stand side by side, and their dates as a disagreement")
  func disagreement() async throws {
    let site = try await TestSite(files: SmallReport.files)
    let page = try site.page("en/events/call/index.html")
    let section = try #require(page.section("Where the sources disagree"))
    #expect(section.contains("about May 14, 2019") && section.contains("May 13, 2019"))
    #expect(page.contains("date disputed"))
  }

  @Test("Those who give a value are named beside it, or folded where they are many")
  func witnesses() async throws {
    let lines = (0..<30).map { number in
      let date = number < 27 ? "2019-05-13" : "2019-05-14"
      return """
        {"article": {"id": "a\(number)", "title": "Title \(number)", "lang": "en", "text": "x"}, \
        "analysis": {"format": "isnad/1", "article": "a\(number)", "events": [{"id": "call", \
        "type": "call", "title": {"en": "The call"}, "date": "\(date)"}]}}
        """
    }
    let site = try await TestSite(files: [
      "site.yaml": "languages: [en]\n", "all.jsonl": lines.joined(separator: "\n"),
    ])
    let page = try site.page("events/call/index.html")
    let values = try #require(page.section("Where the sources disagree"))
      .components(separatedBy: "<li>")
    try #require(values.count == 3)
    #expect(values[1].contains("<strong><bdi>May 13, 2019</bdi></strong>"))
    #expect(values[1].contains("<details><summary>27 articles</summary>"))
    #expect(values[1].contains(">Title 7<") && !values[1].contains(">Title 8<"))
    #expect(values[1].contains(#"<a href="../../events/call/reports/index.html">and 2 more</a>"#))
    #expect(!values[2].contains("<details>"))
    for number in 27..<30 { #expect(values[2].contains(">Title \(number)<")) }
  }
}
