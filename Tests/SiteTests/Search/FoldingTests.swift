import Foundation
import Testing

import Site

/// `Tests/Browser/test_search.py` holds the script to the same table.
@Suite("Folding what is looked for")
struct FoldingTests {
  struct Table: Decodable {
    struct Words: Decodable, CustomTestStringConvertible {
      let why: String
      let text: String
      let words: [String]
      var testDescription: String { why }
    }
    struct Forms: Decodable, CustomTestStringConvertible {
      let why: String
      let word: String
      let forms: [String]
      var testDescription: String { why }
    }
    let words: [Words]
    let forms: [Forms]
  }

  static let table: Table = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Fixtures/folding.json")
    let table = (try? Data(contentsOf: file)).flatMap {
      try? JSONDecoder().decode(Table.self, from: $0)
    }
    return table ?? Table(words: [], forms: [])
  }()

  @Test("The table is there")
  func isThere() {
    #expect(Self.table.words.count > 15)
    #expect(Self.table.forms.count > 15)
  }

  @Test("Ways of writing a word become one", arguments: table.words)
  func words(row: Table.Words) {
    #expect(SearchFolding.words(row.text) == row.words)
  }

  @Test("Proclitics are seen through", arguments: table.forms)
  func forms(row: Table.Forms) {
    #expect(SearchFolding.forms(row.word) == row.forms)
  }

  @Test("What is folded stays as it is", arguments: table.words)
  func again(row: Table.Words) {
    #expect(SearchFolding.words(row.words.joined(separator: " ")) == row.words)
  }
}
