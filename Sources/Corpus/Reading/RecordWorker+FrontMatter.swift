import Diagnostics
import Fingerprint
import Markdown

/// Articles, briefs, cards and pages.
extension RecordWorker {
  func readFrontMatter(
    _ file: ContentFile, _ text: SourceText, _ record: RecordPlace.Record,
    _ fingerprint: Fingerprint
  ) throws(SyntaxFault) {
    let parts = try FrontMatter(text.bytes)
    let document = try YAMLReader.document(text, parts.yaml ?? 0..<0)
    var decoder = decoder(document, record)
    let body = String(decoding: text.bytes[parts.body], as: UTF8.self)
    if file.kind == .article {
      readArticle(file, decoder, body, parts.body, fingerprint)
      return
    }
    let line = 1 + text.bytes[..<parts.body.lowerBound].count { $0 == 0x0A }
    var note = MarkdownText(source: body, origin: Origin(file: file.path, line: line))
    note.fingerprint = fingerprint
    switch file.kind {
    case .brief:
      append(decoder.brief(fileName: file.name, body: note), to: \.briefs) { bind($0) }
    case .entityCard:
      append(decoder.entityCard(fileName: file.name, note: note), to: \.entityCards) { bind($0) }
    case .eventCard:
      append(decoder.eventCard(fileName: file.name, note: note), to: \.eventCards) { bind($0) }
    default:
      let page = decoder.page(path: file.pathInFolder, body: note)
      if let page, page.value.isDraft, !readsDrafts { return }
      append(page, to: \.pages) { bind($0) }
    }
    commit(decoder)
    gatherLinks(of: body, at: parts.body.lowerBound, line: line, text, record)
  }

  private func append<Value>(
    _ value: Placed<Value>?, to list: WritableKeyPath<Gathered, [Placed<Value>]>,
    bind: (Value) -> Void
  ) {
    guard let value else { return }
    bind(value.value)
    gathered[keyPath: list].append(value)
  }

  private func readArticle(
    _ file: ContentFile, _ articleDecoder: RecordDecoder, _ body: String, _ range: Range<Int>,
    _ fingerprint: Fingerprint
  ) {
    var decoder = articleDecoder
    let text = file.isMarkdown ? Markdown.readingText(body) : ReadingText(plain: body)
    let (article, isDraft) = decoder.article(
      decoder.document.root, in: .file(name: file.name, body: text))
    guard keep(article, isDraft, fingerprint) else { return }
    commit(decoder)
    if article == nil { gathered.unreadIDs.append(file.name) }
    if file.isMarkdown {
      let source = decoder.document.source
      let line = 1 + source.bytes[..<range.lowerBound].count { $0 == 0x0A }
      gatherLinks(of: body, at: range.lowerBound, line: line, source, decoder.record)
    }
  }
}
