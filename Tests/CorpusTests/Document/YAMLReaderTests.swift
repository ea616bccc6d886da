import Diagnostics
import TestSupport
import Testing

import Corpus

@Suite("YAML becomes the same tape as JSON")
struct YAMLReaderTests {
  private func document(_ text: String) throws -> Document {
    let bytes = Array(text.utf8)
    return try YAMLReader.document(SourceText(file: "x.yaml", bytes: bytes), 0..<bytes.count)
  }

  private func fault(_ text: String) -> SyntaxFault? {
    do {
      _ = try document(text)
      return nil
    } catch {
      return error as? SyntaxFault
    }
  }

  @Test("Scalars keep their text and know their place, however they are quoted")
  func scalars() throws {
    let document = try document(
      """
      plain: إدلب وحماة
      single: 'it''s'
      double: "a\\tb"
      same: "لن تنسحب"
      block: |
        two
        lines
      number: 2019-05-14
      """)
    func value(_ key: StaticString) throws -> Document.Value {
      try #require(document.member(document.root, key))
    }
    #expect(document.text(try value("plain")) == "إدلب وحماة")
    #expect(document.place(try value("plain")).marked.count == 10)
    #expect(document.text(try value("single")) == "it's")
    #expect(document.place(try value("single")).marked.count == 7)
    #expect(document.text(try value("double")) == "a\tb")
    #expect(document.place(try value("same")).line == 4)
    #expect(document.place(try value("same")).marked.count == 10)
    #expect(document.text(try value("block")) == "two\nlines\n")
    #expect(document.kind(try value("number")) == .plain)
    #expect(document.place(try value("number")).line == 8)
  }

  @Test(
    "Lines are counted as libyaml counts them", arguments: ["\r", "\r\n", "\u{85}", "\u{2028}"])
  func lineEnds(end: String) throws {
    let text = "a: 1\(end)b: إ2"
    let document = try document(text)
    let value = try #require(document.member(document.root, "b"))
    #expect(document.text(value) == "إ2")
    #expect(document.range(value) == text.utf8.count - 3..<text.utf8.count)
  }

  @Test(
    "Nothing at all, or comments alone, are a mapping without keys",
    arguments: ["", "# x\n", "\n\n"])
  func empty(text: String) throws {
    let document = try document(text)
    #expect(document.kind(document.root) == .object)
    #expect(document.tokens.count == 1)
  }

  @Test("Null is what says nothing", arguments: ["a:", "a: ~", "a: null"])
  func null(text: String) throws {
    let document = try document(text)
    #expect(document.isNull(try #require(document.member(document.root, "a"))))
  }

  @Test("Aliases cannot blow a document up")
  func aliases() throws {
    var bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let uses = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      bomb += "a\(level): &a\(level) [\(uses)]\n"
    }
    #expect(fault(bomb)?.id == "yaml/too-many-aliases")
    #expect(fault(bomb + "? *a40\n: 1\n")?.id == "yaml/too-many-aliases")
    let document = try document("a: &a x\nb: *a\n")
    #expect(document.text(try #require(document.member(document.root, "b"))) == "x")
  }

  @Test(
    "Nesting cannot exhaust the stack",
    arguments: [
      String(repeating: "[", count: 100_000), String(repeating: "- ", count: 20_000) + "x",
    ])
  func depth(text: String) {
    #expect(fault(text) != nil)
  }

  @Test("No bytes whatever make it crash")
  func mutations() {
    let seed = Array(
      "title: \"a: b\"\ntags: [x, 'y', *z]\nmenu:\n  - {title: &z إدلب, n: 1}\n# c\nk: |\n  t\n"
        .utf8)
    var random = SplitMix(seed: 11)
    for _ in 0..<5_000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let at = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: at)
        case 1: bytes.insert(UInt8.random(in: 0...127, using: &random), at: at)
        default: bytes[at] = bytes[Int.random(in: 0..<bytes.count, using: &random)]
        }
      }
      let text = SourceText(file: "x", bytes: Array(String(decoding: bytes, as: UTF8.self).utf8))
      do throws(SyntaxFault) {
        let document = try YAMLReader.document(text, 0..<text.bytes.count)
        for token in document.tokens { #expect(token.source.upperBound <= text.bytes.count) }
      } catch {
        #expect(error.diagnostic(in: text).place != nil)
      }
    }
  }
}
