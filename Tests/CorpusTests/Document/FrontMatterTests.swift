import Testing

import Corpus

@Suite("Front matter is told from the text")
struct FrontMatterTests {
  private func parts(_ text: String) throws -> (yaml: String?, body: String) {
    let bytes = Array(text.utf8)
    let parts = try FrontMatter(bytes)
    return (
      parts.yaml.map { String(decoding: bytes[$0], as: UTF8.self) },
      String(decoding: bytes[parts.body], as: UTF8.self)
    )
  }

  @Test("The text is all that follows the second line of hyphens, to the byte")
  func body() throws {
    #expect(try parts("---\na: 1\n---\n\nنص\n").yaml == "a: 1\n")
    #expect(try parts("---\na: 1\n---\n\nنص\n").body == "\nنص\n")
    #expect(try parts("---\r\na: 1\r\n--- \r\nx\r\n").body == "x\r\n")
    #expect(try parts("---\n---").body == "")
  }

  @Test("Without it, all is text; a rule further down is no front matter")
  func none() throws {
    #expect(try parts("text\n---\nmore\n---\n").yaml == nil)
    #expect(try parts("\n---\n\ntext\n\n---\n").body == "\n---\n\ntext\n\n---\n")
    #expect(try parts("----\n").body == "----\n")
    #expect(try parts("").body == "")
  }
}
