import Diagnostics
import TestSupport
import Testing

import Corpus

@Suite("JSON becomes a tape over its bytes")
struct JSONParserTests {
  private func document(_ text: String) throws -> Document {
    try JSONParser.document(SourceText(file: "x.json", bytes: Array(text.utf8)))
  }

  private func fault(_ text: String) -> SyntaxFault? {
    do {
      _ = try document(text)
      return nil
    } catch {
      return error as? SyntaxFault
    }
  }

  @Test("Values are found by their keys, with the bytes they stand in")
  func members() throws {
    let document = try document(#" {"a": [1, {"b": null}], "اسم": "إدلب", "z": -1.5e3}"#)
    let name = try #require(document.member(document.root, "اسم"))
    #expect(document.text(name) == "إدلب")
    #expect(document.place(name).column == 33)
    #expect(document.member(document.root, "b") == nil)
    #expect(document.kind(try #require(document.member(document.root, "z"))) == .number)
  }

  @Test(
    "Escapes are what they stand for",
    arguments: [
      (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
      (#""\u0625\u062f""#, "إد"), (#""\ud83d\ude00!""#, "😀!"),
      (#""a long plain run, \u0041""#, "a long plain run, A"),
      (#""""#, ""), (#""\u0000""#, "\0"),
    ])
  func escapes(json: String, text: String) throws {
    let document = try document(json)
    #expect(Array(document.content(document.root)) == Array(text.utf8))
  }

  @Test(
    "What RFC 8259 allows is read",
    arguments: [
      "0", "-0", "1.25E-2", "true", "[]", "{}", "[[],{}]", " \t\r\n1 ", #"{"a":1,"A":2}"#,
      #"{"":0}"#,
      "\"\u{7F}\u{2028}\"",
    ])
  func accepted(json: String) {
    #expect(fault(json) == nil)
  }

  @Test(
    "What it does not allow is a fault, at the byte where it is",
    arguments: [
      ("", "json/unexpected-end", 0), ("[1,]", "json/trailing-comma", 2),
      ("{\"a\":1,}", "json/trailing-comma", 6),
      ("01", "json/bad-number", 0), ("1.", "json/bad-number", 0), ("[-]", "json/bad-number", 1),
      ("+1", "json/unexpected-character", 0), (".5", "json/unexpected-character", 0),
      ("1e", "json/bad-number", 0), ("tru", "json/unexpected-character", 0),
      ("nullx", "json/unexpected-character", 0), ("[1 2]", "json/unexpected-character", 3),
      ("{\"a\" 1}", "json/unexpected-character", 5), ("{1:2}", "json/unexpected-character", 1),
      ("{}{}", "json/trailing-text", 2), ("\"\\x\"", "json/bad-escape", 1),
      ("\"\\u12\"", "json/bad-escape", 1), ("\"\\udc00\"", "json/lone-surrogate", 1),
      ("\"\\ud800\\u0041\"", "json/lone-surrogate", 1), ("\"\\ud800", "json/lone-surrogate", 1),
      ("\"a\u{1}\"", "json/control-character", 2), ("\"abc", "json/unexpected-end", 0),
      ("\"\\", "json/unexpected-end", 0),
      ("[[1", "json/unexpected-end", 3), ("{\"a\"", "json/unexpected-end", 4),
      (#"{"a":1,"b":2,"a":3}"#, "json/duplicate-key", 13),
      (#"{"a":1,"\u0061":3}"#, "json/duplicate-key", 7),
      ("'a'", "json/unexpected-character", 0), ("[,]", "json/unexpected-character", 1),
    ])
  func rejected(json: String, id: String, offset: Int) {
    let fault = fault(json)
    #expect(fault?.id == id)
    #expect(fault?.range.lowerBound == offset)
  }

  @Test("Of many keys, the first that comes again is told")
  func manyKeys() {
    let keys = (0..<100).map { "\"k\($0)\":0" } + ["\"k70\":1", "\"k3\":1"]
    let fault = fault("{\(keys.joined(separator: ","))}")
    #expect(fault?.message == "the object has the key “k70” twice")
  }

  @Test("The stack cannot be exhausted, and 512 levels are read")
  func depth() {
    #expect(fault(String(repeating: "[", count: 1_000_000))?.id == "json/too-deep")
    #expect(fault(String(repeating: "{\"a\":", count: 1_000_000))?.id == "json/too-deep")
    let level = 512
    #expect(
      fault(String(repeating: "[", count: level) + String(repeating: "]", count: level)) == nil)
  }

  @Test("No bytes whatever make it crash, and every fault has a place")
  func mutations() {
    let seed = Array(
      #"{"article":{"id":"a-1","n":[1,-2.5e+3,true,false,null],"t":"خلوصي \ud83d\ude00 \"x\" \\n"}}"#
        .utf8)
    var random = SplitMix(seed: 7)
    for _ in 0..<20_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(UInt8.random(in: 0...127, using: &random), at: at)
        default: bytes[at] = bytes[Int.random(in: 0..<bytes.count, using: &random)]
        }
      }
      let text = SourceText(file: "x", bytes: Array(String(decoding: bytes, as: UTF8.self).utf8))
      do throws(SyntaxFault) {
        let document = try JSONParser.document(text)
        #expect(document.tokens.first.map { Int($0.next) } == document.tokens.count)
      } catch {
        let place = error.diagnostic(in: text).place
        #expect(place?.line == 1 || place?.line == 2)
        #expect(error.range.upperBound <= text.bytes.count)
      }
    }
  }
}
