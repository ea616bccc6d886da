import Foundation

/// A full-text index in the making.
package final class PagefindIndex {
  private let service: PagefindService
  private let index: UInt32

  package init(_ program: PagefindProgram) throws(PagefindError) {
    service = try PagefindService(program)
    guard let index = try service.ask(NewIndex()).index else {
      throw .failed("it makes no index")
    }
    self.index = index
  }

  /// - Parameters:
  ///   - address: what a result names.
  ///   - words: folded, with spaces between them.
  package func add(
    address: String, words: String, meta: [String: String]
  ) throws(PagefindError) {
    try service.tell(AddRecord(index_id: index, url: address, content: words, meta: meta))
  }

  /// Hands over every file of the index that a page needs which has its own way of showing results.
  ///
  /// - Parameters:
  ///   - isFurther: whether it is put beside an index that has the programs.
  ///   - put: path in the index's folder, and bytes.
  package func finish(isFurther: Bool, _ put: (String, [UInt8]) throws -> Void) throws {
    // Asked to write its files, it answers before all of them are whole.
    for file in try service.ask(GetFiles(index_id: index)).files
    where Self.isNeeded(file.path) && !(isFurther && Self.isProgram(file.path)) {
      guard let content = Data(base64Encoded: file.content) else {
        throw PagefindError.failed("its file \(file.path) cannot be read")
      }
      try put(file.path, [UInt8](content))
    }
  }

  /// Pagefind's own interfaces and its worker stay out, and so does what serves other languages.
  private static func isNeeded(_ path: String) -> Bool {
    if path.hasPrefix("wasm.") { return path == "wasm.\(language).pagefind" }
    return !path.hasSuffix(".css") && (!path.hasSuffix(".js") || path == "pagefind.js")
  }

  private static func isProgram(_ path: String) -> Bool {
    path.hasPrefix("wasm.") || path.hasSuffix(".js")
  }

  /// One index for all languages, since an article is looked for from pages in any of them. Its rules
  /// for the endings of words are those of English; they leave the keys of other scripts alone.
  private static let language = "en"

  private struct NewIndex: Encodable {
    let type = "NewIndex"
    let config = Config()

    struct Config: Encodable {
      let force_language = PagefindIndex.language
    }
  }

  private struct AddRecord: Encodable {
    let type = "AddRecord"
    let index_id: UInt32
    let url: String
    let content: String
    let language = PagefindIndex.language
    let meta: [String: String]
  }

  private struct GetFiles: Encodable {
    let type = "GetFiles"
    let index_id: UInt32
  }
}
