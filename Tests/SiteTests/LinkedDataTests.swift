import Foundation
import Testing

import Site

@Suite("Linked data")
struct LinkedDataTests {
  @Test("JSON is written with commas where they belong, and every text escaped")
  func writer() {
    var json = JSONWriter()
    json.beginObject()
    json.add("none", nil as String?)
    json.add("text", "\"\\\u{1}\n</script><!-- \u{2028}ق")
    json.add("number", 3)
    json.add("empty", [])
    json.add("list", ["a", "b"])
    json.beginArray("objects")
    json.beginObject()
    json.end()
    json.beginObject()
    json.add("degrees", 35.5)
    let text = String(decoding: json.finish(), as: UTF8.self)
    #expect(
      text
        == #"{"text":"\"\\\u0001\n\u003c/script>\u003c!-- "# + "\u{2028}ق"
        + #"","number":3,"list":["a","b"],"objects":[{},{"degrees":35.5}]}"#)
  }

  @Test(
    "Whole numbers are written as they are said", arguments: [0, 7, 10, -3, 1_000_200, .max, .min])
  func numbers(number: Int) {
    var json = JSONWriter()
    json.add("n", number)
    #expect(String(decoding: json.finish(), as: UTF8.self) == "\"n\":\(number)")
  }

  private func data(_ path: String, baseURL: String? = nil) async throws -> String {
    let page = try await TestSite(files: SmallReport.files, baseURL: baseURL).page(path)
    return try #require(page.between("<script type=\"application/ld+json\">", "</script>"))
  }

  @Test("An article: a report that is based on it, with what it quotes and of whom")
  func article() async throws {
    let data = try await data("articles/one/index.html", baseURL: "https://example.org/r/")
    #expect(
      data
        == #"{"@context":"https://schema.org","@type":"Report","@id":"https://example.org/r/articles/one/","#
        + #""name":"مكالمة","inLanguage":"ar","abstract":"إسنادان عن قائلَين اثنين، بلا ناقل بينهما.","#
        + #""isPartOf":{"@type":"WebSite","@id":"https://example.org/r/"},"#
        + #""isBasedOn":{"@type":"NewsArticle","@id":"https://example.org/r/articles/one/#it","#
        + #""headline":"مكالمة","inLanguage":"ar","#
        + #""publisher":{"@type":"Organization","@id":"https://example.org/r/entities/paper/#it","name":"الجريدة"},"#
        + #""hasPart":[{"@type":"Quotation","@id":"https://example.org/r/articles/one/#content-a1","#
        + #""text":"الجانبين […] الحوار","#
        + #""spokenByCharacter":{"@type":"Organization","@id":"https://example.org/r/entities/kremlin/#it","#
        + #""name":"الكرملين"}}],"#
        + #""mentions":[{"@id":"https://example.org/r/entities/kremlin/#it"}]}}"#)
  }

  @Test("A thing is named alike in every language, and its page is not")
  func identity() async throws {
    let arabic = try await data("claims/talks/index.html")
    let english = try await data("en/claims/talks/index.html")
    #expect(arabic.contains(#""@id":"../../claims/talks/index.html#it""#))
    #expect(english.contains(#""@id":"../../../claims/talks/index.html#it""#))
    #expect(english.contains(#""mainEntityOfPage":"../../../en/claims/talks/index.html""#))
  }

  @Test("A claim: from whom it comes, and where it appeared first")
  func claim() async throws {
    let claim = try await data("en/claims/talks/index.html", baseURL: "https://example.org/r/")
    #expect(
      claim.contains(
        #""author":[{"@type":"Organization","@id":"https://example.org/r/entities/kremlin/#it","name":"Kremlin"}]"#
      ))
    let first = try #require(claim.between("\"firstAppearance\":{", "}"))
    #expect(first.contains("articles/one/#it"))
    #expect(claim.between("\"appearance\":[", "]")?.count(of: "NewsArticle") == 2)
  }

  @Test(
    "Only what is exact of a date",
    arguments: [
      ("2019-05-13", "2019-05-13", nil), ("2019-05", "2019-05", nil), ("2019-05-13~", nil, nil),
      ("2019-05-XX", nil, nil), ("201X", nil, nil), ("2019-21", nil, nil),
      ("2019-05-01/2019-05-14", "2019-05-01", "2019-05-14"), ("2019-05-01/..", "2019-05-01", nil),
      ("2019-05-01~/2019-06", nil, "2019-06"),
      ("2019-05-13T10:00:00+03:00", "2019-05-13T10:00:00+03:00", nil),
    ])
  func dates(edtf: String, start: String?, end: String?) async throws {
    var files = SmallReport.files
    files["events/call.md"] = """
      ---
      type: CONSULT
      title: {en: Call}
      date: \(edtf)
      ---
      """
    let page = try await TestSite(files: files).page("events/call/index.html")
    #expect(page.between("\"startDate\":\"", "\"") == start)
    #expect(page.between("\"endDate\":\"", "\"") == end)
  }

  @Test("The first page, a list, and none where nothing is found")
  func others() async throws {
    #expect(
      try await data("en/index.html")
        == #"{"@context":"https://schema.org","@type":"WebSite","@id":"../en/index.html","#
        + #""name":"Report","inLanguage":"en","temporalCoverage":"../2019-05-16"}"#)
    #expect(try await data("en/timeline/index.html").contains(#""@type":"CollectionPage""#))
    let missing = try await TestSite(files: SmallReport.files).page("404.html")
    #expect(!missing.contains("ld+json"))
  }
}
