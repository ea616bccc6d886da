import Diagnostics
import Fingerprint
import Markdown

/// Reads records one after the other and gathers what they hold. Belongs to one task.
final class RecordWorker {
  let source: String
  let files: [ContentFile]
  let siteLanguage: String
  let readsDrafts: Bool
  /// The articles that analyses may be of.
  private let articles: ArticleIndex
  /// What records are fingerprinted with; `nil` where nobody asks for that.
  private let key: FingerprintKey?
  let interner = Interner()
  var gathered = Gathered()

  /// What was gathered already, of what is gathered once.
  var seen = SeenFacts()

  init(
    source: String, files: [ContentFile], siteLanguage: String, readsDrafts: Bool,
    articles: ArticleIndex, key: FingerprintKey? = nil
  ) {
    self.key = key
    self.source = source
    self.files = files
    self.siteLanguage = siteLanguage
    self.readsDrafts = readsDrafts
    self.articles = articles
  }

  func read(_ item: WorkQueue.Item) {
    switch item {
    case .file(let index): read(file: index)
    case .lines(let lines): read(lines)
    case .failure(let index, let reason): unreadable(files[index], reason)
    }
  }

  // MARK: Files

  private func read(file index: Int) {
    let file = files[index]
    guard let source = text(of: file, index) else { return }
    let record = RecordPlace.Record(
      file: Int32(clamping: index), line: 1, start: source.offset,
      end: source.offset + source.text.bytes.count)
    do throws(SyntaxFault) {
      switch file.kind {
      case .analysis: try readAnalysis(source.text, record)
      default: try readFrontMatter(file, source.text, record)
      }
    } catch {
      gathered.diagnostics.append(error.diagnostic(in: source.text))
      unread(file, at: Place(file: file.path))
    }
  }

  /// `site.yaml`, which is read before all else.
  func readSite(file index: Int) -> SiteSettings? {
    let file = files[index]
    guard let (text, offset) = text(of: file, index) else { return nil }
    let record = RecordPlace.Record(
      file: Int32(clamping: index), line: 1, start: offset, end: offset + text.bytes.count)
    do throws(SyntaxFault) {
      let document = try YAMLReader.document(text, 0..<text.bytes.count)
      var decoder = RecordDecoder(
        document, record: record,
        siteLanguage: RecordDecoder.firstLanguage(of: document) ?? siteLanguage, interner: interner)
      var site = decoder.site()
      site.fingerprint = fingerprint(of: text.bytes, named: file.name)
      gathered.menuAddresses = decoder.menuAddresses.map {
        MenuAddress(text: $0.text, place: RecordPlace(record, $0.range))
      }
      commit(decoder)
      return site
    } catch {
      gathered.diagnostics.append(error.diagnostic(in: text))
      return nil
    }
  }

  /// The file's text after its byte order mark, and where that is.
  private func text(of file: ContentFile, _ index: Int) -> (text: SourceText, offset: Int)? {
    do throws(FileSystem.Failure) {
      let open = try OpenFile("\(source)/\(file.path)")
      guard open.size <= Document.sizeLimit else {
        tooLarge(Place(file: file.path))
        return nil
      }
      var bytes = try open.allBytes()
      let offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      if offset > 0 { bytes.removeFirst(offset) }
      let text = SourceText(file: file.path, bytes: bytes)
      guard isUTF8(text) else {
        unread(file, at: Place(file: file.path))
        return nil
      }
      return (text, offset)
    } catch {
      unreadable(file, error.reason)
      return nil
    }
  }

  private func readFrontMatter(
    _ file: ContentFile, _ text: SourceText, _ record: RecordPlace.Record
  ) throws(SyntaxFault) {
    let parts = try FrontMatter(text.bytes)
    let document = try YAMLReader.document(text, parts.yaml ?? 0..<0)
    var decoder = decoder(document, record)
    let body = String(decoding: text.bytes[parts.body], as: UTF8.self)
    if file.kind == .article {
      readArticle(file, decoder, body, parts.body, fingerprint(of: text.bytes, named: file.path))
      return
    }
    let line = 1 + text.bytes[..<parts.body.lowerBound].count { $0 == 0x0A }
    var note = MarkdownText(source: body, origin: Origin(file: file.path, line: line))
    note.fingerprint = fingerprint(of: text.bytes, named: file.path)
    switch file.kind {
    case .brief:
      append(decoder.brief(fileName: file.name, body: note), to: \.briefs)
    case .entityCard:
      append(decoder.entityCard(fileName: file.name, note: note), to: \.entityCards)
    case .eventCard:
      append(decoder.eventCard(fileName: file.name, note: note), to: \.eventCards)
    default:
      let page = decoder.page(path: file.pathInFolder, body: note)
      if let page, page.value.isDraft, !readsDrafts { return }
      append(page, to: \.pages)
    }
    commit(decoder)
    gatherLinks(of: body, at: parts.body.lowerBound, line: line, text, record)
  }

  private func append<Value>(
    _ value: Placed<Value>?, to list: WritableKeyPath<Gathered, [Placed<Value>]>
  ) {
    if let value { gathered[keyPath: list].append(value) }
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

  /// - Returns: whether the article is to be kept; drafts are, if they are asked for.
  private func keep(
    _ article: Placed<Article>?, _ isDraft: Bool, _ fingerprint: Fingerprint
  ) -> Bool {
    guard isDraft, !readsDrafts else {
      if var article {
        article.value.fingerprint = fingerprint
        gathered.articles.append(article)
      }
      return true
    }
    if let article { gathered.draftArticles.append(article.value.id) }
    return false
  }

  private func readAnalysis(
    _ text: SourceText, _ record: RecordPlace.Record
  ) throws(SyntaxFault) {
    let document = try JSONParser.document(text)
    var decoder = decoder(document, record)
    if let id = document.member(document.root, "article"), decoder.isString(id) {
      let id = document.text(id)
      if articles.isDraft(id) { return }
      decoder.anchors = articles.article(id).map { ArticleAnchors($0) }
    }
    append(decoder.analysis(document.root), fingerprint(of: text.bytes, named: ""))
    commit(decoder)
  }

  private func append(_ analysis: Analysis?, _ fingerprint: Fingerprint) {
    guard var analysis else { return }
    analysis.fingerprint = fingerprint
    gathered.analyses.append(analysis)
  }

  /// - Parameter name: where it decides what is read, as the name of an article's file does.
  private func fingerprint(of bytes: [UInt8], named name: String) -> Fingerprint {
    guard let key else { return .none }
    var maker = FingerprintMaker(key)
    maker.add(name)
    maker.add(bytes)
    return maker.finish()
  }

  // MARK: Bulk

  private func read(_ lines: WorkQueue.Lines) {
    let file = files[lines.file]
    var start = lines.offset == 0 && lines.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = lines.firstLine
    while start < lines.bytes.count {
      let end = Bytes.lineEnd(in: lines.bytes, from: start)
      if lines.bytes[start..<end].contains(where: { $0 > 0x20 }) {
        let record = RecordPlace.Record(
          file: Int32(clamping: lines.file), line: Int32(clamping: number),
          start: lines.offset + start, end: lines.offset + end)
        readLine(
          SourceText(file: file.path, bytes: Array(lines.bytes[start..<end]), firstLine: number),
          record)
      }
      start = end + 1
      number += 1
    }
  }

  private func readLine(_ text: SourceText, _ record: RecordPlace.Record) {
    guard text.bytes.count <= Document.sizeLimit else { return tooLarge(text.place(of: 0..<1)) }
    guard isUTF8(text) else {
      gathered.unreadPlaces.append(text.place(of: 0..<1))
      return
    }
    do throws(SyntaxFault) {
      var decoder = RecordDecoder(
        try JSONParser.document(text), record: record, siteLanguage: siteLanguage,
        interner: interner, hasLineEnds: false)
      let (article, isDraft, analysis) = decoder.bulkLine(readingDrafts: readsDrafts)
      let fingerprint = fingerprint(of: text.bytes, named: "")
      guard keep(article, isDraft, fingerprint) else { return }
      append(analysis, fingerprint)
      commit(decoder)
    } catch {
      gathered.diagnostics.append(error.diagnostic(in: text))
      gathered.unreadPlaces.append(text.place(of: 0..<1))
    }
  }

  private func decoder(_ document: Document, _ record: RecordPlace.Record) -> RecordDecoder {
    RecordDecoder(document, record: record, siteLanguage: siteLanguage, interner: interner)
  }
}
