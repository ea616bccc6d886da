import Testing

import Verify

@Suite("Reading markup")
struct MarkupTests {
  private func tokens(_ html: String) -> [String] {
    Array(html.utf8).withUnsafeBufferPointer { bytes in
      func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
      var tokenizer = Tokenizer(bytes)
      var all: [String] = []
      while let token = tokenizer.next() {
        switch token {
        case .text(let range): all.append(text(range))
        case .open(let tag):
          var attributes: [String] = []
          tokenizer.forEachAttribute(of: tag) {
            attributes.append("\($0 == .id ? "id" : "?")=\(text($1))")
          }
          all.append((["open"] + attributes).joined(separator: " "))
        case .close(_, let range): all.append(text(range))
        case .other: all.append("other")
        case .broken: all.append("broken")
        }
      }
      return all
    }
  }

  @Test("Tags, their attributes, and text")
  func tags() {
    #expect(
      tokens("<!doctype html><p id=\"a>b\" hidden x='<'>م</p><!-- > -->")
        == ["other", "open id=a>b ?= ?=<", "م", "</p>", "other"])
    #expect(tokens("<br/><a id=\"\"/>") == ["open", "open id="])
  }

  @Test(
    "What ends in the midst of markup is broken",
    arguments: ["<p", "<p id=\"", "</p", "<!--x>", "<", "<p <"])
  func broken(html: String) {
    #expect(tokens(html).last == "broken")
  }

  @Test("No bytes at all make the tokenizer stop or fail")
  func anyBytes() {
    var state: UInt64 = 1
    for _ in 0..<2000 {
      var html: [UInt8] = []
      for _ in 0..<24 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        html.append(Array("<>/\"'= a!-?&;\u{FF}".utf8)[Int(state >> 40) % 15])
      }
      _ = tokens(String(decoding: html, as: UTF8.self))
    }
  }

  @Test(
    "Character references are what they stand for",
    arguments: [
      ("&amp;lt;", "&lt;"), ("&#39;&#x27;&quot;", "''\""),
      ("a & b &unknown; &#xD800;", "a & b &unknown; &#xD800;"),
      ("&", "&"), ("ص&quot;\u{64F}", "ص\"\u{64F}"),
    ])
  func references(html: String, text: String) {
    var decoded: [UInt8] = []
    Array(html.utf8).withUnsafeBufferPointer {
      CharacterReferences.decode($0, 0..<$0.count, into: &decoded)
    }
    #expect(decoded == Array(text.utf8))
  }

  @Test("A table in CSV: quoted fields, quotation marks, lines in fields")
  func csv() {
    let table = CSV(Array("a,b\r\n\"x,\"\"y\"\"\r\nz\",\r\n".utf8))
    #expect(table.brokenAt == nil)
    #expect(
      table.rows.map { $0.fields.map { String(decoding: $0, as: UTF8.self) } }
        == [["a", "b"], ["x,\"y\"\r\nz", ""]])
    #expect(CSV(Array("a\r\n\"b".utf8)).brokenAt == 3)
  }

  @Test(
    "The number that words show",
    arguments: [
      ("12 attributions", 12), ("١٬٢٠٣ إسناد", 1203), ("all 1,203", 1203), ("إسنادان", nil),
      ("2 in 3", -1), ("99999999999999999999999", -1),
    ] as [(String, Int?)])
  func numbers(text: String, number: Int?) {
    switch ShownNumber(Array(text.utf8)) {
    case .number(let shown): #expect(shown == number)
    case .none: #expect(number == nil)
    case .unclear: #expect(number == -1)
    }
  }
}
