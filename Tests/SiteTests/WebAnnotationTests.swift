import Foundation
import Testing

import Site

@Suite("Web annotations")
struct WebAnnotationTests {
  struct Collection: Decodable {
    struct Page: Decodable { let items: [Item] }
    struct Item: Decodable {
      let id: String
      let motivation: String
    }
    let type: String
    let total: Int
    let first: Page
  }

  private static func lines(_ file: String) -> [String] {
    file.split(separator: "\n").map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
  }

  @Test("Every mark of an article is an annotation, once for all languages")
  func all() async throws {
    let site = try await TestSite(files: SmallReport.files)
    let file = try site.page("articles/one/annotations.jsonld")
    let collection = try JSONDecoder().decode(Collection.self, from: Data(file.utf8))
    #expect(collection.type == "AnnotationCollection")
    #expect(collection.total == collection.first.items.count)
    #expect(
      collection.first.items.map { "\($0.motivation) \($0.id)" } == [
        "identifying index.html#mention-1", "describing index.html#when-t1",
        "identifying index.html#event-call:1", "classifying index.html#label-1",
        "linking index.html#content-a1", "classifying index.html#cue-a1",
        "linking index.html#content-a2", "classifying index.html#cue-a2",
      ])
    let page = try site.page("articles/one/index.html")
    for item in collection.first.items {
      let id = try #require(item.id.split(separator: "#").last)
      #expect(page.contains(" id=\"\(id)\""))
    }
    #expect(site.paths.filter { $0.hasSuffix(".jsonld") }.count == 2)
    #expect(!site.paths.contains { $0.hasPrefix("en/") && $0.hasSuffix("annotations.jsonld") })
  }

  @Test("The text is published as its positions count in it")
  func text() async throws {
    let site = try await TestSite(files: SmallReport.files)
    #expect(try site.page("articles/one/text.txt").hasPrefix("قال الكرملين في بيان أمس"))
    #expect(
      try site.page("articles/two/text.txt")
        == "Two read-outs\n\nThe Kremlin said the sides went on talking.")
  }

  @Test("A passage by its place in code points, and by its words with those around it")
  func selectors() async throws {
    let site = try await TestSite(files: SmallReport.files)
    let file = try site.page("articles/one/annotations.jsonld")
    #expect(
      Self.lines(file)[1]
        == #"{"id":"index.html#mention-1","type":"Annotation","motivation":"identifying","#
        + #""body":"../../entities/kremlin/index.html#it","target":{"source":"text.txt","selector":["#
        + #"{"type":"TextPositionSelector","start":4,"end":12},"#
        + #"{"type":"TextQuoteSelector","exact":"الكرملين","prefix":"قال ","suffix":" في بيان أمس إن "}]}}"#
    )
  }

  @Test("A discontinuous passage has a target for each part; what is said of it, a body each")
  func discontinuous() async throws {
    let site = try await TestSite(files: SmallReport.files, baseURL: "https://example.org/r/")
    let file = try site.page("articles/one/annotations.jsonld")
    #expect(
      file.hasPrefix(
        #"{"@context":["http://www.w3.org/ns/anno.jsonld",{"@base":"https://example.org/r/articles/one/"}],"#
      ))
    let content = try #require(Self.lines(file).first { $0.contains("#content-a1\"") })
    #expect(
      content.hasPrefix(
        #"{"id":"./#content-a1","type":"Annotation","motivation":"linking","body":["#
          + #"{"type":"TextualBody","value":"mixed","purpose":"classifying"},"#
          + #"{"type":"SpecificResource","source":"../../entities/kremlin/#it","purpose":"linking"},"#
          + #"{"type":"SpecificResource","source":"../../claims/talks/#it","purpose":"identifying"}],"target":[{"#
      ))
    #expect(content.count(of: "TextPositionSelector") == 2)
  }

  @Test("In a title, a passage is one of the title's element in the page")
  func title() async throws {
    var files = SmallReport.files
    files["analysis/two.json"] = """
      {"format": "isnad/1", "article": "two",
       "generator": {"name": "Desk", "version": "2", "method": "model", "at": "2020-01-01T03:00:00+03:00"},
       "entities": [{"id": "call", "type": "other", "names": {"en": "Call"}}],
       "mentions": [{"entity": "call", "target": {"exact": "call", "in": "title"}}]}
      """
    let file = try await TestSite(files: files).page("articles/two/annotations.jsonld")
    #expect(
      file.contains(
        #""creator":[{"id":"annotations.jsonld#analysis-1","type":"Software","name":"Desk 2"}]"#))
    #expect(
      Self.lines(file)[1].hasPrefix(
        #"{"id":"index.html#mention-1","type":"Annotation","motivation":"identifying","#
          + #""creator":"annotations.jsonld#analysis-1","created":"2020-01-01T00:00:00Z","#
          + #""body":"../../entities/call/index.html#it","target":{"source":"index.html","selector":["#
          + #"{"type":"CssSelector","value":"[data-reading=title]","#
          + #""refinedBy":{"type":"TextPositionSelector","start":2,"end":6}},"#))
  }

  @Test(
    "The words around a passage are counted in code points",
    arguments: [(0, ""), (1, "غ"), (3, "ص\u{64E}غ"), (9, "صَص\u{64E}غ")])
  func around(count: Int, before: String) {
    let text = "صَص\u{64E}غ!ﷺ𝒳"
    let start = text.utf8.count - 7 - 1
    let range = CodePoints.around(start..<start + 1, of: text, count: count)
    #expect(
      Views.slice(text, range.lowerBound..<start).unicodeScalars.elementsEqual(
        before.unicodeScalars))
    let after = Views.slice(text, start + 1..<range.upperBound)
    #expect(after == String(String.UnicodeScalarView("ﷺ𝒳".unicodeScalars.prefix(count))))
  }
}
