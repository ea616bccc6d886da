private enum PageKey: String, FieldKey {
  case id, lang, title, draft, aliases

  static let table = KeyTable<Self>(of: "a page", required: [.title])
}

extension RecordDecoder {
  /// - Parameter path: under `content/pages/`, without its ending.
  mutating func page(path: String, body: MarkdownText) -> Placed<Page>? {
    guard var fields = fields(document.root, PageKey.self) else { return nil }
    var id: (text: String, range: Range<Int>)?
    var hasID = false
    var page = Page(id: "", lang: nil, title: "", body: body)
    var title: String?
    while let (key, value) = next(&fields) {
      switch key {
      case .id:
        hasID = true
        id = pageID(value).map { ($0, document.range(value)) }
      case .lang: page.lang = language(value)
      case .title: title = words(value, "the title of a page")
      case .draft: page.isDraft = boolean(value, "“draft”") ?? false
      case .aliases: page.aliases = aliases(value)
      }
    }
    if !hasID { id = pageID(fromPath: path).map { ($0, 0..<0) } }
    guard let id, let title else { return nil }
    page.id = id.text
    page.title = title
    return Placed(value: page, place: RecordPlace(record, id.range))
  }

  /// A page's id may have several parts between slashes, each of which has the shape of an id.
  private mutating func pageID(_ value: Document.Value) -> String? {
    guard let text = string(value, "the id of a page") else { return nil }
    let content = document.content(value)
    let hasFault = content.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .contains { Identifier.fault(of: $0) != nil }
    guard hasFault || content.count > 200 else { return text }
    report(
      "id/bad-shape", "“\(text.shortened)” cannot be the id of a page", value,
      "write parts of letters, digits, “-”, “_” and “.”, with “/” between them alone")
    return nil
  }

  private mutating func pageID(fromPath path: String) -> String? {
    for part in path.split(separator: "/")
    where identifier(fromFileName: String(part), "the id of a page") == nil {
      return nil
    }
    return path
  }
}
